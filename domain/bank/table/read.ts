import { isNegative, isZero, negate, type Amount } from '../../money/amount.ts';
import { appError } from '../../result.ts';
import { foldHeader } from '../../wht/import/headers.ts';
import type { TableRow } from '../../wht/import/table.ts';
import { say, type Said } from '../../words/said.ts';
import { blankLine, type ReadLine, type ReadStatement, type RejectedRow } from '../statement.ts';
import { accountNumber } from '../strict.ts';
import type { Bound } from './bind.ts';
import { RowCells } from './cells.ts';
import type { Field } from './fields.ts';
import { movementOf, printsMinus, type Signs } from './movement.ts';
import { stateOf } from './profile.ts';
import type { Reading } from './reading.ts';
import { inOrder } from './running.ts';

const OPENING = [
  'openingbalance',
  'balancebroughtforward',
  'broughtforward',
  'previousbalance',
  'anfangssaldo',
  '期初余额',
  '上期余额',
  '承前余额',
];
const CLOSING = [
  'closingbalance',
  'balancecarriedforward',
  'carriedforward',
  'endingbalance',
  'newbalance',
  'endsaldo',
  '期末余额',
  '本期余额',
  '结转余额',
];
const TOTAL = ['total', 'totals', 'sum', 'summe', '合计', '总计', '小计'];

/** What a row is: a line, a printed balance, nothing of account, or what cannot be read. */
type Row =
  | { is: 'line'; line: ReadLine; account: string | null; currency: string | null }
  | { is: 'balance'; opening: boolean; amount: Amount }
  | { is: 'left-out'; why: 'waiting' | 'void' | 'words' }
  | { is: 'rejected'; reject: RejectedRow };

/**
 * Statements of a table: one for each account and currency that its rows name. Rejected rows and notices are the first one's; where no row
 * could be read there is no statement, and they stand alone.
 */
export function readTable(
  bound: Bound,
  reading: Reading,
  body: readonly TableRow[],
): { statements: ReadStatement[]; unread: RejectedRow[] } {
  const MONEY: readonly (Field | null)[] = ['amount', 'out', 'in', 'balance'];
  const headed = bound.columns.find((c) => c.currency !== null && MONEY.includes(c.field))?.currency ?? null;
  const signs: Signs = {
    spent: bound.profile.spent,
    outMinus: printsMinus(body.map((r) => new RowCells(bound, reading, r).amount('out', null))),
  };
  const rows = body.map((r) => readRow(new RowCells(bound, reading, r), signs));
  const groups = Map.groupBy(
    rows.filter((r) => r.is === 'line'),
    (r) => JSON.stringify([r.account ?? bound.profile.account, r.currency ?? headed ?? bound.profile.currency]),
  );
  const rejected = rows.flatMap((r) => (r.is === 'rejected' ? [r.reject] : []));
  const notices = noticesOf(rows);
  const balances = groups.size === 1 ? rows.filter((r) => r.is === 'balance') : [];
  const statements = [...groups].map(([key, lines], i): ReadStatement => {
    const [account, currency] = JSON.parse(key) as [string | null, string | null];
    const running = inOrder(lines.map((l) => l.line));
    const days = running.lines.map((l) => l.booked).toSorted();
    return {
      account: { number: account, bank: '', name: '', kind: bound.profile.kind },
      number: '',
      currency,
      opening: running.opening ?? balances.find((b) => b.opening)?.amount ?? null,
      closing: running.closing ?? balances.findLast((b) => !b.opening)?.amount ?? null,
      first: days[0]!,
      last: days.at(-1)!,
      lines: running.lines,
      rejected: i === 0 ? rejected : [],
      notices: [...running.broken.slice(0, 20), ...(i === 0 ? notices : [])],
    };
  });
  return { statements, unread: statements.length === 0 ? rejected : [] };
}

