import { fromEpochDay, toEpochDay, type PlainDate } from '../../domain/time/plain-date.ts';
import type { ReadDb, WriteDb } from '../connection.ts';
import { VENDOR_CODES, vendorOf, type VendorName } from '../measures.ts';

/** What a given term is for: an order of a vendor, or one line by its identity, which a file imported again has too. */
export type TermTarget = { vendor: VendorName; order: string } | { vendor: VendorName; keyA: number; keyB: number };

export interface GivenTerm {
  id: number;
  first: PlainDate;
  last: PlainDate;
  note: string;
  at: string;
}

type Raw = { id: number; first_day: number; last_day: number; note: string; given_at: string };
const SELECT = 'id, first_day, last_day, note, given_at';
const decode = ({ id, first_day, last_day, note, given_at }: Raw): GivenTerm => ({
  id,
  first: fromEpochDay(first_day),
  last: fromEpochDay(last_day),
  note,
  at: given_at,
});

const bound = (target: TermTarget): Record<string, string | number | null> => ({
  vendor: VENDOR_CODES[target.vendor],
  order: 'order' in target ? target.order : null,
  a: 'order' in target ? null : target.keyA,
  b: 'order' in target ? null : target.keyB,
});
const SAME = 'vendor = :vendor AND order_id IS :order AND key_a IS :a AND key_b IS :b AND taken_back_at IS NULL';

/** The term that counts for the target, if one was given. */
export function givenTermOf(read: ReadDb, target: TermTarget): GivenTerm | undefined {
  const found = read.get<Raw>(`SELECT ${SELECT} FROM given_term WHERE ${SAME} ORDER BY id DESC LIMIT 1`, bound(target));
  return found && decode(found);
}

export const giveTerm = (
  write: WriteDb,
  target: TermTarget,
  term: { first: PlainDate; last: PlainDate; note: string; at: string },
): number =>
  write.run(
    `INSERT INTO given_term (vendor, order_id, key_a, key_b, first_day, last_day, note, given_at)
     VALUES (:vendor, :order, :a, :b, :first, :last, :note, :at)`,
    { ...bound(target), first: toEpochDay(term.first), last: toEpochDay(term.last), note: term.note, at: term.at },
  ).id;

export const takeTermBack = (write: WriteDb, id: number, at: string): void =>
  void write.run('UPDATE given_term SET taken_back_at = ? WHERE id = ?', [at, id]);

/** Terms given to orders, and to live lines by their id; the newest of each. */
export function givenTerms(read: ReadDb): { orders: (GivenTerm & { vendor: VendorName; order: string })[]; lines: Map<number, GivenTerm> } {
  const all = read.all<Raw & { vendor: number; order_id: string | null; key_a: number | null; key_b: number | null }>(
    `SELECT ${SELECT}, vendor, order_id, key_a, key_b FROM given_term WHERE taken_back_at IS NULL ORDER BY id`,
  );
  const orders = all.flatMap((row) =>
    row.order_id === null ? [] : [{ ...decode(row), vendor: vendorOf(row.vendor), order: row.order_id }],
  );
  const byKey = new Map<string, GivenTerm>(
    all.flatMap((row) => (row.order_id === null ? [[`${row.key_a} ${row.key_b}`, decode(row)] as const] : [])),
  );
  const lines = new Map<number, GivenTerm>();
  if (byKey.size > 0)
    for (const { id, key } of read.all<{ id: number; key: string }>(
      `SELECT l.id, l.key_a || ' ' || l.key_b AS key FROM prepaid_line p CROSS JOIN bill_line l ON l.id = p.line_id AND l.batch_id = p.batch_id
       WHERE l.superseded_by IS NULL`,
    )) {
      const term = byKey.get(key);
      if (term) lines.set(id, term);
    }
  return { orders, lines };
}

/** Vendor, order and identity of a line that counts. */
export function targetOfLine(
  read: ReadDb,
  id: number,
): { vendor: VendorName; order: string | null; keyA: number; keyB: number } | undefined {
  const found = read.get<{ vendor: number; order_id: string | null; key_a: number; key_b: number }>(
    'SELECT vendor, order_id, key_a, key_b FROM bill_line WHERE id = ? AND kind = 0 AND superseded_by IS NULL',
    [id],
  );
  return found && { vendor: vendorOf(found.vendor), order: found.order_id, keyA: found.key_a, keyB: found.key_b };
}

/** Rows of the lists beside the bill that may tell the term of an order: packages, orders, renewals. */
export const listedOrders = (
  read: ReadDb,
): { register: string; vendor: VendorName; order: string; data: Readonly<Record<string, string | null>> }[] =>
  read
    .all<{ register: string; vendor: number; order: string; data: string }>(
      `SELECT register, vendor, data ->> '$.orderId' AS "order", data FROM register_row
       WHERE register IN ('packages', 'orders', 'renewals') AND superseded_by IS NULL AND data ->> '$.orderId' IS NOT NULL ORDER BY id`,
    )
    .map(({ register, vendor, order, data }) => ({
      register,
      vendor: vendorOf(vendor),
      order,
      data: JSON.parse(data) as Record<string, string | null>,
    }));
