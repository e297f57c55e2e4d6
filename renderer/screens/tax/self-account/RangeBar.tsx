import { ActionIcon, SegmentedControl, Select } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/selfAccount.json';
import { DateInput } from '../../../ui/index.ts';
import { useCountryName } from '../country-name.ts';
import { spanIs, spanOf, stepOf, type Range, type Span } from './range.ts';

const SPANS = ['month', 'quarter', 'year'] as const satisfies readonly Span[];

/** Days and country of the worksheet. */
export function RangeBar({
  range,
  onRange,
  country,
  countries,
  onCountry,
}: {
  range: Range;
  onRange: (range: Range) => void;
  country: string | null;
  countries: readonly string[];
  onCountry: (country: string | null) => void;
}) {
  const t = useWords<typeof words>('selfAccount');
  const name = useCountryName();
  const span = spanIs(range);
  const step = (by: 1 | -1, label: string, Glyph: typeof IconChevronLeft) => (
    <ActionIcon variant="default" size={30} aria-label={label} disabled={span === null} onClick={() => onRange(stepOf(range, by))}>
      <Glyph size={15} stroke={1.5} />
    </ActionIcon>
  );
  return (
    <div className="worksheet-bar">
      <SegmentedControl
        size="xs"
        aria-label={t('span')}
        data={[
          ...SPANS.map((value) => ({ value: value as string, label: t(`spans.${value}`) })),
          { value: 'own', label: t('spans.own'), disabled: true },
        ]}
        value={span ?? 'own'}
        onChange={(value) => {
          const wanted = SPANS.find((s) => s === value);
          if (wanted) onRange(spanOf(range.from.slice(0, 7), wanted));
        }}
      />
      {step(-1, t('former'), IconChevronLeft)}
      {step(1, t('next'), IconChevronRight)}
      <DateInput
        size="xs"
        w={128}
        aria-label={t('from')}
        clearable={false}
        value={range.from}
        onChange={(from) => from && onRange({ from, to: from > range.to ? from : range.to })}
      />
      <span aria-hidden="true">–</span>
      <DateInput
        size="xs"
        w={128}
        aria-label={t('to')}
        clearable={false}
        value={range.to}
        onChange={(to) => to && onRange({ from: to < range.from ? to : range.from, to })}
      />
      <Select
        size="xs"
        w={230}
        aria-label={t('country')}
        placeholder={t('allCountries')}
        clearable
        clearButtonProps={{ 'aria-label': t('allCountries') }}
        value={country}
        data={[...new Set([...countries, ...(country ? [country] : [])])].map((iso) => ({ value: iso, label: name(iso) }))}
        onChange={onCountry}
      />
    </div>
  );
}
