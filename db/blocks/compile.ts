import { filterAmount, type Condition } from '../../domain/bill/filter.ts';
import { FRACTION_SCALE } from '../../domain/money/pair.ts';
import { unwrap } from '../../domain/result.ts';
import type { ReadDb } from '../connection.ts';
import { KIND_CODES, MEASURE_COLUMNS, TERM_COLUMNS } from '../measures.ts';
import { Binder } from '../queries/binder.ts';
import { periodCode, sqlColumn, type SqlColumn } from '../queries/bills-columns.ts';
import { opOf, termPredicate, type BillScope } from '../queries/bills-filter.ts';
import { remember } from '../queries/remember.ts';
import type { IntColumn, MoneyColumn } from './columns.ts';
import { NO_INT } from './int-block.ts';
import { orderTest, type OrderCheck } from './order-test.ts';
import type { Code } from './segment.ts';
import { anyOf, codeTest, moneyTest, type LineTest, type MoneyCheck } from './tests.ts';
import { termsLike } from './term-texts.ts';

/** The tests that a scope puts to lines, the cheapest first; null where only SQL can tell. */
export function testsOf(read: ReadDb, scope: BillScope): LineTest[] | null {
  if (scope.ids || scope.search.includes('\u0000')) return null;
  const tests = [codeTest('kind', (kind) => kind === KIND_CODES[scope.kind])];
  const { period, from, to } = scope;
  if (period) tests.push(codeTest('period', equals(periodCode(period))));
  if (from) tests.push(codeTest('period', atLeast(periodCode(from))));
  if (to) tests.push(codeTest('period', atMost(periodCode(to))));
  for (const condition of scope.where) {
    const test = conditionTest(read, condition);
    if (test === null) return null;
    tests.push(test);
  }
  if (scope.hideZero) tests.push(anyOf((['payable', 'list_price'] as const).map((column) => notZero(column))));
  const search = scope.search.trim();
  if (search) {
    const found = termsLike(read, search);
    const named = (['resource_id', 'resource_name'] as const).map((column) => codeTest(column, (id) => found[id] === 1));
    tests.push(anyOf([...named, orderTest({ op: 'contains', text: search })]));
  }
  return tests;
}

const equals = (wanted: number) => (value: number) => value === wanted;
const atLeast = (least: number) => (value: number) => value >= least;
const atMost = (most: number) => (value: number) => value <= most;

function notZero(column: MoneyColumn): LineTest {
  const zero = moneyTest(column, { op: 'notIn', among: [0n] });
  const present = moneyTest(column, { op: 'present' });
  return {
    columns: null,
    keep(segment, rows) {
      zero.keep(segment, rows);
      present.keep(segment, rows);
    },
  };
}

function conditionTest(read: ReadDb, condition: Condition): LineTest | null {
  const { column, values } = condition;
  const op = opOf(condition);
  if (values.some((value) => value.includes('\u0000'))) return null;
  if (column.type === 'measure' || column.type === 'quantity')
    return moneyTest(
      column.type === 'measure' ? MEASURE_COLUMNS[column.name] : column.name === 'usage' ? 'usage' : 'unit_price',
      moneyCheck(column.name, op, values),
    );
  if (column.name === 'orderId') return orderTest(orderCheck(op, values));
  const sql = sqlColumn(column);
  if (sql.type === 'inline') return inlineTest(read, codeOf(column.name), sql, op, values);
  const term: IntColumn = column.type === 'tag' ? TERM_COLUMNS.tags : (TERM_COLUMNS as Record<string, IntColumn>)[column.name]!;
  return termTest(read, term, sql as Extract<SqlColumn, { type: 'term' }>, op, values);
}

/** Columns that are no texts stand in the blocks under their own names. */
export const codeOf = (name: string): Code => name as Code;

type Op = Condition['op'];

function moneyCheck(name: string, op: Op, values: readonly string[]): MoneyCheck {
  const figure = (text: string): bigint => {
    const { units, fraction } = unwrap(filterAmount(name, text));
    return units * FRACTION_SCALE + fraction;
  };
  if (op === 'missing' || op === 'present') return { op };
  if (op === 'atLeast' || op === 'atMost') return { op, than: figure(values[0]!) };
  if (op === 'contains') throw new TypeError('“contains” does not apply to amounts.');
  return { op: op === 'isNot' ? 'notIn' : 'in', among: values.map(figure) };
}

function orderCheck(op: Op, values: readonly string[]): OrderCheck {
  if (op === 'missing' || op === 'present') return { op };
  if (op === 'atLeast' || op === 'atMost') return { op, than: values[0]! };
  if (op === 'contains') return { op, text: values[0]! };
  return { op: op === 'isNot' ? 'notIn' : 'in', among: values };
}

function termTest(read: ReadDb, column: IntColumn, sql: Extract<SqlColumn, { type: 'term' }>, op: Op, values: readonly string[]): LineTest {
  const binder = new Binder();
  const derived = sql.of(binder, 'text');
  if (derived === null) {
    if (op === 'missing') return codeTest(column, equals(0));
    if (op === 'present') return codeTest(column, (id) => id !== 0);
    if (op === 'contains') {
      const found = termsLike(read, values[0]!);
      return codeTest(column, (id) => found[id] === 1);
    }
  }
  const { predicate, negated } = termPredicate(derived ?? 'text', op, values, binder);
  const ids = remember(
    read,
    `terms ${predicate} ${JSON.stringify(binder.params)}`,
    () => new Set(read.all<{ id: number }>(`SELECT id FROM term WHERE ${predicate}`, binder.params).map((row) => row.id)),
  );
  return codeTest(column, negated ? (id) => !ids.has(id) : (id) => ids.has(id));
}

function inlineTest(read: ReadDb, column: Code, sql: Extract<SqlColumn, { type: 'inline' }>, op: Op, values: readonly string[]): LineTest {
  const missing = (value: number): boolean => column === 'date' && value === NO_INT;
  const parsed = op === 'contains' ? [] : values.map((text) => sql.parse(text) as number);
  switch (op) {
    case 'missing':
      return codeTest(column, missing);
    case 'present':
      return codeTest(column, (value) => !missing(value));
    case 'atLeast':
      return codeTest(column, (value) => !missing(value) && value >= parsed[0]!);
    case 'atMost':
      return codeTest(column, (value) => !missing(value) && value <= parsed[0]!);
    case 'isNot':
      return codeTest(column, (value) => !parsed.includes(value));
    case 'is':
    case 'in':
      return codeTest(column, (value) => parsed.includes(value));
    case 'contains': {
      const answers = new Map<number, boolean>();
      const binder = new Binder();
      const question = `SELECT ${sql.print(':value')} LIKE ${binder.anywhere(values[0]!)} AS yes`;
      return codeTest(column, (value) => {
        let answer = answers.get(value);
        if (answer === undefined) {
          answer = !missing(value) && read.get<{ yes: number | null }>(question, { ...binder.params, value: BigInt(value) })!.yes === 1;
          answers.set(value, answer);
        }
        return answer;
      });
    }
  }
}
