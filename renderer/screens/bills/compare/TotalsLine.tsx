import type { Output } from '../../../../services/contract/index.ts';
import { grouped } from '../../../app/duration.ts';
import { Amount, StatusMark, widestFraction } from '../../../ui/index.ts';
import { percentText, useCompareWords } from './words.ts';

type Totals = Output<'analysis/compare'>['currencies'][number];

/** Both totals, the change between them, and the check that the changes of all groups add up to it. */
export function TotalsLine({ totals, now, before }: { totals: Totals; now: string; before: string }) {
  const { t } = useCompareWords();
  const { currency, groups } = totals;
  const places = widestFraction([totals.before, totals.now, totals.difference, totals.up, totals.down]);
  const lines = (count: number): string => t('lines', { count, n: grouped(count) });
  const rows = [
    [before, totals.before, lines(totals.linesBefore), ''],
    [now, totals.now, lines(totals.linesNow), ''],
    [t('change'), totals.difference, percentText(totals.percent, true), 'sum'],
    [t('rose'), totals.up, t('newGroups', { count: groups.new, n: grouped(groups.new) }), ''],
    [t('fell'), totals.down, t('goneGroups', { count: groups.gone, n: grouped(groups.gone) }), ''],
  ] as const;
  return (
    <div className="compare-totals">
      <table className="plain" aria-label={t('figures')}>
        <tbody>
          {rows.map(([name, amount, note, kind]) => (
            <tr key={name} className={kind}>
              <th scope="row">{name}</th>
              <td className="end">
                <Amount value={amount} currency={currency} column={places} plainZero />
              </td>
              <td className="dim">{note}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="compare-check" title={t('footsHelp')}>
        <StatusMark mark={totals.foots ? 'pass' : 'fail'} label={totals.foots ? t('foots') : t('footsNot', { sum: totals.sumOfChanges })} />
      </p>
    </div>
  );
}
