import { equal, sum } from '../money/amount.ts';
import { appError, ok, type AppError, type Result } from '../result.ts';
import { say } from '../words/said.ts';
import { areOthers, counterpartyTitle } from './counterparty.ts';
import { filledLine, misfitOf, overOpen, standingOf, type CertificateHead, type ChosenInvoice, type PlannedLine } from './plan-line.ts';

/**
 * The certificate's lines with every figure filled in (Huawei Cloud billing guide 10.3): one invoice takes the total,
 * several need a figure each; the figures add up to the total exactly; the amount in the payment currency has at most
 * two decimals and is not more than what the invoice has open. Refuses with the first of `planProblems`.
 */
export function planCertificate(head: CertificateHead, chosen: readonly ChosenInvoice[]): Result<PlannedLine[]> {
  const { lines, problems } = planned(head, chosen);
  return problems[0] ? { ok: false, error: problems[0] } : ok(lines);
}

/** Everything that keeps these invoices from standing on a certificate today; empty when nothing does. */
export const planProblems = (head: CertificateHead, chosen: readonly ChosenInvoice[]): AppError[] => planned(head, chosen).problems;

/**
 * The lines of a draft: whatever is filled in is kept, and neither sum nor what is open is held against it yet. Each invoice
 * needs its figures, must be of the right side and of one counterparty, and stands once.
 */
export function planDraft(head: CertificateHead, chosen: readonly ChosenInvoice[]): Result<PlannedLine[]> {
  const lines: PlannedLine[] = [];
  const wrong = twiceOf(chosen) ?? chosen.map((c) => misfitOf(head.side, c)).find((error) => error !== null) ?? otherOf(head, chosen);
  if (wrong) return { ok: false, error: wrong };
  for (const c of chosen) {
    const line = filledLine(head, c, chosen.length === 1);
    if (!line.ok) return line;
    lines.push(line.value);
  }
  return ok(lines);
}

function planned(head: CertificateHead, chosen: readonly ChosenInvoice[]): { lines: PlannedLine[]; problems: AppError[] } {
  const problems: (AppError | null)[] = [futureDate(head), twiceOf(chosen)];
  const lines: PlannedLine[] = [];
  for (const c of chosen) {
    const misfit = misfitOf(head.side, c) ?? standingOf(head, c);
    if (misfit) problems.push(misfit);
    const line = filledLine(head, c, chosen.length === 1);
    if (!line.ok) problems.push(line.error);
    else {
      lines.push(line.value);
      problems.push(overOpen(c, line.value.payAmount));
    }
  }
  problems.push(otherOf(head, chosen));
  if (lines.length === chosen.length && chosen.length > 0) problems.push(sumFault(head, lines));
  return { lines, problems: problems.filter((problem) => problem !== null) };
}

function futureDate({ date, today }: CertificateHead): AppError | null {
  if (date <= today) return null;
  return appError('wht.date-future', say`The certificate date ${{ date }} lies in the future.`, {
    column: 'date',
    value: date,
    remedy: 'Enter the date of issue that the certificate shows.',
  });
}

function twiceOf(chosen: readonly ChosenInvoice[]): AppError | null {
  const seen = new Set<string>();
  for (const { invoice } of chosen) {
    if (seen.has(invoice))
      return appError('wht.invoice-twice', say`Invoice ${{ invoice }} is chosen twice.`, {
        value: invoice,
        remedy: 'Choose each invoice once.',
      });
    seen.add(invoice);
  }
  return null;
}

function otherOf({ side }: CertificateHead, chosen: readonly ChosenInvoice[]): AppError | null {
  const [first, ...rest] = chosen;
  const other = first && rest.find((c) => areOthers(first.counterparty, c.counterparty));
  if (!first || !other) return null;
  return appError(
    'wht.other-entity',
    say`Invoice ${{ invoice: first.invoice }} is of ${{ party: counterpartyTitle(first.counterparty) }}, invoice ${{ other: other.invoice }} of ${{ party2: counterpartyTitle(other.counterparty) }}.`,
    {
      value: other.invoice,
      remedy:
        side === 'payer'
          ? 'A certificate is made out to one vendor and contracting entity: enter one for each.'
          : 'A certificate is given by one customer: enter one for each.',
    },
  );
}

function sumFault(head: CertificateHead, lines: readonly PlannedLine[]): AppError | null {
  const added = sum(lines.map((l) => l.amount));
  if (equal(added, head.total)) return null;
  return appError(
    'wht.sum',
    say`The amounts of the invoices add up to ${{ added }} ${{ currency: head.currency }}; the certificate says ${{ total: head.total }}.`,
    {
      value: added,
      remedy: "Correct an amount: the sum must equal the certificate's total exactly.",
    },
  );
}
