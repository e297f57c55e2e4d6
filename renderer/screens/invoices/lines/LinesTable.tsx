import type { InvoiceLine } from '../../../../domain/invoices/document.ts';
import { billScopeOf } from '../../../../domain/invoices/line-scope.ts';
import { sum } from '../../../../domain/money/amount.ts';
import { useGo } from '../../../app/place.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/making.json';
import { Amount } from '../../../ui/index.ts';
import { detailsParams, placeOf } from '../../bills/place.ts';
import './lines.css';

/** The lines of a document; each leads to the bill lines that it stands for. */
export function LinesTable({ lines, currency, wide = false }: { lines: readonly InvoiceLine[]; currency: string; wide?: boolean }) {
  const t = useWords<typeof words>('making');
  const open = useOpenScope();
  const taxes = lines.some((line) => line.tax !== null);
  const priced = wide && lines.some((line) => line.quantity !== null || line.price !== null);
  return (
    <table className="lines-table" aria-label={t('lines')}>
      <thead>
        <tr>
          <th>{t('description')}</th>
          {priced && <th className="end">{t('quantity')}</th>}
          {priced && <th className="end">{t('price')}</th>}
          {wide && <th className="end">{t('rate')}</th>}
          {taxes && <th className="end">{t('tax')}</th>}
          <th className="end">
            {t('net')} <span className="unit">{currency}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.position}>
            <td>
              {line.scope === null ? (
                line.description
              ) : (
                <button type="button" className="link" title={t('openBillLines')} onClick={() => line.scope && open(line.scope)}>
                  {line.description}
                </button>
              )}
              {line.first !== null && wide && (
                <span className="lines-days">
                  {line.first} – {line.last ?? ''}
                </span>
              )}
            </td>
            {priced && (
              <td className="end">
                <Amount value={line.quantity} />
                {line.unit && <span className="unit"> {line.unit}</span>}
              </td>
            )}
            {priced && (
              <td className="end">
                <Amount value={line.price} />
              </td>
            )}
            {wide && <td className="end">{line.ratePct === null ? '' : `${line.ratePct} %`}</td>}
            {taxes && (
              <td className="end">
                <Amount value={line.tax} currency={currency} column={2} />
              </td>
            )}
            <td className="end">
              <Amount value={line.net} currency={currency} plainZero column={2} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={1 + (priced ? 2 : 0) + (wide ? 1 : 0)}>{t('linesTotal', { count: lines.length })}</td>
          {taxes && (
            <td className="end">
              <Amount value={sum(lines.map((line) => line.tax))} currency={currency} column={2} />
            </td>
          )}
          <td className="end">
            <Amount value={sum(lines.map((line) => line.net))} currency={currency} plainZero column={2} />
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

/** Opens the bill lines of a scope. */
function useOpenScope(): (scope: NonNullable<InvoiceLine['scope']>) => void {
  const go = useGo();
  return (scope) => {
    const bills = billScopeOf(scope);
    const { where, currency } = placeOf(bills.where);
    const range = bills.from || bills.to ? { from: bills.from ?? null, to: bills.to ?? null } : null;
    go('/bills/details', {
      ...detailsParams({
        where,
        currency,
        search: bills.search,
        hideZero: bills.hideZero,
        range,
        allPeriods: bills.period === null && range === null,
        by: 'line',
      }),
      // The scope says all of it: what the screens are held to elsewhere would narrow it further.
      account: null,
      company: null,
      ...(bills.period === null ? {} : { period: bills.period }),
    });
  };
}
