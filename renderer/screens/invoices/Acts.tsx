import { Button, NumberInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { InvoiceAct } from '../../../domain/invoices/states.ts';
import type { AppError, Result } from '../../../domain/result.ts';
import type { Invoice } from '../../../services/contract/invoices.ts';
import { useActions } from '../../actions/registry.ts';
import { useCommand } from '../../app/hooks.ts';
import { notifyDone } from '../../app/notify.tsx';
import { useWordOf, useWords } from '../../i18n/index.ts';
import type courseWords from '../../i18n/en/course.json';
import type words from '../../i18n/en/invoices.json';
import { ConfirmDialog, DateInput } from '../../ui/index.ts';
import { dialogTitle } from '../documents/dialog-title.ts';
import { today } from '../documents/keys.ts';
import { CreditDialog } from './CreditDialog.tsx';
import { legalActs } from './status.ts';

const LEADING: readonly InvoiceAct[] = ['confirm', 'issue'];

/** The acts that are legal now, as buttons and in the palette. */
export function ActButtons({ invoice, onAct }: { invoice: Invoice; onAct: (act: InvoiceAct) => void }) {
  const t = useWords<typeof words>('invoices');
  const acts = legalActs(invoice);
  useActions(
    acts.map((act) => ({
      id: `invoices.${act}`,
      title: `${dialogTitle(t(`act.${act}`))}: ${invoice.number}`,
      group: 'record' as const,
      perform: () => onAct(act),
    })),
  );
  if (acts.length === 0) return null;
  return (
    <>
      {acts.map((act) => (
        <Button
          key={act}
          variant={LEADING.includes(act) ? 'filled' : 'default'}
          {...(act === 'void' ? { color: 'red', variant: 'subtle', c: 'var(--fail)', ml: 'auto' } : {})}
          onClick={() => onAct(act)}
        >
          {t(`act.${act}`)}
        </Button>
      ))}
    </>
  );
}

type Asked = Exclude<InvoiceAct, 'credit'>;

/** The second step: says what will happen, asks for reason, day or term, and does it. */
export function ActDialog({ invoice, act, onClose }: { invoice: Invoice; act: InvoiceAct | null; onClose: () => void }) {
  if (act === 'credit') return <CreditDialog invoice={invoice} onClose={onClose} />;
  // A fresh dialog for each act: its fields begin with what is on record.
  return act === null ? null : <Dialog key={act} invoice={invoice} act={act} onClose={onClose} />;
}

function Dialog({ invoice, act, onClose }: { invoice: Invoice; act: Asked; onClose: () => void }) {
  const t = useWords<typeof words>('invoices');
  const c = useWords<typeof courseWords>('course');
  const done = useWordOf('invoices');
  const [date, setDate] = useState<string | null>(dayOf(invoice, act));
  const [term, setTerm] = useState<number | null>(invoice.termDays);
  const runs = useRuns();
  const name = dialogTitle(t(`act.${act}`));
  const at = { number: invoice.number, vendor: invoice.vendor };
  const perform = async (reason: string): Promise<AppError | null> => {
    const answer = await runs[act](at, { reason, date, term });
    if (answer.ok) notifyDone(done(`done.${act}`));
    return answer.ok ? null : answer.error;
  };
  const day = (label: string): ReactNode => (
    <DateInput label={label} value={date} onChange={setDate} mt="sm" popoverProps={{ withinPortal: true }} />
  );
  const days = (
    <NumberInput
      label={c('termDays')}
      value={term ?? ''}
      min={0}
      max={3650}
      allowDecimal={false}
      mt="sm"
      onChange={(value) => setTerm(value === '' ? null : Number(value))}
    />
  );
  const fields: Partial<Record<Asked, ReactNode>> = {
    bill: day(c('billedOn')),
    fail: day(c('failedOn')),
    issue: (
      <>
        {day(t('date'))}
        {days}
      </>
    ),
    schedule: (
      <>
        {day(c('issuedOn'))}
        {days}
      </>
    ),
  };
  const asks = act === 'dispute' || act === 'withdraw' || act === 'fail' || act === 'schedule' || act === 'void';
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={name}
      action={name}
      danger={act === 'void'}
      text={
        <>
          <p>{t(`ask.${act}`, { number: invoice.number })}</p>
          {fields[act]}
        </>
      }
      {...(asks ? { reason: t('reason') } : {})}
      confirm={perform}
    />
  );
}

/** The day that an act is asked with: what is on record, else today. */
function dayOf(invoice: Invoice, act: Asked): string {
  if (act === 'bill') return invoice.billed ?? invoice.date;
  if (act === 'issue') return invoice.date;
  return act === 'schedule' ? (invoice.issued ?? invoice.date) : today();
}

type Given = { reason: string; date: string | null; term: number | null };
type At = Pick<Invoice, 'number' | 'vendor'>;

function useRuns(): Record<Asked, (at: At, given: Given) => Promise<Result<Invoice>>> {
  const quiet = { quiet: true };
  const bill = useCommand('invoices/bill', quiet);
  const confirm = useCommand('invoices/confirm', quiet);
  const dispute = useCommand('invoices/dispute', quiet);
  const withdraw = useCommand('invoices/withdraw', quiet);
  const issue = useCommand('invoices/issue', quiet);
  const fail = useCommand('invoices/fail', quiet);
  const schedule = useCommand('invoices/schedule', quiet);
  const voiding = useCommand('invoices/void', quiet);
  return {
    bill: (at, { date }) => bill.run({ ...at, date: date ?? today() }),
    confirm: (at) => confirm.run(at),
    dispute: (at, { reason }) => dispute.run({ ...at, reason }),
    withdraw: (at, { reason }) => withdraw.run({ ...at, reason }),
    issue: (at, { date, term }) => issue.run({ ...at, date, termDays: term }),
    fail: (at, { reason, date }) => fail.run({ ...at, reason, date }),
    schedule: (at, { reason, date, term }) => schedule.run({ ...at, reason, issued: date, termDays: term }),
    void: (at, { reason }) => voiding.run({ ...at, reason }),
  };
}
