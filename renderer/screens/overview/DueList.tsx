import { Link } from 'react-router';
import type { DueItem } from '../../../services/contract/invoice-acts.ts';
import { useCall } from '../../app/hooks.ts';
import { useAddress } from '../../app/place.ts';
import { useWordOf, useWords } from '../../i18n/index.ts';
import type courseWords from '../../i18n/en/course.json';
import type words from '../../i18n/en/overview.json';
import { Amount, Card, ErrorState } from '../../ui/index.ts';
import { invoiceKey } from '../documents/keys.ts';
import { dueMark } from '../invoices/due-columns.tsx';
import { pressing, toPay } from './due.ts';
import { Nothing, TodoRow } from './TodoRow.tsx';

const SHOWN = 10;

/** What is to be seen to, the most pressing first. */
export function DueList() {
  const t = useWords<typeof words>('overview');
  const c = useWords<typeof courseWords>('course');
  const common = useWordOf('common');
  const invoiceWord = useWordOf('invoices');
  const address = useAddress();
  const list = useCall('invoices/due', {});
  const due = list.data ? pressing(list.data.items) : [];
  const sums = toPay(list.data?.sums ?? []);
  const when = ({ days, date }: DueItem): string => {
    if (days === null) return t('noDue');
    return days < 0 ? t('overdue', { count: -days }) : days === 0 ? t('dueToday') : t('dueIn', { count: days, date: date ?? '' });
  };
  return (
    <Card
      title={t('due')}
      aside={
        sums.length > 0 ? (
          <span className="sums">
            {sums.map((s) => (
              <Amount key={s.currency} value={s.amount} currency={s.currency} showCurrency plainZero />
            ))}
          </span>
        ) : null
      }
    >
      {list.error && <ErrorState error={list.error} retry={list.retry} />}
      {list.data && due.length === 0 && <Nothing text={t('nothingDue')} />}
      <ul className="todos">
        {due.slice(0, SHOWN).map((item) => (
          <TodoRow
            key={item.id}
            to={address('/invoices', { doc: invoiceKey(item) })}
            mark={dueMark(item)}
            state={invoiceWord(`status.${item.status}`)}
            what={
              <>
                {c(`kind.${item.kind}`)} <span className="ident">{item.number}</span>{' '}
                <span className="dim">
                  {common(`vendor.${item.vendor}`)}
                  {item.period ? ` · ${item.period}` : ''}
                </span>
              </>
            }
            note={when(item)}
            figure={<Amount value={item.amount} currency={item.currency} showCurrency plainZero />}
          />
        ))}
      </ul>
      {due.length > 0 && (
        <Link className="more" to={address('/invoices/due')}>
          {t('allDue', { count: due.length })}
        </Link>
      )}
    </Card>
  );
}
