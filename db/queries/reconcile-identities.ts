import type { Identity } from '../../domain/formats/format.ts';
import type { MeasureName } from '../../domain/formats/fields.ts';
import { FRACTION_SCALE, fromPair } from '../../domain/money/pair.ts';
import type { Amount } from '../../domain/money/amount.ts';
import { fromBlocks } from '../blocks/answer.ts';
import { brokenIn, heldBatches } from '../blocks/identities.ts';
import { currencyCode } from '../blocks/key-columns.ts';
import type { ReadDb } from '../connection.ts';
import { KIND_CODES, MEASURE_COLUMNS, vendorOf, type VendorName } from '../measures.ts';
import { NO_CURRENCY } from './bills-sums.ts';
import { remember } from './remember.ts';

const column = (measure: MeasureName, part: 'u' | 'f'): string => `l.${MEASURE_COLUMNS[measure]}_${part}`;

/** True where the line has the left side and something of the right. */
const heldSql = (i: Identity): string =>
  `(${column(i.left, 'u')} IS NOT NULL AND COALESCE(${i.right.map((m) => column(m, 'u')).join(', ')}${i.right.length === 1 ? ', NULL' : ''}) IS NOT NULL)`;
const rightSql = (i: Identity, part: 'u' | 'f'): string => `(${i.right.map((m) => `COALESCE(${column(m, part)}, 0)`).join(' + ')})`;

/** True where units and fractions do not cancel out: exact, and within 64 bits for any amounts that a line can carry. */
export function differsSql(units: string, fraction: string): string {
  return `((${fraction}) % ${FRACTION_SCALE} <> 0 OR (${units}) + (${fraction}) / ${FRACTION_SCALE} <> 0)`;
}

/** True where the line breaks the identity. */
export const brokenSql = (i: Identity): string =>
  `(${heldSql(i)} AND ${differsSql(`${column(i.left, 'u')} - ${rightSql(i, 'u')}`, `${column(i.left, 'f')} - ${rightSql(i, 'f')}`)})`;

/** A sum in two halves, so that 64 bits hold any number of lines. */
const wide = (expression: string, alias: string): string =>
  `SUM((${expression}) / 1000000) AS ${alias}_h, SUM((${expression}) % 1000000) AS ${alias}_l`;
const pairOf = (row: Record<string, unknown>, alias: string): Amount => {
  const whole = (name: string): bigint => ((row[`${name}_h`] ?? 0n) as bigint) * 1_000_000n + ((row[`${name}_l`] ?? 0n) as bigint);
  return fromPair(whole(`${alias}_u`), whole(`${alias}_f`));
};

export interface BatchIdentity {
  batch: number;
  format: string;
  vendor: VendorName;
  currency: string;
  kind: 'detail' | 'statement';
  /** Counted as the bill; otherwise a statement, or another telling. */
  counted: boolean;
  lines: number;
  payable: Amount | null;
  /** By identity id, those of the batch's format; lines that lack a side are not counted. */
  results: Record<string, { checked: number; broken: number; left: Amount; right: Amount }>;
}

/** The identities that a format declares: no others are held against its lines. */
export type IdentitiesOf = (format: string) => readonly Identity[];

/** Holds every live line of the period against the identities of its format; one result for each batch, currency and kind. */
export function batchIdentities(read: ReadDb, period: number, identitiesOf: IdentitiesOf): BatchIdentity[] {
  return remember(read, `identities ${period}`, () =>
    fromBlocks(
      read,
      () => blockIdentities(read, period, identitiesOf),
      () => plainIdentities(read, period, identitiesOf),
    ),
  );
}

const kindOf = (code: number): 'detail' | 'statement' => (code === KIND_CODES.statement ? 'statement' : 'detail');

/** batchIdentities from blocks; null where only SQL can tell. */
export function blockIdentities(read: ReadDb, period: number, identitiesOf: IdentitiesOf): BatchIdentity[] | null {
  const formats = new Map(read.all<{ id: number; format: string }>('SELECT id, format FROM batch').map((row) => [row.id, row.format]));
  const held = heldBatches(read, period, (batch) => identitiesOf(formats.get(batch)!));
  if (!held) return null;
  const currencies = new Map(
    read
      .all<{ id: number; text: string }>('SELECT id, text FROM term WHERE id IN (SELECT value FROM json_each(?))', [
        JSON.stringify([...held.values()].flatMap((groups) => groups.map((group) => group.currency))),
      ])
      .map((row) => [row.id, row.text]),
  );
  return [...held]
    .sort(([a], [b]) => a - b)
    .flatMap(([batch, groups]) =>
      groups
        .sort((a, b) => a.vendor - b.vendor || a.currency - b.currency || a.kind - b.kind)
        .map((group) => ({
          batch,
          format: formats.get(batch)!,
          vendor: vendorOf(group.vendor),
          currency: currencies.get(group.currency) ?? NO_CURRENCY,
          kind: kindOf(group.kind),
          counted: group.kind === KIND_CODES.detail,
          lines: group.lines,
          payable: group.payable === null ? null : fromPair(0n, group.payable),
          results: Object.fromEntries(
            group.results.map(({ identity, checked, broken, left, right }) => [
              identity.id,
              { checked, broken, left: fromPair(0n, left), right: fromPair(0n, right) },
            ]),
          ),
        })),
    );
}

