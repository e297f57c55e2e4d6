import type { ReadDb, Value } from '../connection.ts';
import { MEASURE_COLUMNS } from '../measures.ts';
import { Binder } from './binder.ts';
import { groupKey, groupText, sqlColumn } from './bills-columns.ts';
import type { Differing, DifferingOptions, KeyedSums, KeyName, KeySums, KeyTexts, LineSet, Side } from './line-sets.ts';

const columnOf = (name: KeyName) => sqlColumn({ type: 'dimension', name });

/** The WHERE clause of a set over `bill_line l`. */
export function setSql(set: LineSet, binder: Binder): string {
  const list = (values: readonly number[]): string => `(SELECT value FROM json_each(${binder.bind(JSON.stringify(values))}))`;
  const parts = [
    'l.superseded_by IS NULL',
    `l.kind IN ${list(set.kinds)}`,
    `l.vendor = ${binder.bind(set.vendor)}`,
    `l.currency IS (SELECT id FROM term WHERE text = ${binder.bind(set.currency)})`,
  ];
  if (set.periods) parts.push(`l.period IN ${list(set.periods)}`);
  if (set.batches) parts.push(`l.batch_id IN ${list(set.batches)}`);
  for (const { key, values, not } of set.among ?? []) {
    const one = `(${amongSql(key, values, binder)})`;
    parts.push(not ? `NOT ${one}` : one);
  }
  return parts.join(' AND ');
}

/** True or false, never null. */
function amongSql(key: KeyName, values: KeyTexts, binder: Binder): string {
  const column = columnOf(key);
  if (column.type === 'pair') throw new TypeError('Amounts are no keys.');
  const present = values.filter((text) => text !== null);
  const missing = present.length < values.length ? `${column.column} IS NULL` : '0';
  const texts =
    column.type === 'term'
      ? `(SELECT id FROM term WHERE text IN (SELECT value FROM json_each(${binder.bind(JSON.stringify(present))})))`
      : `(SELECT value FROM json_each(${binder.bind(JSON.stringify(present.map((text) => column.parse(text) as string | number)))}))`;
  return `${missing} OR COALESCE(${column.column} IN ${texts}, 0)`;
}

/** Lines of both sides, with the parts of their key and their amounts; each sum is in two halves, so that 64 bits hold it. */
function groupsSql(sides: readonly Side[], by: readonly KeyName[], binder: Binder): string {
  const columns = by.map(columnOf);
  const rows = sides.map(({ set, amounts }, side) => {
    const figures = amounts.flatMap((measures, i) =>
      (['u', 'f'] as const).map((part) => {
        const names = measures.map((m) => `l.${MEASURE_COLUMNS[m]}_${part}`);
        return `CASE WHEN COALESCE(${[...names, 'NULL', 'NULL'].join(', ')}) IS NOT NULL THEN ${names.map((n) => `COALESCE(${n}, 0)`).join(' + ')} END AS a${i}_${part}`;
      }),
    );
    const keys = columns.map((column, i) => `${groupKey(binder, column)} AS k${i}`);
    return `SELECT ${[`${side} AS side`, ...keys, ...figures].join(', ')} FROM bill_line l WHERE ${setSql(set, binder)}`;
  });
  const sums = sides.flatMap(({ amounts }, side) => [
    `SUM(side = ${side}) AS s${side}`,
    ...amounts.flatMap((_, i) =>
      (['u', 'f'] as const).flatMap((part) => {
        const own = `CASE side WHEN ${side} THEN a${i}_${part} END`;
        return [`SUM(${own} / 1000000) AS s${side}_${i}_${part}h`, `SUM(${own} % 1000000) AS s${side}_${i}_${part}l`];
      }),
    ),
  ]);
  const keys = columns.map((_, i) => `k${i}`).join(', ');
  // A key of no column is one group, also where there is no line: it is left out then.
  const grouped = `SELECT ${[...(keys ? [keys] : []), ...sums].join(', ')} FROM (${rows.join(' UNION ALL ')})${keys ? ` GROUP BY ${keys}` : ' HAVING COUNT(*) > 0'}`;
  const texts = columns.map((column, i) => `${groupText(column, `g.k${i}`)} AS t${i}`);
  return `SELECT ${[...texts, 'g.*'].join(', ')} FROM (${grouped}) g`;
}

type Row = Record<string, bigint | string | null>;

function* groups(read: ReadDb, sides: readonly Side[], by: readonly KeyName[]): Generator<{ keys: (string | null)[]; sides: KeySums[] }> {
  const binder = new Binder();
  const sql = groupsSql(sides, by, binder);
  for (const row of read.iterateBig<Row>(sql, binder.params)) {
    const number = (name: string): bigint => (row[name] as bigint | null) ?? 0n;
    yield {
      keys: by.map((_, i) => row[`t${i}`] as string | null),
      sides: sides.map(({ amounts }, side) => ({
        lines: Number(number(`s${side}`)),
        sums: amounts.map((_, i) => {
          const part = (name: 'u' | 'f'): bigint => number(`s${side}_${i}_${name}h`) * 1_000_000n + number(`s${side}_${i}_${name}l`);
          return row[`s${side}_${i}_uh`] === null ? null : part('u') * 10_000_000_000n + part('f');
        }),
      })),
    };
  }
}

