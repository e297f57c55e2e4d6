import { Link } from 'react-router';
import { useCall } from '../../app/hooks.ts';
import { useAddress } from '../../app/place.ts';
import { useWordOf, useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/overview.json';
import { Amount, Card, ErrorState, type Mark } from '../../ui/index.ts';
import { invoiceKey, today } from '../documents/keys.ts';
import { dueOf, openByCurrency, type Due } from './due.ts';
import { Nothing, TodoRow } from './TodoRow.tsx';

const SHOWN = 10;
const markOf = ({ invoice, days }: Due): Mark =>
  invoice.status === 'disputed' || invoice.status === 'overdue' || (days !== null && days < 0 && invoice.status === 'unpaid')
    ? 'fail'
    : 'due';

/** Open invoices, the most pressing first. */
export function DueList() {
  const t = useWords<typeof words>('overview');
  const common = useWordOf('common');
  const invoiceWord = useWordOf('invoices');
  const address = useAddress();
  const list = useCall('invoices/list', {});
  const due = list.data ? dueOf(list.data.invoices, today()) : [];
  const sums = openByCurrency(due);
  const when = ({ invoice, days }: Due): string => {
    if (invoice.status !== 'unpaid' && invoice.status !== 'overdue') return invoiceWord(`status.${invoice.status}`);
    if (days === null) return t('noDue');
    return days < 0 ? t('overdue', { count: -days }) : days === 0 ? t('dueToday') : t('dueIn', { count: days, date: invoice.due ?? '' });
  };
  return (
    <Card
      title={t('due')}
      aside={
        sums.length > 0 ? (
          <span className="sums">
            {sums.map((s) => (
              <Amount key={s.currency} value={s.open} currency={s.currency} showCurrency plainZero />
            ))}
          </span>
        ) : null
      }
    >
      {list.error && <ErrorState error={list.error} retry={list.retry} />}
      {list.data && due.length === 0 && <Nothing text={t('nothingDue')} />}
      <ul className="todos">
        {due.slice(0, SHOWN).map((d) => (
          <TodoRow
            key={invoiceKey(d.invoice)}
            to={address('/invoices', { doc: invoiceKey(d.invoice) })}
            mark={markOf(d)}
            state={invoiceWord(`status.${d.invoice.status}`)}
            what={
              <>
                <span className="ident">{d.invoice.number}</span>{' '}
                <span className="dim">
                  {common(`vendor.${d.invoice.vendor}`)}
                  {d.invoice.period ? ` · ${d.invoice.period}` : ''}
                </span>
              </>
            }
            note={when(d)}
            figure={<Amount value={d.invoice.open} currency={d.invoice.currency} showCurrency plainZero />}
          />
        ))}
      </ul>
      {due.length > SHOWN && (
        <Link className="more" to={address('/invoices')}>
          {t('allInvoices', { count: due.length })}
        </Link>
      )}
    </Card>
  );
}
