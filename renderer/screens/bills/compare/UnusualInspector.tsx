import { useMemo } from 'react';
import { Link } from 'react-router';
import type { Anomaly } from '../../../../services/contract/analysis.ts';
import { isHeld } from '../../../app/held-to.ts';
import { useHeldTo } from '../../../app/useHeldTo.ts';
import { useAddress } from '../../../app/place.ts';
import { useTell } from '../../../i18n/told.ts';
import {
  Amount,
  amountText,
  Chart,
  Facts,
  Inspector,
  InspectorPart,
  minorPlaces,
  waterfallOption,
  widestFraction,
  type WaterfallStep,
} from '../../../ui/index.ts';
import { nameOf } from './resource-name.ts';
import { linesParams } from './place.ts';
import { shortNames } from './short-names.ts';
import type { CompareState } from './useCompare.ts';
import { percentText, useCompareWords } from './words.ts';

/** One unusual change: why, divided into effects that add up, its charge items, the former months and the lines of both sides. */
export function UnusualInspector({
  row,
  against,
  state,
  onClose,
}: {
  row: Anomaly;
  against: string;
  state: CompareState;
  onClose: () => void;
}) {
  const words = useCompareWords();
  const { t, value, column, effect } = words;
  const tell = useTell();
  const address = useAddress();
  const held = useHeldTo();
  const { period } = state;
  const { currency } = row;
  const places = minorPlaces(currency);
  const told = row.parts.filter((p) => p.amount !== '0');
  const steps = useMemo(
    (): WaterfallStep[] => [
      { name: against, amount: row.before, kind: 'total' },
      ...told.flatMap((p): WaterfallStep[] => (p.amount === null ? [] : [{ name: effect(p.effect), amount: p.amount, kind: 'change' }])),
      { name: period, amount: row.now, kind: 'total' },
    ],
    [row, against, period, told, effect],
  );
  const option = useMemo(
    () =>
      shortNames(
        waterfallOption(steps, (at) => `${steps[at]!.name}\n${amountText(steps[at]!.amount, places)} ${currency}`),
        52,
      ),
    [steps, places, currency],
  );
  const wide = widestFraction(row.parts.map((p) => p.amount));
  const where = row.filter.filter((f) => f.column !== 'currency' && !isHeld(f, held));
  const lines = (month: string) => address('/bills/details', linesParams({ from: month, to: month }, where, currency));
  return (
    <Inspector
      title={nameOf(row, words)}
      subtitle={[value('vendor', row.vendor), row.productType].filter(Boolean).join(' · ')}
      onClose={onClose}
    >
      <p className="unusual-reason">{tell.sentence(row.reason)}</p>
      <InspectorPart title={t('effects')}>
        <Chart
          option={option}
          label={t('effectsOf', { name: nameOf(row, words) })}
          height={150}
          table={{ columns: [t('effects'), `${t('amount')} ${currency}`], rows: steps.map((s) => [s.name, amountText(s.amount, places)]) }}
        />
        <table className="plain measures" aria-label={t('effects')}>
          <tbody>
            {told.map((p) => (
              <tr key={p.effect}>
                <th scope="row">
                  {effect(p.effect)} {p.partly ? <span className="dim">{t('partly')}</span> : null}
                </th>
                <td className="end">
                  {p.amount === null ? (
                    <span className="dim">{t('notTold')}</span>
                  ) : (
                    <Amount value={p.amount} currency={currency} column={wide} plainZero />
                  )}
                </td>
              </tr>
            ))}
            <tr className="sum">
              <th scope="row">
                {t('change')} <span className="dim">{percentText(row.percent, true)}</span>
              </th>
              <td className="end">
                <Amount value={row.difference} currency={currency} column={wide} plainZero />
              </td>
            </tr>
          </tbody>
        </table>
      </InspectorPart>
      <InspectorPart title={t('linesHead')}>
        <ul className="compare-links">
          {[against, period].map((month) => (
            <li key={month}>
              <Link to={lines(month)}>{t('openLinesOf', { range: month })}</Link>
            </li>
          ))}
        </ul>
      </InspectorPart>
      {row.items.length > 0 && (
        <InspectorPart title={t('items')}>
          {row.items.map((item, i) => (
            <div key={i} className="unusual-item">
              <strong>{[item.product, item.spec, item.usageType].filter(Boolean).join(' · ') || t('oneItem')}</strong>
              <table className="plain measures" aria-label={t('items')}>
                <thead>
                  <tr>
                    <th />
                    <th className="end">{against}</th>
                    <th className="end">{period}</th>
                  </tr>
                </thead>
                <tbody>
                  {(['amount', 'listPrice', 'usage', 'unitPrice'] as const).map((name) => (
                    <tr key={name}>
                      <th scope="row">
                        {name === 'amount' ? t('charges') : `${column(name)}${name === 'usage' && item.unit ? ` (${item.unit})` : ''}`}
                      </th>
                      {[item.before, item.now].map((side, at) => (
                        <td key={at} className="end">
                          {side === null ? (
                            <span className="dim">–</span>
                          ) : side[name] === null ? (
                            <span className="dim">{t('notTold')}</span>
                          ) : (
                            <Amount value={side[name]} plainZero />
                          )}
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          ))}
        </InspectorPart>
      )}
      <InspectorPart title={t('usual')}>
        <Facts
          items={[
            ...(row.usual
              ? ([
                  [
                    t('median', { count: row.usual.months }),
                    <Amount key="m" value={row.usual.median} currency={currency} showCurrency plainZero />,
                  ],
                  [t('deviation'), <Amount key="d" value={row.usual.deviation} currency={currency} showCurrency plainZero />],
                  [t('fromUsual'), percentText(row.usual.percent, true)],
                ] as const)
              : ([[t('usual'), t('tooFew')]] as const)),
            ...row.former.map((f) => [f.period, <Amount key={f.period} value={f.amount} currency={currency} plainZero />] as const),
          ]}
        />
      </InspectorPart>
    </Inspector>
  );
}
