import { Loader, Select } from '@mantine/core';
import { PEAK_METHOD_IDS, PEAK_METHODS, type PeakMethodId } from '../../../../domain/usage/methods.ts';
import type { UsageSeriesKey } from '../../../../services/contract/usage.ts';
import { useLanguage, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/usage.json';
import { AmountInput } from '../../../ui/index.ts';
import type { Series } from './Charged.tsx';
import { readSeries, writeSeries, type UsagePlace } from './place.ts';
import type { ChangePlace } from './Usage.tsx';

const BOTH = '';

/** What is charged and how: resource, direction, method, bought bandwidth, price, and what missing samples count for. */
export function Terms({
  series,
  current,
  directions,
  method,
  place,
  change,
  refreshing,
}: {
  series: Series;
  current: UsageSeriesKey;
  directions: readonly string[];
  method: PeakMethodId;
  place: UsagePlace;
  change: ChangePlace;
  refreshing: boolean;
}) {
  const t = useWords<typeof words>('usage');
  const zh = useLanguage() === 'zh-CN';
  const { minimum, ranked, charged } = PEAK_METHODS[method];
  const amount = (name: 'committed' | 'percent' | 'price', label: string, unit: string, width: number, placeholder?: string) => (
    <AmountInput
      key={name}
      w={width}
      label={label}
      currency={unit}
      placeholder={placeholder}
      value={place[name]}
      onChange={(value, valid) => valid && change({ [name]: value }, { replace: true })}
    />
  );
  return (
    <div className="usage-terms" role="group" aria-label={t('terms')}>
      <Select
        w={260}
        data-filter
        label={t('resource')}
        allowDeselect={false}
        searchable={series.length > 8}
        value={writeSeries(current)}
        onChange={(text) => change({ series: readSeries(text), method: null, direction: null })}
        data={optionsOf(series, (count) => t('together', { count }))}
      />
      {directions.length > 1 && (
        <Select
          w={172}
          label={t('direction')}
          allowDeselect={false}
          value={place.direction ?? BOTH}
          onChange={(direction) => change({ direction: direction === BOTH ? null : direction })}
          data={[{ value: BOTH, label: t('larger') }, ...directions.map((name) => ({ value: name, label: name }))]}
        />
      )}
      <Select
        w={272}
        label={t('method')}
        allowDeselect={false}
        value={method}
        onChange={(id) => change({ method: PEAK_METHOD_IDS.find((known) => known === id) ?? null })}
        data={PEAK_METHOD_IDS.map((id) => ({ value: id, label: zh ? PEAK_METHODS[id].title.zh : PEAK_METHODS[id].title.en }))}
      />
      {minimum && amount('committed', t('committed'), 'Mbit/s', 132)}
      {minimum && amount('percent', t('percent'), '%', 96, minimum.percent)}
      {amount('price', t(charged === 'each-day' ? 'priceDay' : 'price'), '', 112)}
      {ranked === 'month' && (
        <Select
          w={150}
          label={t('missing')}
          allowDeselect={false}
          value={place.zero ? 'zero' : 'left-out'}
          onChange={(rule) => change({ zero: rule === 'zero' })}
          data={[
            { value: 'left-out', label: t('missingOut') },
            { value: 'zero', label: t('missingZero') },
          ]}
        />
      )}
      <Select
        w={84}
        label={t('base')}
        allowDeselect={false}
        value={place.base1024 ? '1024' : '1000'}
        onChange={(base) => change({ base1024: base === '1024' })}
        data={['1000', '1024']}
      />
      {refreshing && <Loader size={14} aria-label={t('loading')} />}
    </div>
  );
}

/** Resources by usage type; where one has several resources, also all of them together. */
function optionsOf(series: Series, together: (count: number) => string): { group: string; items: { value: string; label: string }[] }[] {
  const groups = Map.groupBy(series, ({ vendor, spec, region }) => JSON.stringify([vendor, spec, region]));
  return [...groups.values()].map((of) => {
    const { vendor, spec, region } = of[0]!;
    const items = of.map((one) => ({ value: writeSeries(one), label: one.resource || '–' }));
    if (of.length > 1) items.push({ value: writeSeries({ vendor, spec, region, resource: null }), label: together(of.length) });
    return { group: [spec, region].filter(Boolean).join(' · ') || vendor, items };
  });
}
