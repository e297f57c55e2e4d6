import type { Amount } from '../money/amount.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { AppError } from '../result.ts';
import type { Said } from '../words/said.ts';

/** Formats that say by themselves what they are; `table` is everything with columns (CSV, workbook), which a profile reads. */
export const STATEMENT_FORMATS = ['camt.053', 'ofx', 'mt940', 'table'] as const;
export type StatementFormat = (typeof STATEMENT_FORMATS)[number];

export type AccountKind = 'bank' | 'card';

/** The account as a file names it. */
export interface ReadAccount {
  /** IBAN or number, without blanks; null where the file does not say. */
  number: string | null;
  /** BIC or the bank's own number; '' where the file does not say. */
  bank: string;
  name: string;
  kind: AccountKind;
}

/** One booked line, from the account's side: what leaves the account is negative. */
export interface ReadLine {
  /** Line or row of the file, from 1. */
  row: number;
  booked: PlainDate;
  valued: PlainDate | null;
  amount: Amount;
  reference: string;
  text: string;
  counterparty: string;
  counterpartyAccount: string;
  /** The bank's own key of the line; '' where it gives none. */
  bankId: string;
  /** What the bank calls this kind of entry; '' where it does not. */
  code: string;
  /** It takes an earlier line back. */
  reversal: boolean;
  /** Contained in the amount; negative when they were charged. */
  charges: Amount | null;
  /** Before conversion, as printed: the amount with the sign of the line, where the bank prints it. */
  original: { amount: Amount | null; currency: string } | null;
  /** As printed. */
  rate: string | null;
  /** Balance after the line, where the file prints one. */
  balance: Amount | null;
  /** What stood in the file, by field. */
  source: Record<string, string>;
}

/** A row that could not be read, with what to do about it. */
export interface RejectedRow {
  row: number;
  column: string | null;
  value: string | null;
  error: AppError;
  source: Record<string, string>;
}

/** One statement of one account in one currency, as a parser understood it; nothing is checked across its figures yet. */
export interface ReadStatement {
  account: ReadAccount;
  /** What the bank numbers it with; '' where it has none. */
  number: string;
  /** ISO 4217; null where the file does not say. */
  currency: string | null;
  /** Booked balances as printed. */
  opening: Amount | null;
  closing: Amount | null;
  /** Days that it speaks of, both inclusive. */
  first: PlainDate;
  last: PlainDate;
  lines: ReadLine[];
  rejected: RejectedRow[];
  /** What a person should know of how it was read. */
  notices: Said[];
}

/** Statements of a file that says by itself what it is, with the sentence that says how that was seen. */
export interface ReadFile {
  format: StatementFormat;
  evidence: Said;
  statements: ReadStatement[];
}

/** A line without what most formats lack. */
export const blankLine = (row: number, booked: PlainDate, amount: Amount): ReadLine => ({
  row,
  booked,
  valued: null,
  amount,
  reference: '',
  text: '',
  counterparty: '',
  counterpartyAccount: '',
  bankId: '',
  code: '',
  reversal: false,
  charges: null,
  original: null,
  rate: null,
  balance: null,
  source: {},
});
