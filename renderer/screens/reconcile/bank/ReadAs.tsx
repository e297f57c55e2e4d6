import { Button, CloseButton, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { DateOrder } from '../../../../domain/formats/mapping/printed-date.ts';
import type { BankPreview } from '../../../../services/contract/bank.ts';
import { useCall } from '../../../app/hooks.ts';
import { useLanguage, useWords } from '../../../i18n/index.ts';
import { useTell } from '../../../i18n/told.ts';
import type words from '../../../i18n/en/bank.json';
import { StatusMark } from '../../../ui/index.ts';
import { clearDesk, readAs, setMapping, useDesk } from './store.ts';

/** How the file is read, in a sentence, and everything of it that a person may say otherwise. */
export function ReadAs({ preview }: { preview: BankPreview }) {
  const t = useWords<typeof words>('bank');
  const tell = useTell();
  const zh = useLanguage() === 'zh-CN';
  const { how, mapping } = useDesk();
  const { table } = preview;
  const profiles = useCall('bank/profiles', {}).data;
  const lacks = (code: string): boolean => preview.obstacles.some((o) => o.code === code);
  const all = [
    ...(profiles?.own ?? []).map((p) => ({ value: `own:${p.name}`, label: p.name })),
    ...(profiles?.shipped ?? []).map((p) => ({ value: p.id, label: zh ? p.title.zh : p.title.en })),
  ];
  return (
    <section className="bk-reading" aria-label={t('howRead')}>
      <div className="bk-head">
        <h2 title={preview.file}>{preview.file}</h2>
        {table && table.profile === null ? (
          <StatusMark mark="due" label={tell.sentence(preview.evidence)} />
        ) : (
          <span>{tell.sentence(preview.evidence)}</span>
        )}
        {!table && preview.encoding !== null && <span className="dim">{preview.encoding.toUpperCase()}</span>}
      </div>
      <CloseButton className="bk-away" size="sm" aria-label={t('putAway')} onClick={clearDesk} />
      <div className="bk-fields">
        {table && (
          <Select
            size="xs"
            label={t('profile')}
            data={all}
            value={how.mapping ? null : (how.profile ?? table.profile?.id ?? null)}
            placeholder={how.mapping ? how.mapping.name : t('byContent')}
            onChange={(value) => readAs({ profile: value, mapping: null })}
            clearable={(how.profile ?? null) !== null}
            searchable
            w={280}
          />
        )}
        {table && table.sheets.length > 1 && (
          <Select size="xs" label={t('sheet')} data={table.sheets} value={table.sheet} onChange={(sheet) => readAs({ sheet })} w={150} />
        )}
        {(lacks('account') || (how.account ?? null) !== null) && <AccountField />}
        {(lacks('currency') || (how.currency ?? null) !== null) && <CurrencyField missing={lacks('currency')} />}
        {table?.profile && !table.reading.datesTold && (
          <Select
            size="xs"
            label={t('dates')}
            data={(['ymd', 'dmy', 'mdy'] as const).map((value) => ({ value, label: t(`date.${value}`) }))}
            value={table.reading.dates}
            onChange={(value) => readAs({ dates: value as DateOrder | null })}
            error={table.reading.dates === null ? t('datesOpen') : undefined}
            w={150}
          />
        )}
        {table?.profile && !table.reading.decimalTold && (
          <Select
            size="xs"
            label={t('decimal')}
            data={(['.', ','] as const).map((value) => ({ value, label: value === '.' ? '1,234.56' : '1.234,56' }))}
            value={table.reading.decimal}
            onChange={(value) => readAs({ decimal: value as '.' | ',' | null })}
            w={110}
          />
        )}
        {table && (
          <Button size="xs" variant="default" aria-pressed={mapping} disabled={table.profile === null} onClick={() => setMapping(!mapping)}>
            {mapping && table.profile ? t('closeMapping') : t('mapColumns')}
          </Button>
        )}
      </div>
    </section>
  );
}

/** The account of a file that names none; taken over when the field is left or Enter is pressed. */
function AccountField() {
  const t = useWords<typeof words>('bank');
  const { how } = useDesk();
  const [text, setText] = useState(how.account ?? '');
  const take = (): void => readAs({ account: text.trim() === '' ? null : text.trim() });
  return (
    <TextInput
      size="xs"
      label={t('accountNumber')}
      value={text}
      maxLength={64}
      error={(how.account ?? null) === null}
      onChange={(e) => setText(e.currentTarget.value)}
      onBlur={take}
      onKeyDown={(e) => e.key === 'Enter' && take()}
      w={200}
    />
  );
}

function CurrencyField({ missing }: { missing: boolean }) {
  const t = useWords<typeof words>('bank');
  const { how } = useDesk();
  const currencies = useCall('tax/options', {}).data?.currencies ?? [];
  return (
    <Select
      size="xs"
      label={t('currency')}
      data={currencies}
      value={how.currency ?? null}
      searchable
      error={missing}
      onChange={(value) => readAs({ currency: value })}
      w={110}
    />
  );
}
