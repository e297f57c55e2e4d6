import { bookState, type BookState } from '../../../db/queries/exports.ts';
import { exactTotal } from '../../../domain/bill/total.ts';
import type { Amount } from '../../../domain/money/amount.ts';
import { refuse } from '../../../domain/result.ts';
import { say } from '../../../domain/words/said.ts';
import type { Input } from '../../contract/index.ts';
import type { Context, Handler } from '../../runtime/services.ts';
import type { Language, ReportData, Summary } from '../data.ts';

/** What the document prints. Plain values: the writer asks nobody for more. */
export interface SummaryBill {
  language: Language;
  period: string;
  vendor: string | null;
  account: string | null;
  book: ReportData['book'];
  state: BookState | null;
  summary: Summary;
  /** Exact totals of the months up to this one, by currency, the earliest first. */
  trend: Record<string, { period: string; total: Amount }[]>;
}

type Asked = 'book/info' | 'bills/summary' | 'bills/query';
export type BillSources = { [K in Asked]: Handler<K> };
export type BillChoice = { period: string; vendor: Input<'bills/summary'>['vendor']; account: string | null; language: Language | null };

const MONTHS = 12;

/** The bill summary of a period with the months before it. Refuses a period without lines. */
export async function gatherBill(context: Context, sources: BillSources, choice: BillChoice): Promise<SummaryBill> {
  const { period, account } = choice;
  const vendor = choice.vendor ?? null;
  const info = await sources['book/info']({}, context);
  if (!info) refuse('book.none', 'No book is open.', { remedy: 'Open a book or make a new one.' });
  const summary = await sources['bills/summary']({ period, vendor, account }, context);
  if (summary.status === 'empty')
    refuse('export.empty-period', say`The book has no bills of ${{ period }}.`, {
      value: period,
      remedy: 'Choose another period, or import its bills first.',
    });
  const { name, company, entity, country, currency, settlement, customerStatus } = info;
  return {
    language: choice.language ?? info.language,
    period,
    vendor,
    account,
    book: { name, company, entity, country, currency, settlement, customerStatus },
    state: bookState(context.session.book().read),
    summary,
    trend: await trendOf(context, sources, period, vendor, account),
  };
}

async function trendOf(
  context: Context,
  sources: BillSources,
  period: string,
  vendor: string | null,
  account: string | null,
): Promise<SummaryBill['trend']> {
  const where = [
    { column: 'period', op: 'atMost' as const, value: period },
    ...(vendor === null ? [] : [{ column: 'vendor', op: 'is' as const, value: vendor }]),
    ...(account === null ? [] : [{ column: 'account', op: 'is' as const, value: account }]),
  ];
  const asked = { period: null, where, hideZero: false, search: '', kind: 'detail' as const };
  const sort = [{ column: 'period', descending: true }];
  const { rows } = await sources['bills/query'](
    { ...asked, groupBy: ['period', 'currency'], sort, limit: 1000 } as Parameters<BillSources['bills/query']>[0],
    context,
  );
  const trend: SummaryBill['trend'] = {};
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  for (const row of rows) {
    const total = exactTotal({ payable: text(row['payable']), coupon: text(row['coupon']), flexiCoupon: text(row['flexiCoupon']) });
    const months = (trend[String(row['currency'])] ??= []);
    if (total !== null && months.length < MONTHS) months.unshift({ period: String(row['period']), total });
  }
  return trend;
}
