import { Autocomplete, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Amount } from '../../../domain/money/amount.ts';
import type { BookInfo } from '../../../services/contract/book.ts';
import type { Invoice } from '../../../services/contract/invoices.ts';
import type { Output } from '../../../services/contract/index.ts';
import { useCall, useCommand } from '../../app/hooks.ts';
import { notifyDone } from '../../app/notify.tsx';
import { useGo, useParam } from '../../app/place.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/payments.json';
import { AmountInput, DateInput, Wide } from '../../ui/index.ts';
import { DocumentForm } from '../documents/DocumentForm.tsx';
import { FormTrouble } from '../documents/FormTrouble.tsx';
import { invoiceKey, today } from '../documents/keys.ts';
import { AllocationTable } from './AllocationTable.tsx';
import { PaymentSums } from './PaymentSums.tsx';
import { allocationOf, missingOf, payableRows, type PaymentDraft } from './payment-draft.ts';
import { NetSuggestion } from './NetSuggestion.tsx';
import { useAllocation } from './useAllocation.ts';
import { useNetPayable } from './useNetPayable.ts';

/** Entering a payment and dividing it over invoices. `invoice` in the address names the one it is for. */
export function PaymentForm({ onClose }: { onClose: () => void }) {
  const t = useWords<typeof words>('payments');
  const [forInvoice] = useParam('invoice');
  const book = useCall('book/info', {});
  const options = useCall('tax/options', {});
  const invoices = useCall('invoices/list', { direction: 'both' });
  const error = book.error ?? options.error ?? invoices.error;
  if (error)
    return (
      <FormTrouble
        title={t('add')}
        error={error}
        retry={() => {
          book.retry();
          options.retry();
          invoices.retry();
        }}
        onClose={onClose}
      />
    );
  if (!book.data || !options.data || !invoices.data) return null;
  return (
    <Form
      book={book.data}
      currencies={options.data.currencies}
      invoices={invoices.data}
      forInvoice={invoices.data.invoices.find((i) => invoiceKey(i) === forInvoice) ?? null}
      onClose={onClose}
    />
  );
}

function Form({
  book,
  currencies,
  invoices,
  forInvoice,
  onClose,
}: {
  book: BookInfo;
  currencies: readonly string[];
  invoices: Output<'invoices/list'>;
  forInvoice: Invoice | null;
  onClose: () => void;
}) {
  const t = useWords<typeof words>('payments');
  const go = useGo();
  const add = useCommand('payments/add', { quiet: true });
  const former = useCall('payments/list', {});
  const [draft, setDraft] = useState<PaymentDraft>({
    date: today(),
    amount: forInvoice?.open ?? null,
    currency: forInvoice?.currency ?? book.currency,
    reference: '',
    method: '',
    note: '',
  });
  const start: Record<string, Amount> = forInvoice ? { [invoiceKey(forInvoice)]: forInvoice.open } : {};
  const state = useAllocation(start);
  const [direction, setDirection] = useState<Invoice['direction']>(forInvoice?.direction ?? 'received');
  const rows = payableRows(
    invoices.invoices.filter((invoice) => invoice.direction === direction),
    draft.currency,
  );
  const nets = useNetPayable(direction, draft.currency);
  const missing = missingOf(draft, rows, state.shares, state.invalid);
  const set = (part: Partial<PaymentDraft>): void => setDraft({ ...draft, ...part });
  const methods = [...new Set((former.data ?? []).map((payment) => payment.method).filter((method) => method !== ''))].toSorted();
  const save = async (): Promise<void> => {
    if (missing !== null || draft.date === null || draft.amount === null) return;
    const result = await add.run({
      ...draft,
      date: draft.date,
      amount: draft.amount,
      reference: draft.reference.trim(),
      allocate: allocationOf(rows, state.shares),
    });
    if (!result.ok) return;
    notifyDone(t('added', { reference: result.value.reference }));
    go('/payments', { doc: String(result.value.id) });
  };
  return (
    <DocumentForm
      title={t('add')}
      action={t('save')}
      busy={add.busy}
      error={add.error}
      why={missing ? t(`missing.${missing}`) : null}
      onSave={() => void save()}
      onClose={onClose}
      fields={
        <>
          <Wide>
            <SegmentedControl
              aria-label={t('direction')}
              value={direction}
              data={[
                { value: 'received', label: t('directions.received') },
                { value: 'issued', label: t('directions.issued') },
              ]}
              onChange={(value) => {
                setDirection(value === 'issued' ? 'issued' : 'received');
                state.replace({});
              }}
            />
          </Wide>
          <DateInput label={t('date')} required value={draft.date} onChange={(date) => set({ date })} />
          <TextInput
            label={t('reference')}
            description={t('referenceHint')}
            required
            autoFocus
            value={draft.reference}
            maxLength={100}
            onChange={(event) => set({ reference: event.currentTarget.value })}
          />
          <AmountInput label={t('amount')} required value={draft.amount} currency={draft.currency} onChange={(amount) => set({ amount })} />
          <Select
            label={t('currency')}
            searchable
            allowDeselect={false}
            value={draft.currency}
            data={[...currencies]}
            onChange={(value) => {
              if (value && value !== draft.currency) {
                set({ currency: value });
                state.replace({});
              }
            }}
          />
          <Autocomplete
            size="xs"
            label={t('method')}
            data={methods}
            value={draft.method}
            maxLength={100}
            onChange={(method) => set({ method })}
          />
          <Textarea
            label={t('note')}
            autosize
            minRows={1}
            maxLength={4000}
            value={draft.note}
            onChange={(event) => set({ note: event.currentTarget.value })}
          />
        </>
      }
      aside={
        <>
          <PaymentSums amount={draft.amount} rows={rows} shares={state.shares} currency={draft.currency} />
          <NetSuggestion
            nets={nets}
            shares={state.shares}
            currency={draft.currency}
            onTake={(shares, amount) => {
              state.replace(shares);
              set({ amount });
            }}
          />
        </>
      }
      below={<AllocationTable rows={rows} amount={draft.amount} currency={draft.currency} state={state} nets={nets} />}
    />
  );
}
