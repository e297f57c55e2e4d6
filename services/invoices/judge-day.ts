import type { InvoiceRecord } from '../../db/queries/invoices.ts';
import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';

/** The day, unless it is still to come. */
export function notAhead(day: string, today: string): string {
  if (day > today)
    refuse('invoice.day-ahead', say`${{ day }} is still to come; what has happened is recorded with the day on which it did.`, {
      column: 'date',
      value: day,
      remedy: say`Give ${{ today }} or an earlier day.`,
    });
  return day;
}

/** Refuses a day before the bill appeared. */
export function notBeforeBill({ number, billed }: Pick<InvoiceRecord, 'number' | 'billed'>, day: string): void {
  if (billed !== null && day < billed)
    refuse('invoice.before-bill', say`The bill of invoice ${{ number }} appeared on ${{ billed }}; ${{ day }} is before that.`, {
      column: 'date',
      value: day,
      remedy: 'Check both days.',
    });
}
