import { Button, Loader } from '@mantine/core';
import { useState } from 'react';
import type { Payment } from '../../../services/contract/payments.ts';
import { useActions } from '../../actions/registry.ts';
import { useCall, useCommand } from '../../app/hooks.ts';
import { notifyDone } from '../../app/notify.tsx';
import { useGo } from '../../app/place.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/payments.json';
import { Amount, ConfirmDialog, ErrorState, Facts, Ident, Inspector, InspectorPart } from '../../ui/index.ts';
import { dialogTitle } from '../documents/dialog-title.ts';
import { History } from '../documents/History.tsx';
import { StateOf } from './columns.tsx';
import { Settles } from './Settles.tsx';

/** All about one payment. */
export function PaymentInspector({ id, onClose, onEdit }: { id: number; onClose: () => void; onEdit: (id: number) => void }) {
  const t = useWords<typeof words>('payments');
  const found = useCall('payments/show', { id }, { keep: true });
  if (found.error)
    return (
      <Inspector title={t('payment')} onClose={onClose}>
        <ErrorState error={found.error} retry={found.retry} />
      </Inspector>
    );
  if (!found.data)
    return (
      <Inspector title={t('payment')} onClose={onClose}>
        <Loader size="sm" aria-label={t('payment')} />
      </Inspector>
    );
  return <Shown payment={found.data} onClose={onClose} onEdit={onEdit} />;
}

function Shown({ payment, onClose, onEdit }: { payment: Payment; onClose: () => void; onEdit: (id: number) => void }) {
  const t = useWords<typeof words>('payments');
  const [asking, setAsking] = useState(false);
  const voiding = useCommand('payments/void', { quiet: true });
  const active = payment.status === 'active';
  useActions(
    active
      ? [
          {
            id: 'payments.edit',
            title: `${t('edit')}: ${payment.reference}`,
            group: 'record',
            shortcut: 'm',
            perform: () => onEdit(payment.id),
          },
          {
            id: 'payments.void',
            title: `${dialogTitle(t('void'))}: ${payment.reference}`,
            group: 'record',
            perform: () => setAsking(true),
          },
        ]
      : [],
  );
  return (
    <Inspector
      onClose={onClose}
      title={<Ident value={payment.reference} length={34} copy />}
      subtitle={
        <span className="inline-action">
          {t('payment')} · {payment.date} <StateOf payment={payment} />
        </span>
      }
      footer={
        active ? (
          <>
            <Button onClick={() => onEdit(payment.id)}>{t('edit')}</Button>
            <Button color="red" variant="subtle" c="var(--fail)" ml="auto" onClick={() => setAsking(true)}>
              {t('void')}
            </Button>
          </>
        ) : null
      }
    >
      <Balance payment={payment} />
      <Settles payment={payment} />
      <InspectorPart title={t('facts')}>
        <Facts
          items={[
            [t('date'), payment.date],
            [t('method'), payment.method],
            [t('note'), payment.note],
          ]}
        />
      </InspectorPart>
      <FromBank payment={payment} />
      <InspectorPart title={t('history')}>
        <History entries={payment.history} namespace="payments" />
      </InspectorPart>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        danger
        title={dialogTitle(t('void'))}
        text={<p>{t('askVoid', { reference: payment.reference })}</p>}
        action={dialogTitle(t('void'))}
        reason={t('reason')}
        confirm={async (reason) => {
          const result = await voiding.run({ id: payment.id, reason });
          if (result.ok) notifyDone(t('voided'));
          return result.ok ? null : result.error;
        }}
      />
    </Inspector>
  );
}

/** The lines of bank statements that it is: account, day, file and row. */
function FromBank({ payment }: { payment: Payment }) {
  const t = useWords<typeof words>('payments');
  const go = useGo();
  if (payment.bank.length === 0) return null;
  return (
    <InspectorPart title={t('bankLines')}>
      <ul className="plain-list">
        {payment.bank.map((line) => (
          <li key={line.line}>
            <button type="button" className="link" onClick={() => go('/reconcile/bank', { line: String(line.line), doc: null })}>
              {line.booked}
            </button>{' '}
            <Amount value={line.amount} currency={payment.currency} />{' '}
            <span className="dim">
              {line.account} · {t('bankRow', { file: line.file, row: line.row })}
            </span>
          </li>
        ))}
      </ul>
    </InspectorPart>
  );
}

/** The payment as arithmetic: amount, each invoice's share, what is left. */
function Balance({ payment }: { payment: Payment }) {
  const t = useWords<typeof words>('payments');
  const go = useGo();
  return (
    <table className="balance" aria-label={t('allocate')}>
      <caption>{payment.currency}</caption>
      <tbody>
        <tr>
          <th scope="row">{t('amount')}</th>
          <td />
          <td>
            <Amount value={payment.amount} currency={payment.currency} plainZero column={2} />
          </td>
        </tr>
        {payment.allocations.map((share) => (
          <tr key={share.invoice}>
            <th scope="row">
              <button type="button" className="link" onClick={() => go('/invoices', { doc: `:${share.invoice}` })}>
                <Ident value={share.invoice} length={28} />
              </button>
            </th>
            <td>−</td>
            <td>
              <Amount value={share.amount} currency={payment.currency} column={2} />
            </td>
          </tr>
        ))}
        <tr className="result">
          <th scope="row">{t('left')}</th>
          <td>=</td>
          <td>
            <Amount value={payment.left} currency={payment.currency} plainZero column={2} />
          </td>
        </tr>
      </tbody>
    </table>
  );
}
