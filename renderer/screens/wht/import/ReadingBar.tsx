import { Button, CloseButton, Select } from '@mantine/core';
import type { DateOrder } from '../../../../domain/formats/mapping/printed-date.ts';
import type { Side } from '../../../../domain/wht/certificate.ts';
import type { ImportPreview } from '../../../../services/contract/wht-import.ts';
import { useCall } from '../../../app/hooks.ts';
import { useWords } from '../../../i18n/index.ts';
import { useTell } from '../../../i18n/told.ts';
import type words from '../../../i18n/en/whtImport.json';
import { StatusMark } from '../../../ui/index.ts';
import { clearDesk, readAs, setMapping, useDesk } from './store.ts';
import { useNames } from './words.ts';

const DELIMITERS: Readonly<Record<string, string>> = { ',': ',', ';': ';', '\t': 'Tab', '|': '|' };

/** How the list is read, in a sentence, and everything of it that a person may say otherwise. */
export function ReadingBar({ preview }: { preview: ImportPreview }) {
  const t = useWords<typeof words>('whtImport');
  const { title } = useNames();
  const tell = useTell();
  const { how, mapping } = useDesk();
  const profiles = useCall('wht/importProfiles', {}).data;
  const { profile, reading } = preview;
  const known = preview.columns.filter((c) => c.field !== null).length;
  const named = preview.columns.filter((c) => c.header !== '').length;
  const all = [
    ...(profiles?.own ?? []).map((p) => ({ value: `own:${p.name}`, label: p.name })),
    ...(profiles?.shipped ?? []).map((p) => ({ value: p.id, label: title(p.title) })),
  ];
  const cut = preview.text
    ? t('asText', {
        encoding: preview.text.encoding.toUpperCase(),
        delimiter: DELIMITERS[preview.text.delimiter] ?? preview.text.delimiter,
      })
    : t('asSheet', { sheet: preview.sheet ?? '' });
  return (
    <section className="wi-reading" aria-label={t('howRead')}>
      <div className="wi-head">
        <h2 title={preview.file}>{preview.file}</h2>
        {profile ? (
          <span>{t('recognised', { title: title(profile.title), known, named, row: preview.headerRow ?? 0 })}</span>
        ) : (
          <StatusMark mark="due" label={t('unknown')} />
        )}
        <span className="dim">{cut}</span>
        {profile && (
          <span className="dim" title={title(profile.source)}>
            {t(`certainty.${profile.certainty}`)}
          </span>
        )}
      </div>
      <CloseButton className="wi-away" size="sm" aria-label={t('putAway', { file: preview.file })} onClick={clearDesk} />
      <div className="wi-fields">
        <Select
          size="xs"
          label={t('profile')}
          data={all}
          value={how.mapping ? null : (how.profile ?? profile?.id ?? null)}
          placeholder={how.mapping ? how.mapping.name : t('byContent')}
          onChange={(value) => readAs({ profile: value, mapping: null })}
          clearable={(how.profile ?? null) !== null}
          searchable
          w={260}
        />
        {preview.sheets.length > 1 && (
          <Select
            size="xs"
            label={t('sheet')}
            data={preview.sheets}
            value={preview.sheet}
            onChange={(sheet) => readAs({ sheet })}
            w={140}
          />
        )}
        {profile && !reading.datesTold && (
          <Select
            size="xs"
            label={t('dates')}
            data={(['ymd', 'dmy', 'mdy'] as const).map((value) => ({ value, label: t(`date.${value}`) }))}
            value={reading.dates}
            onChange={(value) => readAs({ dates: value as DateOrder | null })}
            error={reading.dates === null ? t('datesOpen') : undefined}
            w={150}
          />
        )}
        {profile && !reading.decimalTold && (
          <Select
            size="xs"
            label={t('decimal')}
            data={(['.', ','] as const).map((value) => ({ value, label: value === '.' ? '1,234.56' : '1.234,56' }))}
            value={reading.decimal}
            onChange={(value) => readAs({ decimal: value as '.' | ',' | null })}
            w={110}
          />
        )}
        {profile && (
          <Select
            size="xs"
            label={t('side')}
            data={[
              { value: 'payer', label: t('sidePayer') },
              { value: 'payee', label: t('sidePayee') },
            ]}
            value={how.side ?? null}
            placeholder={t('byParties')}
            clearable
            onChange={(value) => readAs({ side: value as Side | null })}
            w={170}
          />
        )}
        <Button size="xs" variant="default" aria-pressed={mapping} disabled={profile === null} onClick={() => setMapping(!mapping)}>
          {mapping && profile ? t('closeMapping') : t('mapColumns')}
        </Button>
      </div>
      {preview.before[0] && (
        <p className="wi-note">
          <StatusMark mark="explained" label={t('before', { date: preview.before[0].at.slice(0, 10), who: preview.before[0].who })} />
        </p>
      )}
      {preview.notices.map((notice) => (
        <p key={notice.code} className="wi-note">
          <StatusMark mark="due" label={tell.sentence(notice.said)} />
        </p>
      ))}
    </section>
  );
}
