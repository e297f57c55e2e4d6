import { Loader } from '@mantine/core';
import type { Output } from '../../../../services/contract/index.ts';
import { useCall } from '../../../app/hooks.ts';
import { useGo } from '../../../app/place.ts';
import { Amount, ErrorState, Facts, Ident, Inspector, InspectorPart, StatusMark } from '../../../ui/index.ts';
import { exactly, detailsParams } from '../place.ts';
import { splitOf, splitsIn } from './figures.ts';
import { Rules } from './Overview.tsx';
import { TermForm } from './TermForm.tsx';
import { useAllocationWords } from './words.ts';

type Told = Output<'allocation/line'>;

/** One line that is paid ahead: its term and where it is from, its months, and the way to its lines and order. */
export function AllocationInspector({ id, period, onClose }: { id: number; period: string; onClose: () => void }) {
  const { bill } = useAllocationWords();
  const told = useCall('allocation/line', { id, period }, { keep: true });
  const line = told.data?.line;
  const title = line ? (line.resourceName ?? line.product ?? line.productType ?? bill.t('lineTitle', { id })) : bill.t('lineTitle', { id });
  const subtitle = line ? [line.period, line.productType, line.billType].filter((part) => part && part !== title).join(' · ') : undefined;
  return (
    <Inspector title={title} subtitle={subtitle} onClose={onClose}>
      {told.error && <ErrorState error={told.error} retry={told.retry} />}
      {told.loading && <Loader size="sm" aria-label={bill.t('loading')} />}
      {told.data && !told.error && <Body told={told.data} period={period} />}
    </Inspector>
  );
}

function Body({ told, period }: { told: Told; period: string }) {
  const { t, bill } = useAllocationWords();
  const go = useGo();
  const { line, given } = told;
  const open = (column: string, value: string): void =>
    go('/bills/details', { ...detailsParams({ where: [exactly(column, value)], allPeriods: true }), period });
  return (
    <>
      <InspectorPart title={t('term')}>
        {line.gap ? <StatusMark mark="missing" label={t(`gap.${line.gap}`)} /> : null}
        {line.gap ? <p className="allocation-remedy">{t(`remedy.${line.gap}`)}</p> : null}
        <Facts
          items={[
            [t('first'), line.term?.first],
            [t('last'), line.term?.last],
            [t('days'), line.term?.days],
            [t('from'), line.from ? t(`source.${line.from}`) : null],
            [t('givenTo'), given ? t(given.to === 'order' ? 'toOrder' : 'toLine') : null],
            [t('note'), given?.note],
          ]}
        />
        <TermForm key={line.id} line={line} given={given} />
      </InspectorPart>
      <InspectorPart title={t('amount')}>
        <Facts
          items={[
            [t('amount'), <Amount key="amount" value={line.amount} currency={line.currency} showCurrency plainZero />],
            [t('order'), line.orderId ? <Ident key="order" value={line.orderId} copy /> : null],
            [t('original'), line.original ? <Ident key="original" value={line.original} copy /> : null],
            [bill.column('resourceId'), line.resourceId ? <Ident key="resource" value={line.resourceId} copy /> : null],
            [bill.column('date'), line.date],
          ]}
        />
        <div className="row-actions">
          <button
            type="button"
            className="link"
            onClick={() => go('/bills/details', { ...detailsParams({ line: line.id }), period: line.period })}
          >
            {t('openLine')}
          </button>
          {line.orderId ? (
            <button type="button" className="link" onClick={() => open('orderId', line.orderId!)}>
              {t('openOrder')}
            </button>
          ) : null}
          {line.original ? (
            <button type="button" className="link" onClick={() => open('orderId', line.original!)}>
              {t('openOriginal')}
            </button>
          ) : null}
        </div>
      </InspectorPart>
      {told.months.length > 0 && <MonthsTable told={told} period={period} />}
      <Rules policies={[told.convention, told.rounding]} />
    </>
  );
}

/** Every month of the line with its days and parts; the sums are those of the line. */
function MonthsTable({ told: { line, months }, period }: { told: Told; period: string }) {
  const { t, bill } = useAllocationWords();
  const { standing, currency } = line;
  if (!standing) return null;
  const splits = splitsIn([standing]);
  const several = splits.length > 1;
  return (
    <InspectorPart title={t('byMonth')}>
      <table className="plain allocation-months">
        <thead>
          <tr>
            <th scope="col">{bill.column('period')}</th>
            <th scope="col" className="end">
              {t('days')}
            </th>
            <th scope="col" className="end">
              {t('amount')} <span className="unit">{currency}</span>
            </th>
            {several &&
              splits.map((split) => (
                <th key={split} scope="col" className="end">
                  {t(`part.${split}`)}
                </th>
              ))}
          </tr>
        </thead>
        <tbody>
          {months.map((month) => (
            <tr key={month.period} aria-current={month.period === period ? 'date' : undefined}>
              <td>{month.period}</td>
              <td className="end">{month.days}</td>
              <td className="end">
                <Amount value={month.figure.total} currency={currency} plainZero />
              </td>
              {several &&
                splits.map((split) => (
                  <td key={split} className="end">
                    <Amount value={splitOf(month.figure, split)} currency={currency} />
                  </td>
                ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('stage.total')}</th>
            <td className="end">{line.term?.days}</td>
            <td className="end">
              <Amount value={standing.total.total} currency={currency} plainZero />
            </td>
            {several &&
              splits.map((split) => (
                <td key={split} className="end">
                  <Amount value={splitOf(standing.total, split)} currency={currency} />
                </td>
              ))}
          </tr>
        </tfoot>
      </table>
    </InspectorPart>
  );
}