/** The same from the lines themselves, format by format. */
export function plainIdentities(read: ReadDb, period: number, identitiesOf: IdentitiesOf): BatchIdentity[] {
  const formats = read.all<{ format: string }>("SELECT DISTINCT format FROM batch WHERE state = 'active'").map((row) => row.format);
  return formats.flatMap((format) => identitiesOfFormat(read, period, format, identitiesOf(format))).sort((a, b) => a.batch - b.batch);
}

function identitiesOfFormat(read: ReadDb, period: number, format: string, identities: readonly Identity[]): BatchIdentity[] {
  const sums = identities.map(
    (i, k) => `
    SUM(${heldSql(i)}) AS checked${k}, SUM(${brokenSql(i)}) AS broken${k},
    ${(['u', 'f'] as const).map((part) => `${wide(`CASE WHEN ${heldSql(i)} THEN ${column(i.left, part)} END`, `left${k}_${part}`)}, ${wide(`CASE WHEN ${heldSql(i)} THEN ${rightSql(i, part)} END`, `right${k}_${part}`)}`).join(', ')}`,
  );
  const rows = read.allBig<Record<string, bigint | string | null>>(
    `SELECT g.*, (SELECT text FROM term WHERE id = g.currency) AS code FROM (
       SELECT l.batch_id AS batch, l.vendor AS vendor, l.currency AS currency, l.kind AS kind, COUNT(*) AS lines,
         COUNT(l.payable_u) AS priced, ${wide('l.payable_u', 'payable_u')}, ${wide('l.payable_f', 'payable_f')}${sums.length ? ',' : ''} ${sums.join(', ')}
       FROM bill_line l WHERE l.superseded_by IS NULL AND l.period = :period AND l.batch_id IN (SELECT id FROM batch WHERE format = :format)
       GROUP BY l.batch_id, l.vendor, l.currency, l.kind
     ) g ORDER BY g.batch, g.vendor, g.currency, g.kind`,
    { period, format },
  );
  return rows.map((row) => ({
    batch: Number(row['batch']),
    format,
    vendor: vendorOf(Number(row['vendor'])),
    currency: typeof row['code'] === 'string' ? row['code'] : NO_CURRENCY,
    kind: kindOf(Number(row['kind'])),
    counted: Number(row['kind']) === KIND_CODES.detail,
    lines: Number(row['lines']),
    payable: row['priced'] === 0n ? null : pairOf(row, 'payable'),
    results: Object.fromEntries(
      identities.map((i, k) => [
        i.id,
        {
          checked: Number(row[`checked${k}`] ?? 0),
          broken: Number(row[`broken${k}`] ?? 0),
          left: pairOf(row, `left${k}`),
          right: pairOf(row, `right${k}`),
        },
      ]),
    ),
  }));
}

interface BrokenScope {
  period: number;
  currency: string;
  batches: readonly number[];
}

/** Ids of the first lines of those batches that break the identity, in their order. */
export const brokenLineIds = (read: ReadDb, scope: BrokenScope, identity: Identity, limit: number): number[] =>
  fromBlocks(
    read,
    () => brokenIn(read, { ...scope, currency: currencyCode(read, scope.currency) }, identity, limit),
    () => plainBroken(read, scope, identity, limit),
  );

/** The same from the lines themselves. */
export const plainBroken = (read: ReadDb, scope: BrokenScope, identity: Identity, limit: number): number[] =>
  read
    .all<{ id: number }>(
      `SELECT l.id AS id FROM bill_line l WHERE l.batch_id IN (SELECT value FROM json_each(:batches)) AND l.superseded_by IS NULL AND l.period = :period
       AND l.currency IS (SELECT id FROM term WHERE text = :currency) AND ${brokenSql(identity)} ORDER BY l.id LIMIT :limit`,
      { batches: JSON.stringify(scope.batches), period: scope.period, currency: scope.currency, limit },
    )
    .map((row) => row.id);
