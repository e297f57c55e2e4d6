import { useCall, useCommand } from '../../app/hooks.ts';
import { notifyDone } from '../../app/notify.tsx';
import { useGo } from '../../app/place.ts';
import type { Invoice } from '../../../services/contract/invoices.ts';
import type { Payment } from '../../../services/contract/payments.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/payments.json';
import { Amount, Facts, Ident } from '../../ui/index.ts';
import { DocumentForm } from '../documents/DocumentForm.tsx';
import { FormTrouble } from '../documents/FormTrouble.tsx';
import { AllocationTable } from './AllocationTable.tsx';
import { PaymentSums } from './PaymentSums.tsx';
import { allocationOf, missingShares, payableRows, sharesOf } from './payment-draft.ts';
import { useAllocation } from './useAllocation.ts';
import { useNetPayable } from './useNetPayable.ts';

/** Dividing a payment anew; its present shares stand in the fields. */
export function EditAllocation({ id, onClose }: { id: number; onClose: () => void }) {
  const t = useWords<typeof words>('payments');
  const payment = useCall('payments/show', { id });
  // What is laid on invoices of one direction stays with it; what is laid on none may go to either.
  const invoices = useCall('invoices/list', { direction: payment.data?.direction ?? 'both' }, { enabled: payment.data !== undefined });
  const error = payment.error ?? invoices.error;
  if (error)
    return (
      <FormTrouble
        title={t('edit')}
        error={error}
        retry={() => {
          payment.retry();
          invoices.retry();
        }}
        onClose={onClose}
      />
    );
  return payment.data && invoices.data ? <Form payment={payment.data} invoices={invoices.data.invoices} onClose={onClose} /> : null;
}

function Form({ payment, invoices, onClose }: { payment: Payment; invoices: readonly Invoice[]; onClose: () => void }) {
  const t = useWords<typeof words>('payments');
  const go = useGo();
  const allocate = useCommand('payments/allocate', { quiet: true });
  const rows = payableRows(invoices, payment.currency, payment);
  const state = useAllocation(sharesOf(payment, invoices));
  const nets = useNetPayable(payment.direction ?? 'received', payment.currency, payment.id);
  const missing = missingShares(payment.amount, rows, state.shares, state.invalid);
  const save = async (): Promise<void> => {
    const result = await allocate.run({ id: payment.id, allocate: allocationOf(rows, state.shares) });
    if (!result.ok) return;
    notifyDone(t('allocatedDone'));
    go('/payments', { doc: String(payment.id) });
  };
  return (
    <DocumentForm
      title={t('edit')}
      action={t('saveAllocation')}
      busy={allocate.busy}
      error={allocate.error}
      why={missing ? t(`missing.${missing}`) : null}
      onSave={() => void save()}
      onClose={onClose}
      fields={
        <div className="form-wide">
          <Facts
            items={[
              [t('reference'), <Ident key="reference" value={payment.reference} length={40} />],
              [t('date'), payment.date],
              [t('method'), payment.method],
              [t('amount'), <Amount key="amount" value={payment.amount} currency={payment.currency} showCurrency plainZero />],
            ]}
          />
        </div>
      }
      aside={<PaymentSums amount={payment.amount} rows={rows} shares={state.shares} currency={payment.currency} />}
      below={<AllocationTable rows={rows} amount={payment.amount} currency={payment.currency} state={state} nets={nets} />}
    />
  );
}
