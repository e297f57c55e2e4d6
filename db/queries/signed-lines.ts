import type { Amount } from '../../domain/money/amount.ts';
import { fromPair } from '../../domain/money/pair.ts';
import { fromBlocks } from '../blocks/answer.ts';
import { signedIn } from '../blocks/signed.ts';
import type { ReadDb } from '../connection.ts';
import type { LineScope } from './reconcile-lines.ts';

/** Ids of the first lines, how many there are, and what they add up to. */
interface SignedLines {
  ids: number[];
  count: number;
  payable: Amount;
}

/** Counted lines of those bill types whose payable is above (below) zero. */
export const signedLines = (
  read: ReadDb,
  scope: LineScope,
  billTypes: readonly string[],
  sign: 'positive' | 'negative',
  limit: number,
): SignedLines =>
  fromBlocks(
    read,
    () => {
      const { period, vendor, currency } = scope;
      const set = { periods: [period], vendor, currency, kinds: [0], among: [{ key: 'billType' as const, values: billTypes }] };
      const found = signedIn(read, set, sign, limit);
      return found && { ...found, payable: fromPair(0n, found.payable) };
    },
    () => plainSigned(read, scope, billTypes, sign, limit),
  );

const WHERE = `l.period = :period AND l.kind = 0 AND l.vendor = :vendor AND l.currency IS (SELECT id FROM term WHERE text = :currency)
  AND l.superseded_by IS NULL AND l.bill_type IN (SELECT id FROM term WHERE text IN (SELECT value FROM json_each(:types)))`;

/** The same from the lines themselves. */
export function plainSigned(
  read: ReadDb,
  scope: LineScope,
  billTypes: readonly string[],
  sign: 'positive' | 'negative',
  limit: number,
): SignedLines {
  const than = sign === 'positive' ? '>' : '<';
  const rows = read.allBig<{ id: bigint; count: bigint; u: bigint; f: bigint }>(
    `SELECT l.id AS id, COUNT(*) OVER () AS count, SUM(l.payable_u) OVER () AS u, SUM(l.payable_f) OVER () AS f
     FROM bill_line l WHERE ${WHERE} AND (l.payable_u ${than} 0 OR l.payable_f ${than} 0) ORDER BY l.id LIMIT :limit`,
    { ...scope, types: JSON.stringify(billTypes), limit },
  );
  const [first] = rows;
  return { ids: rows.map((row) => Number(row.id)), count: Number(first?.count ?? 0n), payable: first ? fromPair(first.u, first.f) : '0' };
}
