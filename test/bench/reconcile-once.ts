import { connect, ReadDb } from '../../db/connection.ts';
import { checksOf } from '../../services/reconcile/index.ts';

/** What one process sees: a month reconciled right after the start, and again; seconds and MB. */
export interface Reconciled {
  cold: number;
  /** The book has not changed since: sums are remembered. */
  again: number;
  /** Resident set before the first run, and the largest until the end. */
  idleMb: number;
  peakMb: number;
  checks: Record<string, string>;
}

// node reconcile-once.ts BOOK PERIOD
const [book, period] = process.argv.slice(2) as [string, string];
const read = new ReadDb(connect(book, 'read'));
const mb = (bytes: number): number => bytes / 2 ** 20;
const idleMb = mb(process.memoryUsage().rss);
const run = (): [seconds: number, found: ReturnType<typeof checksOf>] => {
  const started = performance.now();
  const found = checksOf(read, period, '2023-10-20');
  return [(performance.now() - started) / 1000, found];
};
const [cold, found] = run();
const [again] = run();
const result: Reconciled = {
  cold,
  again,
  idleMb,
  peakMb: mb(process.resourceUsage().maxRSS * 1024),
  checks: Object.fromEntries(found.map((check) => [check.id, check.status])),
};
process.stdout.write(JSON.stringify(result));
read.close();
