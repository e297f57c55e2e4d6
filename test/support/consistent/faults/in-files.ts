import { print8 } from '../../../../services/sample/units.ts';
import { NAMES, OWN_NAME, STATEMENT_NAME } from '../bill-files.ts';
import { addTo, changed, missing, parts, pick, pickDetail, placesWhere, type Injection } from './fault.ts';

const isTaxed = (type: string): boolean => type === '消费-税金';
const ORDER = '订单号/交易号';

/** Files that are not there, later ones that have less, and the taxes of the bill. */
export const fileFaults: readonly Injection[] = [
  {
    id: 'part-missing',
    kind: 'file.part-missing',
    also: [],
    apply(book, random) {
      // The last part may be missing without a gap in the numbers.
      const name = random.pick(parts(book).slice(0, -1));
      return { files: missing(name), lines: [], amount: null, what: `${name} is not there` };
    },
  },
  {
    id: 'day-missing',
    kind: 'file.day-missing',
    also: [],
    apply(book, random) {
      const name = random.pick(book.names.filter((n) => n.includes('_daily_')));
      return { files: missing(name), lines: [], amount: null, what: `${name} is not there` };
    },
  },
  {
    id: 'sub-account-missing',
    kind: 'account.missing',
    also: [],
    apply: () => ({ files: missing(OWN_NAME), lines: [], amount: null, what: 'the bill of a sub-account is not there' }),
  },
  {
    id: 'shrunk',
    kind: 'file.shrunk',
    also: [],
    apply(book, random) {
      const row = pick(book.table(NAMES.resourceEarlier), random, (r) => r.money('应付金额') > 1_000_000n && r.money('月度结算') > 0n);
      if (!row) return null;
      const later = book.table(NAMES.resource);
      const now = placesWhere(later, '资源ID', row.cell('资源ID'));
      // More than the rest of the month brought.
      const by = now.reduce((sum, place) => sum + pickMoney(later, place.row), 0n) + BigInt(random.between(1, 90_000)) * 1000n;
      addTo(row, by, '官网价', '应付金额', '月度结算');
      return { files: changed(row.table), lines: [[row.place, ...now]], amount: print8(by), what: 'the later file has less of a resource' };
    },
  },
  {
    id: 'tax-missing',
    kind: 'tax.missing',
    also: ['line.missing'],
    apply(book, random) {
      const row = pickDetail(
        book,
        random,
        (r) => isTaxed(r.cell('账单类型')) && r.cell(ORDER).startsWith('CS') && r.money('应付金额') > 0n,
      );
      if (!row) return null;
      row.table.rows.splice(row.row, 1);
      const order = [...placesWhere(row.table, ORDER, row.cell(ORDER)), ...placesWhere(book.table(STATEMENT_NAME), ORDER, row.cell(ORDER))];
      return { files: changed(row.table), lines: [order], amount: row.cell('应付金额'), what: 'the tax line of an order is not there' };
    },
  },
];

const pickMoney = (table: Parameters<typeof pick>[0], row: number): bigint => {
  const text = table.rows[row - 2]![table.header.indexOf('应付金额')]!;
  return BigInt(text.replace('.', '')) > 0n ? BigInt(text.replace('.', '')) : 0n;
};