function noticesOf(rows: readonly Row[]): Said[] {
  const count = (why: 'waiting' | 'void'): number => rows.filter((r) => r.is === 'left-out' && r.why === why).length;
  return [
    ...(count('waiting') > 0 ? [say`${{ count: count('waiting') }} rows are not booked yet; they are left out.`] : []),
    ...(count('void') > 0 ? [say`${{ count: count('void') }} rows failed or were cancelled; they are left out.`] : []),
  ];
}

function readRow(cells: RowCells, signs: Signs): Row {
  const words = [...cells.row.cells].map(foldHeader);
  const said = (of: readonly string[]): boolean => words.some((w) => of.includes(w));
  const printed = cells.amount('balance', null);
  const state = cells.text('state', 60);
  const known = state === '' ? 'booked' : stateOf(state);
  if (known === 'waiting' || known === 'void') return { is: 'left-out', why: known };
  const currency = cells.currency('currency');
  const amount = movementOf(cells, signs, currency);
  if (cells.trouble === null && (said(OPENING) || said(CLOSING))) {
    const figure = printed ?? amount;
    if (figure !== null) return { is: 'balance', opening: said(OPENING), amount: figure };
  }
  if (said(TOTAL) && cells.day('booked') === null) return { is: 'left-out', why: 'words' };
  const day = cells.trouble === null || amount !== null ? (cells.day('booked') ?? cells.day('valued')) : null;
  if (day === null && amount === null && cells.trouble === null) return { is: 'left-out', why: 'words' };
  if (known === null)
    cells.wrong(
      cells.header('state'),
      state,
      appError('bank.state', say`“${{ value: state }}” is no status that is known here.`, {
        remedy: 'Leave the status column unmapped, or write booked, pending or cancelled.',
      }),
    );
  if (cells.trouble === null && day === null)
    cells.wrong(
      cells.header('booked'),
      null,
      appError('bank.no-day', 'The row has an amount and no date.', { remedy: 'Enter the date, or take the row out.' }),
    );
  if (cells.trouble === null && amount === null)
    cells.wrong(
      cells.header('amount') ?? cells.header('out'),
      null,
      appError('bank.no-amount', 'The row has a date and no amount.', { remedy: 'Enter the amount, or take the row out.' }),
    );
  const line = day !== null && amount !== null ? lineOf(cells, day, amount, printed) : null;
  if (cells.trouble !== null || line === null)
    return {
      is: 'rejected',
      reject: {
        row: cells.row.row,
        ...(cells.trouble ?? { column: null, value: null, error: appError('bank.row', 'The row cannot be read.') }),
        source: cells.source(),
      },
    };
  const account = accountNumber(cells.text('account', 64));
  return { is: 'line', line, account: account === '' ? null : account, currency };
}

function lineOf(cells: RowCells, booked: string, amount: Amount, balance: Amount | null): ReadLine {
  const original = cells.currency('originalCurrency');
  const foreign = cells.amount('originalAmount', original);
  const charges = cells.amount('charges', null);
  const rate = cells.text('rate', 40).replace(',', '.');
  return {
    ...blankLine(cells.row.row, booked, amount),
    valued: cells.day('valued'),
    reference: cells.text('reference', 200),
    text: cells.text('text'),
    counterparty: cells.text('counterparty', 200),
    counterpartyAccount: cells.text('counterpartyAccount', 64).replace(/\s+/g, ''),
    bankId: cells.text('bankId', 100),
    code: cells.text('code', 60),
    charges: charges === null || isZero(charges) || isNegative(charges) ? charges : negate(charges),
    original: original === null ? null : { amount: foreign === null ? null : like(foreign, amount), currency: original },
    rate: /^[0-9]{1,12}(?:\.[0-9]{1,18})?$/.test(rate) ? rate : null,
    balance,
    source: cells.source(),
  };
}

/** A figure with the sign of the line: files print it without. */
const like = (figure: Amount, line: Amount): Amount =>
  isZero(figure) || isNegative(figure) === isNegative(line) ? figure : negate(figure);
