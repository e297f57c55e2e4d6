import { bookState } from '../../db/queries/exports.ts';
import type { ProcedureName } from '../contract/index.ts';
import type { Context, Handler } from '../runtime/services.ts';
import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import type { Certificate, Invoice, Language, Payment, ReportData } from './data.ts';

/** The procedures a report is made of: it shows what the screens show, by asking what they ask. */
type Asked = 'book/info' | 'bills/summary' | 'reconcile/run' | 'invoices/list' | 'payments/list' | 'wht/list';
export type Sources = { [K in Asked & ProcedureName]: Handler<K> };

const inPeriod = (date: string, period: string): boolean => date.startsWith(`${period}-`);

/** Everything of the period but its lines. Refuses a period that has neither lines nor invoices. */
export async function gatherReport(context: Context, sources: Sources, period: string, language: Language | null): Promise<ReportData> {
  const info = await sources['book/info']({}, context);
  if (!info) refuse('book.none', 'No book is open.', { remedy: 'Open a book or make a new one.' });
  const summary = await sources['bills/summary']({ period, vendor: null, account: null }, context);
  const reconciliation = await sources['reconcile/run']({ period, vendor: null }, context);
  const { invoices: all } = await sources['invoices/list'](
    { status: null, period: null, vendor: null, search: '', direction: 'received' },
    context,
  );
  const invoices = ofPeriod(all, period);
  if (summary.lines === 0 && invoices.length === 0)
    refuse('export.empty-period', say`The book has no bills and no invoices of ${{ period }}.`, {
      value: period,
      remedy: 'Choose another period, or import its bills first.',
    });
  const own = new Set(invoices.map((i) => i.number));
  const payments = (await sources['payments/list']({ search: '' }, context)).filter(
    // Receipts are laid on invoices made here, which the report is not about.
    (p: Payment) => p.direction !== 'issued' && (inPeriod(p.date, period) || p.allocations.some((a) => own.has(a.invoice))),
  );
  const certificates = (await sources['wht/list']({ status: null, side: 'payer', country: null, form: null, search: '' }, context)).filter(
    (c: Certificate) => inPeriod(c.date, period) || c.allocations.some((a) => own.has(a.invoice)),
  );
  const { name, company, entity, country, currency, settlement, customerStatus } = info;
  return {
    language: language ?? info.language,
    period,
    book: { name, company, entity, country, currency, settlement, customerStatus },
    state: bookState(context.session.book().read),
    summary,
    reconciliation,
    invoices,
    payments,
    certificates,
  };
}

/** Invoices of the period: those linked to it, those without a link dated in it, and the credit notes of both. */
function ofPeriod(all: readonly Invoice[], period: string): Invoice[] {
  const belongs = (i: Invoice): boolean => (i.period === null ? inPeriod(i.date, period) : i.period === period);
  const numbers = new Set(all.filter(belongs).map((i) => `${i.vendor} ${i.number}`));
  return all.filter((i) => belongs(i) || (i.credits !== null && numbers.has(`${i.vendor} ${i.credits}`)));
}
