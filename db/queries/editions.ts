import type { ReadDb } from '../connection.ts';
import { hasGivenWay } from '../blocks/superseded.ts';
import { FRACTION_SCALE } from '../../domain/money/pair.ts';

/** A file of a vendor's month and the later one that took its place. */
export interface Edition {
  view: number;
  format: string;
  earlier: { id: number; file: string; asOf: string };
  later: { id: number; file: string; asOf: string };
}

interface BatchOfView {
  id: number;
  view: number;
  format: string;
  file: string;
  as_of: string;
}

/** Files whose lines gave way to another one of the same view and format, with that one; the earliest first. */
export function editionsOf(read: ReadDb, vendor: number, period: number): Edition[] {
  const batches = read.all<BatchOfView>(
    `SELECT DISTINCT batch.id, view, format, file, as_of FROM batch JOIN batch_scope ON batch_scope.batch_id = batch.id
     WHERE batch.vendor = ? AND batch_scope.period = ? AND batch.state = 'active' AND view >= 0 ORDER BY batch.id`,
    [vendor, period],
  );
  return batches.flatMap((own) => {
    const akin = batches.filter((b) => b.view === own.view && b.format === own.format);
    if (akin.length < 2 || !hasGivenWay(read, own.id)) return [];
    const heirs = read.all<{ id: number }>(
      'SELECT DISTINCT superseded_by AS id FROM bill_line WHERE batch_id = ? AND superseded_by IS NOT NULL ORDER BY 1',
      [own.id],
    );
    return heirs.flatMap(({ id }) => {
      const later = akin.find((b) => b.id === id);
      return later ? [{ view: own.view, format: own.format, earlier: named(own), later: named(later) }] : [];
    });
  });
}

const named = ({ id, file, as_of }: BatchOfView): Edition['earlier'] => ({ id, file, asOf: as_of });

/** What a row of sums to date is about; months and currencies are never mixed. */
const KEY = [
  'account',
  'enterprise_project',
  'resource_id',
  'product_type',
  'product',
  'spec',
  'usage_type',
  'billing_mode',
  'bill_type',
  'region',
];

/** Sums of one charge in a file, in 10^-10, with its rows. */
export interface ChargeSum {
  key: string;
  resource: number | null;
  payable: bigint;
  ids: number[];
}

/**
 * Payable by charge of a batch: of its lines that count, and of those that gave way to another one. Added up here, for SQLite would
 * make a text of every key.
 */
export function chargeSums(
  read: ReadDb,
  { period, currency }: { period: number; currency: string },
  batch: number,
  heir: number,
): { live: Map<string, ChargeSum>; gone: Map<string, ChargeSum> } {
  const sums = { live: new Map<string, ChargeSum>(), gone: new Map<string, ChargeSum>() };
  const rows = read.iterateRaw<(number | null)[]>(
    `SELECT id, payable_u, payable_f, resource_id, superseded_by, ${KEY.join(', ')} FROM bill_line
     WHERE batch_id = :batch AND period = :period AND currency IS (SELECT id FROM term WHERE text = :currency)
       AND (superseded_by IS NULL OR superseded_by = :heir)`,
    { batch, period, currency, heir },
  );
  for (const row of rows) {
    const into = row[4] === null ? sums.live : sums.gone;
    const key = row.slice(5).join(' ');
    const payable = BigInt(row[1] ?? 0) * FRACTION_SCALE + BigInt(row[2] ?? 0);
    const own = into.get(key);
    if (own) {
      own.payable += payable;
      own.ids.push(row[0]!);
    } else into.set(key, { key, resource: row[3] ?? null, payable, ids: [row[0]!] });
  }
  return sums;
}

/** What the counted bill gives back, by resource, in 10^-10 and negative: the reason why a sum to date may fall. */
export const givenBack = (
  read: ReadDb,
  { period, vendor, currency }: { period: number; vendor: number; currency: string },
  resources: readonly number[],
): Map<number, bigint> =>
  new Map(
    read
      .allBig<{ resource: bigint; u: bigint; f: bigint }>(
        `SELECT resource_id AS resource, SUM(payable_u) AS u, SUM(payable_f) AS f FROM bill_line
         WHERE period = ? AND vendor = ? AND kind = 0 AND superseded_by IS NULL AND currency IS (SELECT id FROM term WHERE text = ?)
           AND (payable_u < 0 OR payable_f < 0) AND resource_id IN (SELECT value FROM json_each(?)) GROUP BY resource_id`,
        [period, vendor, currency, JSON.stringify(resources)],
      )
      .map(({ resource, u, f }) => [Number(resource), u * FRACTION_SCALE + f]),
  );
