import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { DateOrder } from '../../../../domain/formats/mapping/printed-date.ts';
import { FIELD_NAMES, FIELDS, isMany, type Field } from '../../../../domain/bank/table/fields.ts';
import type { BankPreview, OwnBankMapping } from '../../../../services/contract/bank.ts';
import { useCall, useCommand } from '../../../app/hooks.ts';
import { notifyDone } from '../../../app/notify.tsx';
import { useLanguage, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/bank.json';
import { ErrorState } from '../../../ui/index.ts';
import { readAs, setMapping, useDesk } from './store.ts';

type Table = NonNullable<BankPreview['table']>;

/** Gives the columns of a table their fields, with the first cells of each in view; the mapping is kept by name, or used once. */
export function MapColumns({ file, table }: { file: string; table: Table }) {
  const t = useWords<typeof words>('bank');
  const zh = useLanguage() === 'zh-CN';
  const { how } = useDesk();
  const save = useCommand('bank/saveProfile', { quiet: true });
  const remove = useCommand('bank/removeProfile');
  const own = useCall('bank/profiles', {}).data?.own ?? [];
  const currencies = useCall('tax/options', {}).data?.currencies ?? [];
  const before = how.mapping ?? own.find((p) => `own:${p.name}` === table.profile?.id);
  const [fields, setFields] = useState<(Field | null)[]>(() =>
    table.columns.map((c) => before?.columns.find((b) => b.header === c.header)?.field ?? c.field),
  );
  const [name, setName] = useState(before?.name ?? file.replace(/\.\w+$/, '').slice(0, 80));
  const [kind, setKind] = useState<'bank' | 'card'>(before?.kind ?? table.profile?.kind ?? 'bank');
  const [account, setAccount] = useState(before?.account ?? how.account ?? '');
  const [currency, setCurrency] = useState<string | null>(before?.currency ?? how.currency ?? null);
  const [dates, setDates] = useState<DateOrder | null>(before?.dates ?? how.dates ?? table.reading.dates);
  const [spent, setSpent] = useState(before?.spent ?? false);
  const mapped = table.columns.flatMap((c, at) => (fields[at] && c.header !== '' ? [{ header: c.header, field: fields[at] }] : []));
  const single = mapped.filter((m) => !isMany(m.field)).map((m) => m.field);
  const why = !fields.some((f) => f === 'booked' || f === 'valued')
    ? t('need.day')
    : !fields.some((f) => f === 'amount' || f === 'out' || f === 'in')
      ? t('need.amount')
      : new Set(single).size < single.length
        ? t('need.once')
        : name.trim() === ''
          ? t('need.name')
          : null;
  const profile: OwnBankMapping = {
    name: name.trim(),
    kind,
    columns: mapped,
    account: account.trim() === '' ? null : account.trim(),
    currency,
    dates,
    decimal: how.decimal ?? table.reading.decimal,
    spent,
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
    if (!result.ok) return;
    readAs({ mapping: null, profile: null });
    notifyDone(t('removed', { name: before?.name ?? '' }));
  };
  return (
    <div className="bk-map">
      {table.profile === null && <p className="bk-note">{t('unknownText')}</p>}
      <div className="bk-fields">
        <TextInput size="xs" label={t('mapName')} value={name} maxLength={80} onChange={(e) => setName(e.currentTarget.value)} w={220} />
        <Select
          size="xs"
          label={t('kind')}
          data={[
            { value: 'bank', label: t('bankAccount') },
            { value: 'card', label: t('card') },
          ]}
          value={kind}
          allowDeselect={false}
          onChange={(value) => value && setKind(value as 'bank' | 'card')}
          w={130}
        />
        <TextInput
          size="xs"
          label={t('accountNumber')}
          value={account}
          maxLength={64}
          placeholder={t('fromCells')}
          onChange={(e) => setAccount(e.currentTarget.value)}
          w={190}
        />
        <Select
          size="xs"
          label={t('currency')}
          data={currencies}
          value={currency}
          searchable
          clearable
          placeholder={t('fromCells')}
          onChange={setCurrency}
          w={130}
        />
        <Select
          size="xs"
          label={t('dates')}
          data={(['ymd', 'dmy', 'mdy'] as const).map((value) => ({ value, label: t(`date.${value}`) }))}
          value={dates}
          clearable
          placeholder={t('fromCells')}
          onChange={(value) => setDates(value as DateOrder | null)}
          w={160}
        />
        <Checkbox size="xs" label={t('spent')} checked={spent} onChange={(e) => setSpent(e.currentTarget.checked)} />
      </div>
      <table className="entry bk-map-table">
        <thead>
          <tr>
            <th scope="col">{t('map.column')}</th>
            <th scope="col">{t('map.field')}</th>
            <th scope="col">{t('map.samples')}</th>
          </tr>
        </thead>
        <tbody>
          {table.columns.map((column, at) => (
            <tr key={at}>
              <th scope="row">{column.header === '' ? <span className="dim">{t('map.noName')}</span> : column.header}</th>
              <td>
                <Select
                  size="xs"
                  aria-label={t('map.fieldOf', { column: column.header })}
                  data={FIELD_NAMES.map((field) => ({ value: field, label: zh ? FIELDS[field].title.zh : FIELDS[field].title.en }))}
                  value={fields[at] ?? null}
                  disabled={column.header === ''}
                  placeholder={t('map.none')}
                  searchable
                  clearable
                  onChange={(value) => setFields(fields.map((f, i) => (i === at ? (value as Field | null) : f)))}
                />
              </td>
              <td className="dim bk-samples">{column.samples.join(' · ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {save.error && <ErrorState error={save.error} />}
      <div className="bk-take">
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
