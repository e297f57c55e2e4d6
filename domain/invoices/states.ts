import { fail, ok, type Result } from '../result.ts';
import { say, type Said } from '../words/said.ts';

/** The states of a bill on its way to a paid invoice (Zilliz Cloud: understand your invoice, “invoice status”), and `void`. */
export const STATUSES = ['unbilled', 'to-confirm', 'disputed', 'issuing', 'unpaid', 'overdue', 'paid', 'free', 'void'] as const;
export type InvoiceStatus = (typeof STATUSES)[number];

/**
 * What a person does to an invoice. Settling, confirming itself and falling overdue are not acts: they follow from figures and
 * dates. `bill`: the bill appeared; `withdraw`: a dispute is taken back; `fail`: issuing failed and was asked for anew;
 * `schedule`: day of issue or account period were otherwise.
 */
export type InvoiceAct = 'bill' | 'confirm' | 'dispute' | 'withdraw' | 'issue' | 'fail' | 'schedule' | 'credit' | 'void';

interface Act {
  from: readonly InvoiceStatus[];
  to: InvoiceStatus | null;
  needs: Said;
}

/** Which act is legal in which state, and where it leads (null: the state stays). `needs` completes “Only … can be …”. */
export const ACTS: Record<InvoiceAct, Act> = {
  bill: {
    from: ['unbilled', 'to-confirm'],
    to: 'to-confirm',
    needs: say`The day on which a bill appeared can be recorded until it is confirmed or disputed`,
  },
  confirm: {
    from: ['to-confirm', 'disputed'],
    to: 'issuing',
    needs: say`Only a bill that waits for confirmation or is disputed can be confirmed`,
  },
  dispute: { from: ['to-confirm'], to: 'disputed', needs: say`Only a bill that waits for confirmation can be disputed` },
  withdraw: { from: ['disputed'], to: 'to-confirm', needs: say`Only a dispute that is open can be taken back` },
  fail: { from: ['issuing'], to: null, needs: say`Only issuing that is under way can fail` },
  schedule: {
    from: ['unpaid', 'overdue'],
    to: null,
    needs: say`Day of issue and account period can be set while an issued invoice is not paid`,
  },
  issue: { from: ['issuing'], to: 'unpaid', needs: say`Only a confirmed bill whose invoice is being issued can be marked as issued` },
  credit: { from: ['unpaid', 'overdue', 'paid'], to: null, needs: say`Only an issued invoice can be credited` },
  void: {
    from: ['unbilled', 'to-confirm', 'disputed', 'issuing', 'unpaid', 'overdue', 'paid', 'free'],
    to: 'void',
    needs: say`A void invoice stays void`,
  },
};

const IN_WORDS: Record<InvoiceStatus, Said> = {
  unbilled: say`is not billed yet`,
  'to-confirm': say`waits for confirmation`,
  disputed: say`is disputed`,
  issuing: say`is being issued`,
  unpaid: say`is issued and unpaid`,
  overdue: say`is overdue`,
  paid: say`is paid`,
  free: say`is free: coupons cover all of it`,
  void: say`is void`,
};

const REMEDY: Partial<Record<InvoiceStatus, Said>> = {
  unbilled: say`Wait for the vendor's bill.`,
  'to-confirm': say`Confirm or dispute the bill first.`,
  disputed: say`Clear it with the vendor, then confirm the bill.`,
  issuing: say`Mark it as issued when the vendor has sent the invoice.`,
  void: say`Enter the invoice anew if it was voided by mistake.`,
};

/** The state that the act leads to, or why it cannot be done now. */
export function act(number: string, status: InvoiceStatus, name: InvoiceAct): Result<InvoiceStatus> {
  const rule = ACTS[name];
  if (rule.from.includes(status)) return ok(rule.to ?? status);
  return fail('invoice.status', say`Invoice ${{ number }} ${{ state: IN_WORDS[status] }}. ${{ needs: rule.needs }}.`, {
    value: status,
    remedy: REMEDY[status] ?? 'Nothing needs to be done.',
  });
}

/** States in which money or a certificate can be laid against the invoice: the vendor has issued it. */
const PAYABLE: readonly InvoiceStatus[] = ['unpaid', 'overdue', 'paid'];

/** Refuses an invoice that cannot be paid yet, or no longer. */
export function payable(number: string, status: InvoiceStatus): Result<true> {
  if (PAYABLE.includes(status)) return ok(true);
  return fail('invoice.not-payable', say`Invoice ${{ number }} ${{ state: IN_WORDS[status] }}; nothing can be laid against it.`, {
    value: status,
    remedy: REMEDY[status] ?? 'Choose another invoice.',
  });
}
