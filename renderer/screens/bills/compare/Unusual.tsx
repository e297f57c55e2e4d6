import { TextInput } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { isAmount } from '../../../../domain/money/amount.ts';
import { unwrap } from '../../../../domain/result.ts';
import type { Anomaly } from '../../../../services/contract/analysis.ts';
import { grouped } from '../../../app/duration.ts';
import { useCall } from '../../../app/hooks.ts';
import { usePages } from '../../../app/usePages.ts';
import { bridge } from '../../../host/bridge.ts';
import { useTell } from '../../../i18n/told.ts';
import { amountText, DataTable, EmptyState, minorPlaces, type DataColumn } from '../../../ui/index.ts';
import type { CompareState } from './useCompare.ts';
import { CurrencyPicker } from './Sides.tsx';
import { anomalyId, nameOf } from './resource-name.ts';
import { UnusualInspector } from './UnusualInspector.tsx';
import { percentText, useCompareWords } from './words.ts';

/** Resources whose cost changed unusually against the month before, each with its reason in a sentence. */
export function Unusual({ state }: { state: CompareState }) {
  const words = useCompareWords();
  const { t } = words;
  const tell = useTell();
  const { place, change, period, where, currency } = state;
  const asked = useMemo(
    () => ({ period, where, currency, thresholds: { amount: place.leastAmount, percent: place.leastPercent } }),
    [period, where, currency, place.leastAmount, place.leastPercent],
  );
  const source = usePages<Anomaly>({
    key: ['analysis/anomalies', asked],
    pageSize: 50,
    fetch: (offset, limit, signal) =>
      bridge()
        .call('analysis/anomalies', { ...asked, offset, limit }, { signal })
        .then(unwrap),
  });
  const head = useCall('analysis/anomalies', { ...asked, limit: 1 }, { keep: true });
  const { policy } = head.data ?? {};
  const least = policy ? (currency !== null && Object.hasOwn(policy.amounts, currency) ? policy.amounts[currency] : undefined) : undefined;
  const columns = useMemo(
    (): DataColumn<Anomaly>[] => [
      { id: 'resource', header: t('resource'), width: 150, sortable: false, value: (r) => nameOf(r, words) },
      {
        id: 'productType',
        header: words.column('productType'),
        width: 120,
        sortable: false,
        value: (r) => words.value('productType', r.productType),
      },
      { id: 'before', header: head.data?.against ?? '', kind: 'amount', width: 116, currency, sortable: false, value: (r) => r.before },
      { id: 'now', header: period, kind: 'amount', width: 116, currency, sortable: false, value: (r) => r.now },
      { id: 'difference', header: t('change'), kind: 'amount', width: 116, currency, sortable: false, value: (r) => r.difference },
      { id: 'percent', header: t('percent'), align: 'end', width: 80, sortable: false, value: (r) => percentText(r.percent, true) },
      {
        id: 'leading',
        header: t('mainly'),
        width: 124,
        sortable: false,
        value: (r) => (r.leading === null ? '' : words.effect(r.leading)),
      },
      { id: 'reason', header: t('reason'), grow: true, width: 250, sortable: false, value: (r) => tell.sentence(r.reason) },
    ],
    [t, words, tell, head.data, period, currency],
  );
  const totals = currency === null ? undefined : head.data?.totals[currency];
  const opened = place.at === null ? undefined : source.loaded.find((row) => anomalyId(row) === place.at);
  return (
    <>
      <DataTable
        id="unusual"
        label={t('part.unusual')}
        columns={columns}
        source={source}
        rowId={anomalyId}
        onOpen={(row) => change({ at: anomalyId(row) }, { replace: place.at !== null })}
        activeId={place.at}
        toolbar={
          <>
            <Threshold
              label={t('leastAmount')}
              unit={currency ?? ''}
              value={place.leastAmount}
              usual={least ?? policy?.otherwise ?? ''}
              onChange={(leastAmount) => change({ leastAmount, at: null }, { replace: true })}
            />
            <Threshold
              label={t('leastPercent')}
              unit="%"
              value={place.leastPercent}
              usual={policy?.percent ?? ''}
              onChange={(leastPercent) => change({ leastPercent, at: null }, { replace: true })}
            />
            <CurrencyPicker state={state} />
            {head.data && (
              <span className="dim">
                {t('examined', { n: grouped(head.data.examined), large: grouped(head.data.large), count: grouped(head.data.count) })}
                {totals && currency !== null
                  ? ` · +${amountText(totals.up, minorPlaces(currency))} / ${amountText(totals.down, minorPlaces(currency))} ${currency}`
                  : ''}
                {head.data.leftOut.length > 0
                  ? ` · ${t('leftOut', { vendors: head.data.leftOut.map((v) => words.value('vendor', v)).join(', ') })}`
                  : ''}
                {head.data.truncated ? ` · ${t('largestOnly')}` : ''}
              </span>
            )}
          </>
        }
        empty={<EmptyState title={t('noneUnusual')} text={t('noneUnusualText')} />}
      />
      {opened && (
        <UnusualInspector
          row={opened}
          against={head.data?.against ?? ''}
          state={state}
          onClose={() => change({ at: null }, { replace: true })}
        />
      )}
    </>
  );
}

/** A threshold; empty, the policy's own stands there in grey. */
function Threshold({
  label,
  unit,
  value,
  usual,
  onChange,
}: {
  label: string;
  unit: string;
  value: string | null;
  usual: string;
  onChange: (value: string | null) => void;
}) {
  const [text, setText] = useState(value ?? '');
  useEffect(() => setText(value ?? ''), [value]);
  const ok = text === '' || isAmount(text);
  const apply = (): void => {
    if (ok && text !== (value ?? '')) onChange(text === '' ? null : text);
  };
  return (
    <TextInput
      aria-label={`${label} (${unit})`}
      title={label}
      w={128}
      leftSection={<span className="dim">≥</span>}
      rightSection={<span className="unit">{unit}</span>}
      rightSectionWidth={44}
      placeholder={usual}
      value={text}
      error={!ok}
      onChange={(event) => setText(event.currentTarget.value.trim())}
      onBlur={apply}
      onKeyDown={(event) => event.key === 'Enter' && apply()}
    />
  );
}
