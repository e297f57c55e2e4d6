import type { Amount } from '../../domain/money/amount.ts';
import { type Params, type ReadDb } from '../connection.ts';
import { sumOf, sumRows } from '../exact-sum.ts';
import { lineRecord, type BankLineRecord, type BankLineRow, type BankLineState } from './bank-lines.ts';

/** Which lines; every part may be missing. Days are inclusive. */
export interface BankLineFilter {
  account: number | null;
  statement: number | null;
  state: BankLineState | null;
  direction: 'in' | 'out' | null;
  from: string | null;
  to: string | null;
  /** Part of text, reference, counterparty, account or bank's number. */
  search: string;
}

const OUT = '(l.amount_u < 0 OR l.amount_f < 0)';
const WHERE = `(:account IS NULL OR l.account_id = :account)
  AND (:statement IS NULL OR EXISTS (SELECT 1 FROM bank_entry e WHERE e.line_id = l.id AND e.statement_id = :statement))
  AND (:state IS NULL OR l.state = :state)
  AND (:direction IS NULL OR ${OUT} = (:direction = 'out'))
  AND (:from IS NULL OR l.booked >= :from) AND (:to IS NULL OR l.booked <= :to)
  AND (:search = '' OR instr(lower(l.text || char(10) || l.reference || char(10) || l.counterparty || char(10) || l.counterparty_account || char(10) || l.bank_id), lower(:search)) > 0)`;

const paramsOf = (f: BankLineFilter): Record<string, string | number | null> => ({ ...f, search: f.search.trim() });

/** A page of lines, newest first, and how they stand in their statement. */
export const pageOfLines = (read: ReadDb, filter: BankLineFilter, offset: number, limit: number): BankLineRecord[] =>
  read
    .allBig<BankLineRow>(
      `SELECT l.* FROM bank_line l WHERE ${WHERE} ORDER BY l.booked DESC, l.statement_id DESC, l.position DESC, l.id DESC LIMIT :limit OFFSET :offset`,
      {
        ...paramsOf(filter),
        limit,
        offset,
      },
    )
    .map(lineRecord);

export interface BankLineTotal {
  currency: string;
  count: number;
  in: Amount;
  out: Amount;
}

/** Exact sums of all lines of the filter, by currency. */
export function totalsOfLines(read: ReadDb, filter: BankLineFilter): BankLineTotal[] {
  const by = (direction: 'in' | 'out') =>
    filter.direction !== null && filter.direction !== direction
      ? []
      : sumRows(
          read,
          (sum) => `SELECT l.currency, COUNT(*) AS n, ${sum('l.amount', 'total')} FROM bank_line l WHERE ${WHERE} GROUP BY l.currency`,
          paramsOf({ ...filter, direction }) as Params,
        );
  const found = new Map<string, BankLineTotal>();
  for (const direction of ['in', 'out'] as const)
    for (const row of by(direction)) {
      const currency = String(row['currency']);
      const total = found.get(currency) ?? { currency, count: 0, in: '0', out: '0' };
      total[direction] = sumOf(row, 'total') ?? '0';
      total.count += Number(row['n']);
      found.set(currency, total);
    }
  return [...found.values()].toSorted((a, b) => (a.currency < b.currency ? -1 : 1));
}

/** How many lines of each account are in which state. */
export const stateCounts = (read: ReadDb): { account: number; state: BankLineState; n: number }[] =>
  read.all('SELECT account_id AS account, state, COUNT(*) AS n FROM bank_line GROUP BY account_id, state');
