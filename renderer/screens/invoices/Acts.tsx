import { Button } from '@mantine/core';
import { useState } from 'react';
import type { InvoiceAct } from '../../../domain/invoices/states.ts';
import type { AppError, Result } from '../../../domain/result.ts';
import type { Invoice } from '../../../services/contract/invoices.ts';
import { useActions } from '../../actions/registry.ts';
import { useCommand } from '../../app/hooks.ts';
import { notifyDone } from '../../app/notify.tsx';
import { useWordOf, useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/invoices.json';
import { ConfirmDialog, DateInput } from '../../ui/index.ts';
import { dialogTitle } from '../documents/dialog-title.ts';
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

/** The second step: says what will happen, asks for reason or date, and does it. */
export function ActDialog({ invoice, act, onClose }: { invoice: Invoice; act: InvoiceAct | null; onClose: () => void }) {
  const t = useWords<typeof words>('invoices');
  const done = useWordOf('invoices');
  const [date, setDate] = useState<string | null>(invoice.date);
  const confirm = useCommand('invoices/confirm', { quiet: true });
  const dispute = useCommand('invoices/dispute', { quiet: true });
  const issue = useCommand('invoices/issue', { quiet: true });
  const voiding = useCommand('invoices/void', { quiet: true });
  const at = { number: invoice.number, vendor: invoice.vendor };
  const settle =
    (name: InvoiceAct) =>
    async (result: Promise<Result<Invoice>>): Promise<AppError | null> => {
      const answer = await result;
      if (answer.ok) notifyDone(done(`done.${name}`));
      return answer.ok ? null : answer.error;
    };
  const name = act ? dialogTitle(t(`act.${act}`)) : '';
  const shared = { onClose, title: name, action: name };
  const says = (name: 'confirm' | 'dispute' | 'issue' | 'void') => <p>{t(`ask.${name}`, { number: invoice.number })}</p>;
  return (
    <>
      <ConfirmDialog {...shared} opened={act === 'confirm'} text={says('confirm')} confirm={() => settle('confirm')(confirm.run(at))} />
      <ConfirmDialog
        {...shared}
        opened={act === 'dispute'}
        text={says('dispute')}
        reason={t('reason')}
        confirm={(reason) => settle('dispute')(dispute.run({ ...at, reason }))}
      />
      <ConfirmDialog
        {...shared}
        opened={act === 'issue'}
        text={
          <>
            {says('issue')}
            <DateInput label={t('date')} value={date} onChange={setDate} mt="sm" popoverProps={{ withinPortal: true }} />
          </>
        }
        confirm={() => settle('issue')(issue.run({ ...at, date }))}
      />
      <ConfirmDialog
        {...shared}
        opened={act === 'void'}
        danger
        text={says('void')}
        reason={t('reason')}
        confirm={(reason) => settle('void')(voiding.run({ ...at, reason }))}
      />
      {act === 'credit' && <CreditDialog invoice={invoice} onClose={onClose} />}
    </>
  );
}
