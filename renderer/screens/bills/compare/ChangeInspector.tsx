import { Link } from 'react-router';
import { rangeText } from '../../../../domain/analysis/ranges.ts';
import type { CompareRow } from '../../../../services/contract/analysis.ts';
import { grouped } from '../../../app/duration.ts';
import { useAddress } from '../../../app/place.ts';
import { Amount, Facts, Inspector, InspectorPart } from '../../../ui/index.ts';
import { exactly } from '../place.ts';
import { inside, linesParams, nextLevel } from './place.ts';
import type { CompareState } from './useCompare.ts';
import { percentText, useCompareWords } from './words.ts';

const WAYS = ['productType', 'product', 'resourceId', 'spec', 'usageType', 'billType', 'account', 'region'] as const;

/** One group: both figures exactly, its lines on either side, and the ways to break it down. */
export function ChangeInspector({ row, state, onClose }: { row: CompareRow; state: CompareState; onClose: () => void }) {
  const { t, column, value } = useCompareWords();
  const address = useAddress();
  const { place, change, now, before, currency } = state;
  const where = [...place.where, exactly(place.by, row.value)];
  const money = (amount: string | null) => <Amount value={amount} currency={row.currency} showCurrency plainZero />;
  const first = nextLevel(place.by, place.where);
  const ways = [first, ...WAYS.filter((w) => w !== first && w !== place.by && !place.where.some((f) => f.column === w))];
  return (
    <Inspector title={value(place.by, row.value)} subtitle={column(place.by)} onClose={onClose}>
      <InspectorPart title={t('figures')}>
        <Facts
          items={[
            [rangeText(before), money(row.before)],
            [rangeText(now), money(row.now)],
            [t('change'), money(row.difference)],
            [t('percent'), percentText(row.percent, true)],
            [t('shareOf', { range: rangeText(before) }), percentText(row.shareBefore)],
            [t('shareOf', { range: rangeText(now) }), percentText(row.shareNow)],
            [t('standing'), t(`standings.${row.standing}`)],
          ]}
        />
      </InspectorPart>
      <InspectorPart title={t('linesHead')}>
        <ul className="compare-links">
          {(
            [
              [before, row.linesBefore],
              [now, row.linesNow],
            ] as const
          ).map(([range, count]) => (
            <li key={range.to}>
              {count > 0 ? (
                <Link to={address('/bills/details', linesParams(range, where, currency))}>
                  {t('linesIn', { count, n: grouped(count), range: rangeText(range) })}
                </Link>
              ) : (
                <span className="dim">{t('noLinesIn', { range: rangeText(range) })}</span>
              )}
            </li>
          ))}
        </ul>
      </InspectorPart>
      <InspectorPart title={t('breakDown')}>
        <ul className="compare-links">
          {ways.map((by) => (
            <li key={by}>
              <button type="button" className="link" onClick={() => change(inside(place, row.value, by))}>
                {t('byColumn', { column: column(by) })}
              </button>
            </li>
          ))}
        </ul>
      </InspectorPart>
    </Inspector>
  );
}
