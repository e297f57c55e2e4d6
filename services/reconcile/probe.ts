import type { ReadDb } from '../../db/connection.ts';
import { VENDOR_CODES } from '../../db/measures.ts';
import { periodCode } from '../../db/queries/bills-columns.ts';
import { billLinesById, type BillLineRow } from '../../db/queries/bills-lines.ts';
import { brokenLineIds, type BatchIdentity } from '../../db/queries/reconcile-identities.ts';
import { orderDifferences, orderLineIds, payableLineIds } from '../../db/queries/reconcile-lines.ts';
import { evaluateIdentity } from '../../domain/bill/identity.ts';
import { isZero } from '../../domain/money/amount.ts';
import { FRACTION_SCALE, toPair } from '../../domain/money/pair.ts';
import { sumMeasures } from '../../domain/reconcile/bill-types.ts';
import { NO_LINES, type BadLine, type Probe, type Vendor } from '../../domain/reconcile/facts.ts';
import { say, type Sentence } from '../../domain/words/said.ts';
import { besideOf } from './beside/index.ts';
import { piecesOf } from './pieces.ts';
import { tellingsOf } from './tellings/index.ts';

/** Lines listed under a failed check; the count always covers all. */
const LISTED = 200;

const nameOf = (line: BillLineRow): string =>
  [line.product ?? line.productType, line.resourceName ?? line.resourceId, line.orderId].filter(Boolean).join(' · ');

/** What is wrong with a line, and what the line is; both where both are known. */
const named = (what: Sentence, name: string): Sentence => (name === '' ? what : what === '' ? name : say`${{ what }} — ${{ name }}`);

/** Answers a check's further questions from the book. */
export function probeOf(
  read: ReadDb,
  period: string,
  place: { vendor: Vendor; currency: string },
  batches: readonly BatchIdentity[],
  today: string,
): Probe {
  const scope = { period: periodCode(period), vendor: VENDOR_CODES[place.vendor], currency: place.currency };
  const list = (ids: readonly number[], text: (line: BillLineRow) => Sentence): BadLine[] => {
    const lines = new Map(billLinesById(read, ids).map((line) => [line.id, line]));
    return ids.flatMap((id) => {
      const line = lines.get(id);
      return line ? [{ id, file: line.file, row: line.row, text: named(text(line), nameOf(line)) }] : [];
    });
  };
  return {
    beside: besideOf(read, period, place, today),
    tellings: tellingsOf(read, period, place),
    pieces: (question) => piecesOf(read, scope, batches, question),
    brokenLines(identity, kind) {
      const own = batches.filter((b) => b.kind === kind && b.results[identity.id]);
      const ids = brokenLineIds(read, { ...scope, batches: own.map((b) => b.batch) }, identity, LISTED);
      return {
        lines: list(ids, (line) => evaluateIdentity(identity, line)?.said ?? ''),
        count: own.reduce((n, b) => n + (b.results[identity.id]?.broken ?? 0), 0),
      };
    },
    differingOrders(measures) {
      const { orders, lines } = orderDifferences(read, scope, measures, LISTED);
      if (orders.length === 0) return NO_LINES;
      const ids = orderLineIds(
        read,
        scope,
        orders.map((o) => o.orderId),
        LISTED,
      );
      return {
        lines: list(ids, (line) => {
          const order = orders.find((o) => o.orderId === line.orderId);
          return say`${{ sum: sumMeasures(line, measures) ?? '—' }}; order ${{ order: line.orderId ?? '—' }}: statement ${{ statement: order?.statement ?? '—' }}, details ${{ details: order?.detail ?? '—' }}`;
        }),
        count: lines,
      };
    },
    linesWithPayable(amount) {
      if (isZero(amount)) return NO_LINES;
      const { units, fraction } = toPair(amount);
      const { ids, count } = payableLineIds(read, scope, units * FRACTION_SCALE + fraction, LISTED);
      return { lines: list(ids, (line) => say`payable ${{ payable: line.payable ?? '—' }} is the difference`), count };
    },
  };
}
