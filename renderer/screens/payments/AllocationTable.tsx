import { Button } from '@mantine/core';
import type { Amount as Exact } from '../../../domain/money/amount.ts';
import { useWordOf, useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/payments.json';
import { Amount, AmountInput, amountText, Ident } from '../../ui/index.ts';
import { fillByDue, remainderOf, takeable } from '../documents/amounts.ts';
import { RemainderBar } from '../documents/RemainderBar.tsx';
import { faultOf, type PayableRow } from './payment-draft.ts';
import { TakeNet } from './TakeNet.tsx';
import type { AllocationState } from './useAllocation.ts';
import type { NetPayables } from './useNetPayable.ts';

/** Divides a payment over open invoices; what is left counts down as one types. */
export function AllocationTable({
  rows,
  amount,
  currency,
  state,
  nets,
}: {
  rows: readonly PayableRow[];
  amount: Exact | null;
  currency: string;
  state: AllocationState;
  /** Rows from which tax is withheld by a known rate. */
  nets: NetPayables;
}) {
  const t = useWords<typeof words>('payments');
  const remainder =
    amount === null
      ? null
      : remainderOf(
          amount,
          rows.map((row) => state.shares[row.key] ?? null),
        );
  return (
    <section className="doc-below" aria-label={t('allocate')}>
      <div className="doc-below-head">
        <h2>{t('allocate')}</h2>
        {rows.length > 0 && amount !== null && (
          <Button variant="default" onClick={() => state.replace(fillByDue(amount, rows))}>
            {t('fill')}
          </Button>
        )}
        {rows.length > 0 && Object.values(state.shares).some((share) => share !== null) && (
          <Button variant="subtle" color="gray" onClick={() => state.replace({})}>
            {t('clear')}
          </Button>
        )}
        <RemainderBar remainder={remainder} currency={currency} mustBeZero={false} />
      </div>
      {rows.length === 0 ? (
        <p className="dim">{t('noneOpen', { currency })}</p>
      ) : (
        <table className="entry">
          <thead>
            <tr>
              <th>{t('invoice')}</th>
              <th>{rows.some((row) => row.buyer !== null) ? t('customer') : t('vendor')}</th>
              <th>{t('invoiceDate')}</th>
              <th>{t('due')}</th>
              <th>{t('period')}</th>
              <th className="end">
                {t('total')} <span className="unit">{currency}</span>
              </th>
              <th className="end">
                {t('open')} <span className="unit">{currency}</span>
              </th>
              <th className="field">
                {t('share')} <span className="unit">{currency}</span>
              </th>
              <th>
                <span className="visually-hidden">{t('take')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row
                key={`${state.round}:${row.key}`}
                row={row}
                currency={currency}
                state={state}
                left={remainder?.left ?? null}
                nets={nets}
              />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Row({
  row,
  currency,
  state,
  left,
  nets,
}: {
  row: PayableRow;
  currency: string;
  state: AllocationState;
  left: Exact | null;
  nets: NetPayables;
}) {
  const t = useWords<typeof words>('payments');
  const common = useWordOf('common');
  const share = state.shares[row.key] ?? null;
  const fault = faultOf(row, share);
  const take = left === null ? null : takeable(left, share, row.open);
  return (
    <tr className={share === null ? undefined : 'chosen'}>
      <td>
        <Ident value={row.number} />
      </td>
      <td>{row.buyer ?? common(`vendor.${row.vendor}`)}</td>
      <td>{row.date}</td>
      <td>{row.due ?? ''}</td>
      <td>{row.period ?? ''}</td>
      <td className="end">
        <Amount value={row.total} currency={currency} />
      </td>
      <td className="end">
        <Amount value={row.open} currency={currency} />
      </td>
      <td className="field">
        <AmountInput
          aria-label={t('shareOf', { number: row.number })}
          value={share}
          onChange={(value, valid) => state.set(row.key, value, valid)}
          error={fault === null ? null : fault === 'negative' ? t('shareNegative') : t('shareOver', { open: amountText(row.open) })}
        />
      </td>
      <td className="take">
        {take !== null && take !== share && (
          <button
            type="button"
            className="link"
            aria-label={t('takeOf', { amount: amountText(take), number: row.number })}
            onClick={() => state.set(row.key, take)}
          >
            {t('take')}
          </button>
        )}
        <TakeNet net={nets.get(row.key)} row={row} share={share} left={left} onTake={(amount) => state.set(row.key, amount)} />
      </td>
    </tr>
  );
}
