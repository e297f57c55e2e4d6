import type { DocumentDetails, InvoiceLine } from '../../../domain/invoices/document.ts';
import { roundLines } from '../../../domain/invoices/round-lines.ts';
import type { Said } from '../../../domain/words/said.ts';
import type { Source } from './source.ts';

/** The source's lines in whole minor units, with the tax attributes given to each, and how the sum came about. */
export function roundedLines(
  source: Source,
  tax: Pick<InvoiceLine, 'taxCategory' | 'taxCode' | 'ratePct'>,
): { lines: Omit<InvoiceLine, 'position'>[]; total: string; step: Said; rounding: NonNullable<DocumentDetails['rounding']> } {
  const { lines, total, exact, difference, policy, step } = roundLines(
    source.lines.map((line) => line.exact),
    source.currency,
  );
  return {
    lines: source.lines.map(({ description, quantity, scope }, i) => ({
      description,
      quantity,
      unit: null,
      price: null,
      net: lines[i]!,
      tax: null,
      ...tax,
      first: source.first,
      last: source.last,
      scope,
    })),
    total,
    step,
    rounding: { policy: policy.id, exact, difference },
  };
}
