import { listInvoices } from '../../../db/queries/invoices.ts';
import type { ReadDb } from '../../../db/connection.ts';
import type { Series } from '../../../domain/parties/series.ts';
import { say, type Said } from '../../../domain/words/said.ts';
import type { Plan } from './plan.ts';

/** What speaks against a document without forbidding it: the same was invoiced before, or its day is out of order. */
export function warningsOf(read: ReadDb, facts: Plan['facts'], series: Series): Said[] {
  const issued = listInvoices(read, { direction: 'issued' }).filter((i) => i.stated !== 'void');
  const warnings: Said[] = [];
  const later = issued.find((i) => i.series?.id === series.id && i.date > facts.date);
  if (later)
    warnings.push(
      say`${{ number: later.number }} of the same series is of ${{ date: later.date }}, which is later: dates and numbers would not run together.`,
    );
  if (facts.kind === 'credit-note') return warnings;
  const { orderReference } = facts.document;
  const twin = issued.find(
    (i) =>
      i.kind === 'invoice' &&
      i.type === facts.type &&
      (orderReference === undefined
        ? facts.period !== null && i.period === facts.period && i.buyerId === facts.buyerId && i.currency === facts.currency
        : i.document.orderReference === orderReference),
  );
  if (twin)
    warnings.push(
      orderReference === undefined
        ? say`${{ number: twin.number }} is an invoice to the same buyer for ${{ period: facts.period ?? '' }} already.`
        : say`${{ number: twin.number }} is an invoice for ${{ reference: orderReference }} already.`,
    );
  return warnings;
}
