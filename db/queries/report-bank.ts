import { add, subtract, type Amount } from '../../domain/money/amount.ts';
import { fromPair } from '../../domain/money/pair.ts';
import type { ReadDb } from '../connection.ts';

export interface OpenBankLine {
  id: number;
  account: string;
  booked: string;
  /** Negative: it left the account. */
  amount: Amount;
  currency: string;
  reference: string;
  text: string;
  counterparty: string;
  /** Of the amount, with its sign: what is matched with payments. */
  linked: Amount;
}

interface Row {
  id: bigint;
  account: string;
  booked: string;
  amount_u: bigint;
  amount_f: bigint;
  currency: string;
  reference: string;
  text: string;
  counterparty: string;
}

/** Lines of bank statements booked until the day (inclusive) that are no payment yet, or not wholly. */
export function openBankLines(read: ReadDb, day: string): OpenBankLine[] {
  const rows = read.allBig<Row>(
    `SELECT l.id, CASE WHEN a.name = '' THEN a.number ELSE a.name END AS account, l.booked, l.amount_u, l.amount_f, l.currency, l.reference,
       l.text, l.counterparty FROM bank_line l JOIN bank_account a ON a.id = l.account_id
     WHERE l.state = 'open' AND l.booked <= ? ORDER BY l.booked, l.id`,
    [day],
  );
  const links = new Map<bigint, Amount>();
  for (const link of read.allBig<{ line_id: bigint; amount_u: bigint; amount_f: bigint }>(
    "SELECT p.line_id, p.amount_u, p.amount_f FROM bank_line_payment p JOIN bank_line l ON l.id = p.line_id WHERE l.state = 'open'",
    [],
  ))
    links.set(link.line_id, add(links.get(link.line_id) ?? '0', fromPair(link.amount_u, link.amount_f)));
  return rows.map(({ id, amount_u, amount_f, ...row }) => {
    const amount = fromPair(amount_u, amount_f);
    const linked = links.get(id) ?? '0';
    return { ...row, id: Number(id), amount, linked: amount.startsWith('-') ? subtract('0', linked) : linked };
  });
}
