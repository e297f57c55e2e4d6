import { cutsApart } from '../../domain/money/pieces.ts';
import { fromBlocks } from '../blocks/answer.ts';
import { piecesIn } from '../blocks/pieces.ts';
import type { ReadDb } from '../connection.ts';
import { MEASURE_COLUMNS } from '../measures.ts';
import { Binder } from './binder.ts';
import { setSql } from './keyed-sql.ts';
import type { KeyTexts } from './line-sets.ts';
import { PIECE_KEYS, type CutPieces, type PieceQuestion } from './piece-question.ts';

/** Cuts the lines of a set piece by piece (domain/money/pieces.ts). */
export const cutPieces = (read: ReadDb, question: PieceQuestion): CutPieces =>
  fromBlocks(
    read,
    () => piecesIn(read, question),
    () => plainPieces(read, question),
  );

type Row = { usage: bigint; lines: bigint; uh: bigint; ul: bigint; fh: bigint; fl: bigint } & Record<string, string | bigint | null>;

/** The same from the lines themselves. */
export function plainPieces(read: ReadDb, { set, grouping, measures, places, examples: most }: PieceQuestion): CutPieces {
  const binder = new Binder();
  const where = setSql(set, binder);
  const modes = read.all<{ mode: number; type: number; mode_text: string | null; type_text: string | null }>(
    `SELECT COALESCE(l.billing_mode, 0) AS mode, COALESCE(l.bill_type, 0) AS type, (SELECT text FROM term WHERE id = l.billing_mode) AS mode_text,
       (SELECT text FROM term WHERE id = l.bill_type) AS type_text FROM bill_line l WHERE ${where} GROUP BY l.billing_mode, l.bill_type`,
    binder.params,
  );
  const own = modes.filter((m) => cutsApart(m.mode_text, m.type_text)).map((m) => [m.mode, m.type]);
  const usage = `((COALESCE(l.billing_mode, 0), COALESCE(l.bill_type, 0)) IN (SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(${binder.bind(JSON.stringify(own))})))`;
  const part = (name: 'u' | 'f'): string => `(${measures.map((m) => `COALESCE(l.${MEASURE_COLUMNS[m]}_${name}, 0)`).join(' + ')})`;
  const [byOrder, byLine] = [`l.order_id`, `CASE WHEN l.order_id IS NULL THEN l.id END`];
  const specification = ['product_type', 'product', 'spec', 'usage_type'].map((name) => `CASE WHEN ${usage} THEN l.${name} END`);
  const apart = (key: string): string => `CASE WHEN NOT ${usage} THEN ${key} END`;
  const keys = {
    settlement: [byOrder, byLine],
    line: [apart(byOrder), `CASE WHEN ${usage} OR l.order_id IS NULL THEN l.id END`],
    specification: [...specification, apart(byOrder), apart(byLine)],
    usage: [apart(byOrder), apart(byLine)],
  }[grouping];
  const halves = (['u', 'f'] as const).map((p) => `SUM(${part(p)} / 1000000) AS ${p}h, SUM(${part(p)} % 1000000) AS ${p}l`).join(', ');
  const rows = read.iterateBig<Row>(
    `SELECT ${usage} AS usage, COUNT(*) AS lines, ${keys.map((key, i) => `${key} AS k${i}`).join(', ')}, ${halves}
     FROM bill_line l WHERE ${where} GROUP BY usage, ${keys.map((_, i) => `k${i}`).join(', ')}`,
    binder.params,
  );
  const divisor = 10n ** BigInt(10 - places);
  const result: CutPieces = {
    usage: { pieces: 0, lines: 0, exact: 0n, cut: 0n },
    apart: { pieces: 0, lines: 0, exact: 0n, cut: 0n },
    examples: [],
  };
  const candidates: CutPieces['examples'] = [];
  const better = (a: CutPieces['examples'][number], b: CutPieces['examples'][number]): number => {
    const [one, two] = [a, b].map(({ exact, cut }) => (exact < cut ? cut - exact : exact - cut)) as [bigint, bigint];
    return one === two ? compareTexts(a.keys, b.keys) : one > two ? -1 : 1;
  };
  for (const row of rows) {
    const exact = (row.uh * 1_000_000n + row.ul) * 10_000_000_000n + row.fh * 1_000_000n + row.fl;
    const isUsage = row.usage === 1n;
    const cut = isUsage || grouping === 'specification' ? (exact / divisor) * divisor : exact;
    const into = isUsage ? result.usage : result.apart;
    into.pieces++;
    into.lines += Number(row.lines);
    into.exact += exact;
    into.cut += cut;
    if (!isUsage || grouping === 'line' || (grouping === 'settlement' && row['k0'] === null)) continue;
    candidates.push({ keys: PIECE_KEYS[grouping].map((_, i) => textOf(read, row[`k${i}`]!)), exact, cut });
    if (candidates.length > 2 * most + 64) candidates.sort(better).splice(most);
  }
  return { ...result, examples: candidates.sort(better).slice(0, most) };
}

const textOf = (read: ReadDb, key: string | bigint | null): string | null =>
  typeof key === 'bigint' ? (read.get<{ text: string }>('SELECT text FROM term WHERE id = ?', [key])?.text ?? null) : key;

/** By their bytes; missing ones are last. */
function compareTexts(a: KeyTexts, b: KeyTexts): number {
  for (const [place, one] of a.entries()) {
    const other = b[place]!;
    if (one === other) continue;
    if (one === null || other === null) return one === null ? 1 : -1;
    return Buffer.compare(Buffer.from(one), Buffer.from(other));
  }
  return 0;
}