/** The first `most` of what is given, one by one; more than twice as many are never held. */
class Best<T> {
  readonly #compare: (a: T, b: T) => number;
  readonly #most: number;
  #kept: T[] = [];
  constructor(most: number, compare: (a: T, b: T) => number) {
    this.#most = most;
    this.#compare = compare;
  }
  add(one: T): void {
    this.#kept.push(one);
    if (this.#kept.length > 2 * this.#most + 64) this.#kept = this.list();
  }
  list(): T[] {
    return this.#kept.sort(this.#compare).slice(0, this.#most);
  }
}

/** By their texts as SQLite orders them, batches by their numbers; missing ones are last. */
function byTexts(by: readonly KeyName[]): (a: { keys: KeyTexts }, b: { keys: KeyTexts }) => number {
  return (a, b) => {
    for (const [place, name] of by.entries()) {
      const [one, other] = [a.keys[place]!, b.keys[place]!];
      if (one === other) continue;
      if (one === null || other === null) return one === null ? 1 : -1;
      return name === 'batch' ? Number(one) - Number(other) : Buffer.compare(Buffer.from(one), Buffer.from(other));
    }
    return 0;
  };
}

/** keyedSums from the lines themselves. */
export function plainSums(read: ReadDb, side: Side, by: readonly KeyName[], most: number): { groups: KeyedSums[]; count: number } {
  const best = new Best(most, byTexts(by));
  let count = 0;
  for (const { keys, sides } of groups(read, [side], by)) {
    count++;
    best.add({ keys, ...sides[0]! });
  }
  return { groups: best.list() as KeyedSums[], count };
}

/** differingKeys from the lines themselves. */
export function plainDiffering(
  read: ReadDb,
  left: Side,
  right: Side,
  by: readonly KeyName[],
  { limit, presence = false }: DifferingOptions,
): Differing {
  const result = { count: 0, lines: 0, leftOnly: 0, rightOnly: 0, leftKeys: 0, rightKeys: 0 };
  const texts = byTexts(by);
  const best = new Best<Differing['keys'][number] & { size: bigint }>(limit, (a, b) =>
    a.size === b.size ? texts(a, b) : a.size > b.size ? -1 : 1,
  );
  for (const { keys, sides } of groups(read, [left, right], by)) {
    const [one, two] = sides as [KeySums, KeySums];
    if (one.lines > 0) result.leftKeys++;
    if (two.lines > 0) result.rightKeys++;
    const differences = one.sums.map((sum, i) => (sum ?? 0n) - (two.sums[i] ?? 0n));
    const apart = presence && (one.lines === 0) !== (two.lines === 0);
    if (!apart && differences.every((d) => d === 0n)) continue;
    result.count++;
    result.lines += one.lines + two.lines;
    if (two.lines === 0) result.leftOnly++;
    if (one.lines === 0) result.rightOnly++;
    const size = differences[0] ?? 0n;
    best.add({ keys, left: one, right: two, size: size < 0n ? -size : size });
  }
  return { keys: best.list().map(({ keys, left: own, right: other }) => ({ keys, left: own, right: other })), ...result };
}

/** hasKey from the lines themselves. */
export function plainHas(read: ReadDb, set: LineSet, key: KeyName): boolean {
  const binder = new Binder();
  const column = columnOf(key);
  const present = `${column.column} IS NOT NULL`;
  return read.get(`SELECT 1 FROM bill_line l WHERE ${setSql(set, binder)} AND ${present} LIMIT 1`, binder.params) !== undefined;
}

/** keyedLineIds from the lines themselves. */
export function plainIds(
  read: ReadDb,
  set: LineSet,
  by: readonly KeyName[],
  keys: readonly KeyTexts[],
  limit: number,
): { ids: number[]; count: number } {
  const binder = new Binder();
  const where = setSql(set, binder);
  const wanted = binder.bind(JSON.stringify(keys.map((key) => by.map((name, i) => valueOf(name, key[i]!)))));
  const same = by.map((name, i) => {
    const column = columnOf(name);
    const value = `json_extract(w.value, '$[${i}]')`;
    return column.type === 'term'
      ? `l.${column.column.slice(2)} IS (SELECT id FROM term WHERE text = ${value})`
      : `${column.column} IS ${value}`;
  });
  const sql = `FROM bill_line l WHERE ${where} AND EXISTS (SELECT 1 FROM json_each(${wanted}) w WHERE ${same.join(' AND ') || '1'})`;
  return {
    ids: read.all<{ id: number }>(`SELECT l.id AS id ${sql} ORDER BY l.id LIMIT ${binder.bind(limit)}`, binder.params).map((row) => row.id),
    count: read.get<{ n: number }>(`SELECT COUNT(*) AS n ${sql}`, binder.params)!.n,
  };
}

/** A text of a term stays one; others are as the line has them. */
function valueOf(name: KeyName, text: string | null): Value {
  const column = columnOf(name);
  return text === null || column.type !== 'inline' ? text : column.parse(text);
}
