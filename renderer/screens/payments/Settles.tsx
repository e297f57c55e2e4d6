import type { Payment } from '../../../services/contract/payments.ts';
import { isZero } from '../../../domain/money/amount.ts';
import { useCall } from '../../app/hooks.ts';
import { useGo } from '../../app/place.ts';
import { useWordOf, useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/payables.json';
import { Amount, Ident, InspectorPart } from '../../ui/index.ts';
import { invoiceKey } from '../documents/keys.ts';

/** What the payment settles on each invoice: its cash and the tax that was withheld from it. Nothing where no tax is spoken of. */
export function Settles({ payment }: { payment: Payment }) {
  const t = useWords<typeof words>('payables');
  const word = useWordOf('payables');
  const go = useGo();
  const { data } = useCall('payments/settles', { id: payment.id }, { enabled: payment.allocations.length > 0 });
  const held = (data ?? []).filter((row) => row.ratePct !== null || !isZero(row.withheld ?? '0'));
  if (held.length === 0) return null;
  return (
    <InspectorPart title={t('settles')}>
      <table className="links" aria-label={t('settles')}>
        <tbody>
          {held.map((row) => (
            <tr key={invoiceKey({ vendor: row.vendor, number: row.invoice })}>
              <td>
                <button
                  type="button"
                  className="link"
                  onClick={() => go('/invoices', { doc: invoiceKey({ vendor: row.vendor, number: row.invoice }) })}
                >
                  <Ident value={row.invoice} length={22} />
                </button>
                <span className="links-sub">
                  {isZero(row.withheld ?? '0') ? word(`kind.${row.kind}`) : <Withheld amount={row.withheld!} currency={row.currency} />}
                </span>
                <span className="links-sub">
                  {t('base')} <Amount value={row.base} currency={row.currency} plainZero />
                  {row.last && row.kind !== 'gross' ? `; ${t('last')}` : ''}
                </span>
              </td>
              <td>
                <Amount value={row.gross} currency={row.currency} plainZero column={2} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </InspectorPart>
  );
}

function Withheld({ amount, currency }: { amount: string; currency: string }) {
  const t = useWords<typeof words>('payables');
  return (
    <>
      {t('withheldPresumed')} <Amount value={amount} currency={currency} plainZero column={2} />
    </>
  );
}
