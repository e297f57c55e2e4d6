import { Select } from '@mantine/core';
import { SIDES } from '../../../../domain/wht/certificate.ts';
import { EXPECTED_FINDINGS } from '../../../../domain/wht/expected/state.ts';
import { parseDate } from '../../../../domain/time/plain-date.ts';
import type { Input } from '../../../../services/contract/index.ts';
import { useCall } from '../../../app/hooks.ts';
import { useParam } from '../../../app/place.ts';
import { useWordOf, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/whtExpected.json';
import { DateInput, FilterChip } from '../../../ui/index.ts';
import { useCountryName } from '../../tax/country-name.ts';
import type { AgeKey } from './AgeTable.tsx';

const VENDORS = ['huawei', 'tencent', 'qingcloud', 'zilliz', 'other'] as const;
const KEYS: readonly AgeKey[] = ['country', 'vendor', 'period', 'counterparty'];

/** The filter that the address holds. */
export function useExpectedFilter() {
  const [side] = useParam('side');
  const [country] = useParam('country');
  const [vendor] = useParam('vendor');
  const [month] = useParam('month');
  const [search] = useParam('q');
  const [asOf] = useParam('asOf');
  const [finding] = useParam('finding');
  const [by] = useParam('by');
  const input = {
    side: SIDES.find((s) => s === side) ?? null,
    country: country !== null && /^[A-Z]{2}$/.test(country) ? country : null,
    vendor: VENDORS.find((v) => v === vendor) ?? null,
    period: month !== null && /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? month : null,
    search: search ?? '',
    asOf: asOf !== null && parseDate(asOf).ok ? asOf : null,
    finding: EXPECTED_FINDINGS.find((f) => f === finding) ?? null,
  } satisfies Omit<Input<'wht/ageing'>, 'by'>;
  return { input, by: KEYS.find((key) => key === by) ?? null, month, params: { side, country, vendor, month, q: search, asOf, finding } };
}

/** Group, side, country, vendor and day, as fields of the table's bar. */
export function ExpectedFilters() {
  const t = useWords<typeof words>('whtExpected');
  const common = useWordOf('common');
  const country = useCountryName();
  const { input, by } = useExpectedFilter();
  const [, setSide] = useParam('side');
  const [, setCountry] = useParam('country');
  const [, setVendor] = useParam('vendor');
  const [, setMonth] = useParam('month');
  const [, setAsOf] = useParam('asOf');
  const [, setBy] = useParam('by');
  const [, setFinding] = useParam('finding');
  const seen = useCall('wht/ageing', { by: 'country', asOf: input.asOf });
  const book = useCall('book/info', {});
  const countries = [...new Set([...(seen.data?.groups ?? []).map((g) => g.key), book.data?.country ?? '', input.country ?? ''])]
    .filter((key) => key !== '')
    .toSorted();
  return (
    <>
      <Select
        aria-label={t('by.label')}
        w={124}
        allowDeselect={false}
        value={by ?? 'list'}
        data={(['list', ...KEYS] as const).map((key) => ({ value: key, label: t(`by.${key}`) }))}
        onChange={(value) => setBy(value === 'list' ? null : value)}
      />
      <Select
        aria-label={t('side.label')}
        w={144}
        allowDeselect={false}
        value={input.side ?? 'all'}
        onChange={(value) => setSide(value === 'all' ? null : value)}
        data={(['all', ...SIDES] as const).map((side) => ({ value: side, label: t(`side.${side}`) }))}
      />
      {(countries.length > 1 || input.country !== null) && (
        <Select
          aria-label={t('country')}
          w={150}
          value={input.country ?? ''}
          allowDeselect={false}
          data={[{ value: '', label: t('allCountries') }, ...countries.map((key) => ({ value: key, label: country(key) }))]}
          onChange={(value) => setCountry(value === '' ? null : value)}
        />
      )}
      <Select
        aria-label={t('vendor')}
        w={132}
        value={input.vendor ?? ''}
        allowDeselect={false}
        data={[{ value: '', label: t('allVendors') }, ...VENDORS.map((key) => ({ value: key, label: common(`vendor.${key}`) }))]}
        onChange={(value) => setVendor(value === '' ? null : value)}
      />
      <Select
        aria-label={t('findings')}
        w={150}
        value={input.finding ?? ''}
        allowDeselect={false}
        comboboxProps={{ width: 260 }}
        data={[{ value: '', label: t('anyFinding') }, ...EXPECTED_FINDINGS.map((key) => ({ value: key, label: t(`found.${key}`) }))]}
        onChange={(value) => setFinding(value === '' ? null : value)}
      />
      <DateInput aria-label={t('asOf')} title={t('asOf')} placeholder={t('asOfToday')} w={132} value={input.asOf} onChange={setAsOf} />
      {input.period !== null && <FilterChip name={t('period')} value={input.period} onRemove={() => setMonth(null)} />}
    </>
  );
}
