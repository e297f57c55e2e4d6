import { add, compare, isZero, subtract, sum, type Amount } from '../../../../domain/money/amount.ts';
import type { Input } from '../../../../services/contract/index.ts';
import type { ImportPreview, ImportRow } from '../../../../services/contract/wht-import.ts';

export type As = 'draft' | 'submitted';
type Allocation = Input<'wht/importTake'>['rows'][number]['allocate'][number];

/** What a person made of a row: one of its proposals, with figures of their own where they changed them; null lays it against nothing. */
export interface Choice {
  proposal: number | null;
  /** By place in the proposal; null: the field was emptied. */
  amounts: Record<number, Amount | null>;
  pays: Record<number, Amount | null>;
}
export type Choices = Readonly<Record<number, Choice>>;

export const keyOf = (row: ImportRow): number => row.rows[0]!;
export const plainChoice = (proposal: number | null): Choice => ({ proposal, amounts: {}, pays: {} });

/** Whether a row can be taken at all. */
export const isNew = (row: ImportRow): boolean => row.state === 'matched' || row.state === 'several' || row.state === 'none';

/** The proposal that stands alone, as a choice; null where a person has to choose. */
export const suggested = (row: ImportRow): Choice | null => {
  const first = row.proposals.findIndex((p) => !p.blocked);
  return row.state === 'matched' && first >= 0 ? plainChoice(first) : null;
};

export interface ChosenLine {
  invoice: string;
  vendor: Allocation['vendor'];
  invoiceCurrency: string;
  open: Amount;
  amount: Amount | null;
  payAmount: Amount | null;
  fx: Allocation['fx'];
}

/** The lines of the choice as they stand now. In the certificate's own currency both figures are one. */
export function linesOf(row: ImportRow, choice: Choice): ChosenLine[] {
  const proposal = choice.proposal === null ? undefined : row.proposals[choice.proposal];
  return (proposal?.lines ?? []).map((line, at) => {
    const amount = at in choice.amounts ? (choice.amounts[at] ?? null) : line.amount;
    const same = line.invoiceCurrency === row.certificate?.currency;
    return {
      invoice: line.invoice,
      vendor: line.vendor,
      invoiceCurrency: line.invoiceCurrency,
      open: line.open,
      amount,
      payAmount: same ? amount : at in choice.pays ? (choice.pays[at] ?? null) : line.payAmount,
      fx: line.fx ?? null,
    };
  });
}

/** The certificate's tax less its lines: nothing may be left when it is handed in. */
export const residualOf = (row: ImportRow, choice: Choice): Amount =>
  subtract(row.certificate?.total ?? '0', sum(linesOf(row, choice).map((l) => l.amount)));

/** Why a choice cannot be taken so; null: it can. A draft may wait for its invoices, but what is filled in has to be whole. */
export function hindrance(row: ImportRow, choice: Choice, as: As): 'nothing' | 'figure' | 'residual' | 'blocked' | null {
  const lines = linesOf(row, choice);
  if (lines.length === 0) return as === 'draft' ? null : 'nothing';
  if (lines.some((l) => l.amount === null || isZero(l.amount) || l.payAmount === null || isZero(l.payAmount))) return 'figure';
  if (as === 'draft') return null;
  if (!isZero(residualOf(row, choice))) return 'residual';
  return lines.some((l) => compare(l.payAmount!, l.open) > 0) || row.proposals[choice.proposal!]?.blocked ? 'blocked' : null;
}

/** The rows that go to the services. */
export const rowsToTake = (preview: ImportPreview, choices: Choices, as: As): Input<'wht/importTake'>['rows'] =>
  preview.rows.flatMap((row) => {
    const choice = choices[keyOf(row)];
    if (!choice || !isNew(row) || hindrance(row, choice, as) !== null) return [];
    const allocate = linesOf(row, choice).map(({ invoice, vendor, amount, payAmount, fx }) => ({
      invoice,
      vendor: vendor ?? null,
      amount: amount!,
      payAmount,
      fx: fx ?? null,
    }));
    return [{ row: keyOf(row), allocate }];
  });

/** The tax of the rows by currency, in the order of currencies. */
export function taxOf(rows: readonly ImportRow[]): { currency: string; amount: Amount }[] {
  const sums = new Map<string, Amount>();
  for (const { certificate } of rows)
    if (certificate) sums.set(certificate.currency, add(sums.get(certificate.currency) ?? '0', certificate.total));
  return [...sums].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([currency, amount]) => ({ currency, amount }));
}
