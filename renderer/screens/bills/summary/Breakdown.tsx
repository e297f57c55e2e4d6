import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { Output } from '../../../../services/contract/index.ts';
import { compare } from '../../../../domain/money/amount.ts';
import { grouped } from '../../../app/duration.ts';
import { useAddress } from '../../../app/place.ts';
import type { HeldTo } from '../../../app/held-to.ts';
import { Amount, Card, widestFraction } from '../../../ui/index.ts';
import { detailsParams } from '../place.ts';
import { barWidth, largest, percentOf } from '../share.ts';
import { useBillWords } from '../words.ts';
import { useOpenLines } from './useOpenLines.ts';

type Group = Output<'bills/summary'>['byVendor'][number]['groups'][number];
const SHOWN = 8;

/** Where the period's payable went by one column: the largest first, bar, share and exact figure; each opens its lines. */
export function Breakdown({
  title,
  groups,
  column,
  currency,
  total,
  account,
  picture = null,
  aside = null,
  waiting = false,
}: {
  title: string;
  groups: readonly Group[];
  column: string;
  currency: string;
  total: string | null;
  account: HeldTo;
  /** Drawn above the table. */
  picture?: ReactNode;
  /** Stands before the way to the grouped lines. */
  aside?: ReactNode;
  waiting?: boolean;
}) {
  const { t, column: columnWord, value } = useBillWords();
  const address = useAddress();
  const [all, setAll] = useState(false);
  const sorted = [...groups].sort((a, b) => {
    const [x, y] = [a.amounts.payable, b.amounts.payable];
    return x === null || y === null ? Number(x === null) - Number(y === null) : compare(y, x);
  });
  const most = largest(sorted.map((g) => g.amounts.payable));
  const places = widestFraction(sorted.map((g) => g.amounts.payable));
  const shown = all ? sorted : sorted.slice(0, SHOWN);
  const open = useOpenLines(account);
  return (
    <Card
      title={title}
      aside={
        <>
          {aside}
          <Link to={address('/bills/details', detailsParams({ groupBy: [column], currency }))}>{t('openGrouped')}</Link>
        </>
      }
    >
      {picture}
      <table className="plain breakdown" aria-label={title} aria-busy={waiting}>
        <thead>
          <tr>
            <th scope="col">{columnWord(column)}</th>
            <th scope="col" className="bar-cell" aria-hidden="true" />
            <th scope="col" className="end">
              {t('share')}
            </th>
            <th scope="col" className="end">
              {columnWord('payable')} <span className="unit">{currency}</span>
            </th>
            <th scope="col" className="end">
              {t('linesHead')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((group) => (
            <tr key={group.label}>
              <th scope="row">
                <Link to={open(group.filter)} title={value(column, group.label)}>
                  {value(column, group.label)}
                </Link>
              </th>
              <td className="bar-cell" aria-hidden="true">
                <span
                  className={group.amounts.payable?.startsWith('-') ? 'bar minus' : 'bar'}
                  style={{ width: barWidth(group.amounts.payable, most) }}
                />
              </td>
              <td className="end dim">{percentOf(group.amounts.payable, total)}</td>
              <td className="end">
                <Amount value={group.amounts.payable} currency={currency} column={places} />
              </td>
              <td className="end dim">{grouped(group.lines)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {sorted.length > SHOWN && (
        <button type="button" className="link more" onClick={() => setAll(!all)}>
          {all ? t('showFewer') : t('showAll', { count: sorted.length })}
        </button>
      )}
    </Card>
  );
}
