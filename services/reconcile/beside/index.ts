import type { ReadDb } from '../../../db/connection.ts';
import { KIND_CODES, VENDOR_CODES } from '../../../db/measures.ts';
import { periodCode } from '../../../db/queries/bills-columns.ts';
import { billLinesById } from '../../../db/queries/bills-lines.ts';
import { invoiceRatesOf } from '../../../db/queries/invoice-rates.ts';
import { keyedLineIds, keyedSums, type LineSet } from '../../../db/queries/keyed-sums.ts';
import { signedLines } from '../../../db/queries/signed-lines.ts';
import { tierLineIds, tierSums } from '../../../db/queries/tier-lines.ts';
import { singleBatches } from '../../../db/queries/single-batches.ts';
import { vendorMonths } from '../../../db/queries/vendor-months.ts';
import type { Beside, LineChoice, LineFact } from '../../../domain/reconcile/beside/beside.ts';
import type { BadLine, Vendor } from '../../../domain/reconcile/facts.ts';
import { say, type Sentence } from '../../../domain/words/said.ts';
import { holdsIn } from '../../../domain/reconcile/agreements.ts';
import { agreementsOf } from '../agreements.ts';
import { listRows } from './rows.ts';
import { priceFacts } from './prices.ts';
import { knownPayments, repeatedInvoices } from './papers.ts';
import { rateOf } from './rates.ts';
import { taxRuleOf } from './tax-rule.ts';

const LISTED = 200;
/** More lines than this are not read to see whether `text` says something about them. */
const READ = 2000;
const MOST = 10_000_000;
/** Lines of a price table that are read one by one where the month's charge does not fit. */
const TIERED = 50_000;

const once = <T>(work: () => T): (() => T) => {
  let known: { value: T } | null = null;
  return () => (known ??= { value: work() }).value;
};
const keyed = <K, T>(work: (key: K) => T): ((key: K) => T) => {
  const known = new Map<K, T>();
  return (key) => {
    if (!known.has(key)) known.set(key, work(key));
    return known.get(key) as T;
  };
};

/** Answers what a check asks of everything that stands beside the bill. */
export function besideOf(read: ReadDb, period: string, place: { vendor: Vendor; currency: string }, today: string): Beside {
  const own = { vendor: VENDOR_CODES[place.vendor], currency: place.currency };
  const month = periodCode(period);
  const singles = once(() => singleBatches(read, own.vendor));
  const setOf = ({ of, statement, single, among }: LineChoice): LineSet => ({
    ...own,
    periods: of === 'month' ? [month] : null,
    kinds: [statement ? KIND_CODES.statement : KIND_CODES.detail],
    ...(single ? { batches: singles() } : {}),
    ...(among ? { among } : {}),
  });
  const named = (ids: readonly number[], text: (line: LineFact) => Sentence | null): BadLine[] => {
    const lines = new Map(billLinesById(read, ids).map((line) => [line.id, line]));
    return ids.flatMap((id): BadLine[] => {
      const line = lines.get(id);
      const said = line ? text(line) : null;
      if (!line || said === null) return [];
      const name = [line.product ?? line.productType, line.resourceName ?? line.resourceId, line.orderId].filter(Boolean).join(' · ');
      return [{ id, file: line.file, row: line.row, text: name === '' ? said : say`${{ what: said }} — ${{ name }}` }];
    });
  };
  return {
    today,
    rows: keyed((kind) => listRows(read, kind, place)),
    months: once(() => vendorMonths(read, own)),
    sums: (choice, by, amounts) => keyedSums(read, setOf(choice), by, amounts, MOST).groups,
    lines(choice, by, keys, text) {
      if (keys.length === 0) return { lines: [], count: 0 };
      const { ids, count } = keyedLineIds(read, setOf(choice), by, keys, READ);
      const lines = named(ids, text);
      return { lines: lines.slice(0, LISTED), count: ids.length < count ? count : lines.length };
    },
    signed(billTypes, sign, text) {
      const { ids, count, payable } = signedLines(read, { ...own, period: month }, billTypes, sign, LISTED);
      return { lines: named(ids, text), count, payable };
    },
    taxRule: keyed((day) => taxRuleOf(read, place.vendor, day)),
    rate: (to, of) => rateOf(read, place.currency, to, of),
    repeatedInvoices: once(() => repeatedInvoices(read, place.vendor, period)),
    payments: once(() => knownPayments(read, place.currency)),
    invoiceRates: once(() => invoiceRatesOf(read, place.vendor, period)),
    prices: once(() => priceFacts(read, { ...own, period: month }, singles(), named)),
    agreements: once(() =>
      agreementsOf(read).filter((a) => a.vendor === place.vendor && a.currency === place.currency && holdsIn(a, period)),
    ),
    tiered(table, without) {
      const scope = { ...own, period: month, table, without };
      return {
        sums: tierSums(read, scope),
        read: once(() => {
          const ids = tierLineIds(read, scope, TIERED + 1);
          return ids.length > TIERED ? null : billLinesById(read, ids);
        }),
      };
    },
  };
}
