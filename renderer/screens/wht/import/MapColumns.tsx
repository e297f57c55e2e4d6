import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Side } from '../../../../domain/wht/certificate.ts';
import { FIELD_NAMES, type Field } from '../../../../domain/wht/import/fields.ts';
import type { Input } from '../../../../services/contract/index.ts';
import type { ImportPreview } from '../../../../services/contract/wht-import.ts';
import { useCall, useCommand } from '../../../app/hooks.ts';
import { notifyDone } from '../../../app/notify.tsx';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/whtImport.json';
import { ErrorState } from '../../../ui/index.ts';
import { readAs, setMapping, useDesk } from './store.ts';
import { useNames } from './words.ts';

type Own = Input<'wht/saveImportProfile'>['profile'];

/** Gives the columns of a list their fields, with the first cells of each in view; the mapping is kept by name, or used once. */
export function MapColumns({ preview }: { preview: ImportPreview }) {
  const t = useWords<typeof words>('whtImport');
  const names = useNames();
  const { how } = useDesk();
  const save = useCommand('wht/saveImportProfile', { quiet: true });
  const remove = useCommand('wht/removeImportProfile');
  const own = useCall('wht/importProfiles', {}).data?.own ?? [];
  const currencies = useCall('tax/options', {}).data?.currencies ?? [];
  const before = how.mapping ?? own.find((p) => `own:${p.name}` === preview.profile?.id);
  const [fields, setFields] = useState<(Field | null)[]>(() =>
    preview.columns.map((c) => before?.columns.find((b) => b.header === c.header)?.field ?? c.field),
  );
  const [name, setName] = useState(before?.name ?? preview.file.replace(/\.\w+$/, '').slice(0, 80));
  const [side, setSide] = useState<Side>(before?.side ?? 'payer');
  const [country, setCountry] = useState(before?.country ?? preview.profile?.country ?? '');
  const [currency, setCurrency] = useState<string | null>(before?.currency ?? null);
  const [issuer, setIssuer] = useState(before?.issuer ?? '');
  const [gather, setGather] = useState(before?.gather ?? false);
  const mapped = preview.columns.flatMap((c, at) => (fields[at] && c.header !== '' ? [{ header: c.header, field: fields[at] }] : []));
  const badCountry = country !== '' && !/^[A-Z]{2}$/.test(country);
  const why = !fields.includes('tax')
    ? t('needTax')
    : new Set(mapped.map((m) => m.field)).size < mapped.length
      ? t('fieldTwice')
      : name.trim() === ''
        ? t('needName')
        : badCountry
          ? t('badCountry')
          : null;
  const profile: Own = {
    name: name.trim(),
    columns: mapped,
    side,
    country: country === '' ? null : country,
    currency,
    issuer: issuer.trim() === '' ? null : issuer.trim(),
    gather,
    dates: how.dates ?? preview.reading.dates,
    decimal: how.decimal ?? preview.reading.decimal,
  };
  const use = (): void => {
    readAs({ mapping: profile, profile: null });
    setMapping(false);
  };
  const keep = async (): Promise<void> => {
    const result = await save.run({ profile });
    if (!result.ok) return;
    notifyDone(t('saved', { name: result.value.name }));
    readAs({ mapping: null, profile: `own:${result.value.name}` });
    setMapping(false);
  };
  const drop = async (): Promise<void> => {
    const result = await remove.run({ name: before?.name ?? '' });
    if (result.ok) {
      readAs({ mapping: null, profile: null });
      notifyDone(t('removed', { name: before?.name ?? '' }));
    }
  };
  return (
    <div className="page-scroll wi-map">
      {preview.profile === null && <p className="wi-note">{t('unknownText')}</p>}
      <div className="wi-fields">
        <TextInput size="xs" label={t('mapName')} value={name} maxLength={80} onChange={(e) => setName(e.currentTarget.value)} w={220} />
        <Select
          size="xs"
          label={t('side')}
          data={[
            { value: 'payer', label: t('sidePayer') },
            { value: 'payee', label: t('sidePayee') },
          ]}
          value={side}
          allowDeselect={false}
          onChange={(value) => value && setSide(value as Side)}
          w={170}
        />
        <TextInput
          size="xs"
          label={t('country')}
          value={country}
          maxLength={2}
          placeholder="KE"
          error={badCountry}
          onChange={(e) => setCountry(e.currentTarget.value.toUpperCase())}
          w={80}
        />
        <Select
          size="xs"
          label={t('column.currency')}
          data={currencies}
          value={currency}
          searchable
          clearable
          placeholder={t('fromCells')}
          onChange={setCurrency}
          w={130}
        />
        <TextInput
          size="xs"
          label={t('fact.issuer')}
          value={issuer}
          maxLength={200}
          placeholder={t('issuerPayer')}
          onChange={(e) => setIssuer(e.currentTarget.value)}
          w={200}
        />
        <Checkbox size="xs" label={t('gather')} checked={gather} onChange={(e) => setGather(e.currentTarget.checked)} />
      </div>
      <table className="entry wi-columns">
        <thead>
          <tr>
            <th scope="col">{t('map.column')}</th>
            <th scope="col">{t('map.field')}</th>
            <th scope="col">{t('map.samples')}</th>
          </tr>
        </thead>
        <tbody>
          {preview.columns.map((column, at) => (
            <tr key={at}>
              <th scope="row">{column.header === '' ? <span className="dim">{t('map.noName')}</span> : column.header}</th>
              <td>
                <Select
                  size="xs"
                  aria-label={t('map.fieldOf', { column: column.header })}
                  data={FIELD_NAMES.map((field) => ({ value: field, label: names.field(field) }))}
                  value={fields[at] ?? null}
                  disabled={column.header === ''}
                  placeholder={t('map.none')}
                  searchable
                  clearable
                  onChange={(value) => setFields(fields.map((f, i) => (i === at ? (value as Field | null) : f)))}
                />
              </td>
              <td className="dim wi-samples">{column.samples.join(' · ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {save.error && <ErrorState error={save.error} />}
      <div className="wi-buttons">
        <Button size="xs" disabled={why !== null} onClick={use}>
          {t('useOnce')}
        </Button>
        <Button size="xs" variant="default" disabled={why !== null} loading={save.busy} onClick={() => void keep()}>
          {t('keepProfile')}
        </Button>
        {before && own.some((p) => p.name === before.name) && (
          <Button size="xs" variant="subtle" color="red" onClick={() => void drop()}>
            {t('removeProfile')}
          </Button>
        )}
        <span className="dim" role="status">
          {why ?? ''}
        </span>
      </div>
    </div>
  );
}
