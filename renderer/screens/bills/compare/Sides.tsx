import { Select } from '@mantine/core';
import { useState } from 'react';
import { addPeriods } from '../../../../domain/time/plain-date.ts';
import { overlap, parseRange, rangeBefore, rangeText, yearBefore } from '../../../../domain/analysis/ranges.ts';
import { useCall } from '../../../app/hooks.ts';
import { SPANS } from './place.ts';
import type { CompareState } from './useCompare.ts';
import { useCompareWords } from './words.ts';

const COLUMNS = [
  'productType',
  'product',
  'resourceId',
  'resourceName',
  'account',
  'payingAccount',
  'enterpriseProject',
  'vendor',
  'region',
  'billingMode',
  'billType',
  'spec',
  'usageType',
  'availabilityZone',
  'tags',
  'provider',
  'invoiceId',
  'orderId',
  'date',
] as const;

/** Which months stand against which: how many, and the months before, a year before, or any others of the book. */
export function Sides({ state }: { state: CompareState }) {
  const { t } = useCompareWords();
  const { place, change, now } = state;
  const periods = useCall('bills/periods', {});
  const others = (periods.data ?? [])
    .map((p) => ({ from: addPeriods(p.period, 1 - place.span), to: p.period }))
    .filter((range) => !overlap(range, now) && ![rangeBefore(now), yearBefore(now)].some((known) => known.to === range.to));
  const chosen = place.against === 'before' || place.against === 'year-before' ? place.against : rangeText(place.against);
  const options = [
    { value: 'before', label: t('before', { range: rangeText(rangeBefore(now)) }) },
    { value: 'year-before', label: t('yearBefore', { range: rangeText(yearBefore(now)) }) },
    ...others.map((range) => ({ value: rangeText(range), label: rangeText(range) })),
  ];
  if (!options.some((o) => o.value === chosen)) options.push({ value: chosen, label: chosen });
  return (
    <>
      <Select
        aria-label={t('months')}
        w={116}
        allowDeselect={false}
        value={String(place.span)}
        onChange={(span) => change({ span: Number(span), against: place.against === 'year-before' ? 'year-before' : 'before', at: null })}
        data={SPANS.map((span) => ({ value: String(span), label: t('span', { count: span }) }))}
      />
      <span className="dim">{t('against')}</span>
      <Select
        aria-label={t('against')}
        w={230}
        allowDeselect={false}
        value={chosen}
        onChange={(next) => {
          const range = next === null || next === 'before' || next === 'year-before' ? null : parseRange(next);
          change({ against: range?.ok ? range.value : next === 'year-before' ? 'year-before' : 'before', at: null });
        }}
        data={options}
      />
    </>
  );
}

/** The column that lines are grouped by; keys of tags are among them. */
export function ByPicker({ state, label }: { state: CompareState; label?: string }) {
  const { t, column } = useCompareWords();
  const { place, change, now, where } = state;
  // Keys of tags are read from every line: only when somebody looks for them.
  const [looked, setLooked] = useState(false);
  const tags = useCall('analysis/coverage', { period: now, where }, { enabled: looked, keep: true });
  const keys = [...new Set((tags.data?.currencies ?? []).flatMap((c) => c.keys.slice(0, 30).map((k) => `tag:${k.key}`)))];
  const columns: string[] = [...COLUMNS, ...keys];
  if (!columns.includes(place.by)) columns.push(place.by);
  return (
    <Select
      aria-label={label ?? t('by')}
      w={190}
      searchable
      allowDeselect={false}
      onDropdownOpen={() => setLooked(true)}
      value={place.by}
      onChange={(by) => by && change({ by, at: null })}
      data={columns.map((name) => ({ value: name, label: column(name) }))}
      nothingFoundMessage={t('noColumn')}
    />
  );
}

/** One currency at a time: they are never added together. */
export function CurrencyPicker({ state }: { state: CompareState }) {
  const { t } = useCompareWords();
  const { currencies, currency, change } = state;
  if (currencies.length < 2) return null;
  return (
    <Select
      aria-label={t('currency')}
      w={92}
      allowDeselect={false}
      value={currency}
      onChange={(code) => change({ currency: code, at: null })}
      data={[...currencies]}
    />
  );
}
