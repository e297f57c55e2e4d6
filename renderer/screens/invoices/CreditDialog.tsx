import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { add, isZero } from '../../../domain/money/amount.ts';
import type { Invoice } from '../../../services/contract/invoices.ts';
import { useCommand } from '../../app/hooks.ts';
import { notifyDone } from '../../app/notify.tsx';
import { useWordOf, useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/invoices.json';
import { AmountInput, DateInput, ErrorState, FormGrid, Wide } from '../../ui/index.ts';
import { remainderOf } from '../documents/amounts.ts';
import { dialogTitle } from '../documents/dialog-title.ts';
import { today } from '../documents/keys.ts';
import { RemainderBar } from '../documents/RemainderBar.tsx';
import { creditable } from './status.ts';

/** A credit note against the invoice: figures without sign, and what can still be credited after it. */
export function CreditDialog({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const t = useWords<typeof words>('invoices');
  const common = useWordOf('common');
  const credit = useCommand('invoices/credit', { quiet: true });
  const [number, setNumber] = useState('');
  const [date, setDate] = useState<string | null>(today());
  const [net, setNet] = useState<string | null>(null);
  const [tax, setTax] = useState<string | null>('0');
  const [reason, setReason] = useState('');
  const total = net === null || tax === null ? null : add(net, tax);
  const left = total === null ? null : remainderOf(creditable(invoice), [total]);
  const ready = number.trim() !== '' && date !== null && total !== null && !isZero(total) && left?.state !== 'over' && reason.trim() !== '';
  const save = async (): Promise<void> => {
    if (!ready || date === null || net === null || tax === null) return;
    const result = await credit.run({
      number: invoice.number,
      vendor: invoice.vendor,
      creditNumber: number.trim(),
      date,
      net,
      tax,
      reason: reason.trim(),
    });
    if (!result.ok) return;
    notifyDone(t('done.credit'));
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={dialogTitle(t('act.credit'))} size={520} closeButtonProps={{ 'aria-label': common('close') }}>
      <FormGrid
        label={dialogTitle(t('act.credit'))}
        onSubmit={() => void save()}
        actions={
          <>
            <Button type="submit" disabled={!ready} loading={credit.busy}>
              {t('creditAdd')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {common('cancel')}
            </Button>
          </>
        }
      >
        <Wide>
          <p className="dialog-text">{t('ask.credit', { number: invoice.number })}</p>
        </Wide>
        <TextInput
          label={t('creditNumber')}
          required
          value={number}
          maxLength={100}
          data-autofocus
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        <DateInput label={t('date')} required value={date} onChange={setDate} />
        <AmountInput label={t('net')} required value={net} currency={invoice.currency} onChange={setNet} />
        <AmountInput label={t('tax')} required value={tax} currency={invoice.currency} onChange={setTax} />
        <Wide>
          <Textarea
            label={t('reason')}
            required
            autosize
            minRows={2}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </Wide>
        <Wide>
          <RemainderBar remainder={left} currency={invoice.currency} mustBeZero={false} />
        </Wide>
        {credit.error && (
          <Wide>
            <ErrorState error={credit.error} />
          </Wide>
        )}
      </FormGrid>
    </Modal>
  );
}
