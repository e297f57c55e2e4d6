import { Select } from '@mantine/core';
import type { RegisterList } from '../../../services/contract/registers.ts';
import { grouped } from '../../app/duration.ts';
import { DateInput, FilterChip, SearchField } from '../../ui/index.ts';
import type { Place } from './place.ts';
import type { Change } from './SubscriptionsScreen.tsx';
import { useListWords } from './words.ts';

/** What narrows a list: text, days, and the vendors, states and accounts that its rows have. */
export function Toolbar({ list, place, change }: { list: RegisterList; place: Place; change: Change }) {
  const { t, title, vendor } = useListWords();
  const named = (name: string): string => {
    const column = list.columns.find((c) => c.name === name);
    return column ? title(column) : name;
  };
  const day = named(list.date.column);
  return (
    <>
      <SearchField
        label={t('searchLabel', { list: title(list) })}
        placeholder={t('search')}
        text={place.search}
        onChange={(search) => change({ search }, { replace: true })}
      />
      {list.state && (
        <OneOf
          label={named(list.state.column)}
          value={place.state}
          values={list.state.values.map(({ value, rows }) => ({ value, rows, label: value }))}
          onChange={(state) => change({ state })}
        />
      )}
      {list.date.from !== null && (
        <>
          <DateInput
            w={152}
            aria-label={t('from', { day })}
            placeholder={t('fromHint', { day })}
            value={place.from}
            onChange={(from) => change({ from })}
          />
          <DateInput w={128} aria-label={t('to', { day })} placeholder={t('toHint')} value={place.to} onChange={(to) => change({ to })} />
        </>
      )}
      {list.vendors.length > 1 && (
        <OneOf
          label={t('vendor')}
          value={place.vendor}
          values={list.vendors.map(({ vendor: value, rows }) => ({ value, rows, label: vendor(value) }))}
          onChange={(chosen) => change({ vendor: list.vendors.find((known) => known.vendor === chosen)?.vendor ?? null })}
        />
      )}
      {list.accounts.length > 0 && (
        <OneOf
          label={t('account')}
          value={place.account}
          values={list.accounts.map(({ value, rows }) => ({ value, rows, label: value }))}
          onChange={(account) => change({ account })}
        />
      )}
      {place.batch !== null && <FilterChip name={t('batch')} value={String(place.batch)} onRemove={() => change({ batch: null })} />}
    </>
  );
}

/** One of the values that rows have, each with how many have it. */
function OneOf({
  label,
  value,
  values,
  onChange,
}: {
  label: string;
  value: string | null;
  values: readonly { value: string; label: string; rows: number }[];
  onChange: (value: string | null) => void;
}) {
  const known = value === null || values.some((v) => v.value === value);
  return (
    <Select
      w={136}
      aria-label={label}
      placeholder={label}
      clearable
      searchable={values.length > 12}
      comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
      value={value}
      onChange={onChange}
      data={[
        ...values.map((v) => ({ value: v.value, label: `${v.label} · ${grouped(v.rows)}` })),
        ...(known ? [] : [{ value, label: value }]),
      ]}
    />
  );
}
