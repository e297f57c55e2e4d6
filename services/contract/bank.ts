import { z } from 'zod';
import { FIELD_NAMES } from '../../domain/bank/table/fields.ts';
import { STATEMENT_FORMATS } from '../../domain/bank/statement.ts';
import { DATE_ORDERS } from '../../domain/formats/mapping/printed-date.ts';
import { command, job, query } from './procedure.ts';
import { amount, amountOrMissing, currency, documentNumber, fileToken, instant, nothing, plainDate, said, saidError } from './schema.ts';

const id = z.number().int().min(1);
const field = z.enum(FIELD_NAMES);
const dateOrder = z.enum(DATE_ORDERS as readonly ['ymd', 'dmy', 'mdy']);
const decimal = z.enum(['.', ',']);
const bilingual = z.object({ en: z.string(), zh: z.string() });
const accountKind = z.enum(['bank', 'card']);
const accountNumber = z.string().trim().min(1).max(64);
export const BANK_LINE_STATES = ['open', 'matched', 'ignored'] as const;
const lineState = z.enum(BANK_LINE_STATES);
const format = z.enum(STATEMENT_FORMATS);

/** A mapping of one's own (domain/bank/table/own-profile.ts). */
const ownProfile = z.object({
  name: z.string().trim().min(1).max(80),
  kind: accountKind.default('bank'),
  columns: z
    .array(z.object({ header: z.string().trim().min(1).max(200), field }))
    .min(1)
    .max(60),
  account: accountNumber.nullable().default(null),
  currency: currency.nullable().default(null),
  dates: dateOrder.nullable().default(null),
  decimal: decimal.nullable().default(null),
  /** What was spent is positive. */
  spent: z.boolean().default(false),
});
export type OwnBankMapping = z.infer<typeof ownProfile>;

/** The file and how it is to be read; null lets the content decide. */
const how = z.object({
  file: fileToken,
  /** Of a table: id of a profile; `own:<name>` is one of the book. */
  profile: z.string().max(100).nullable().default(null),
  /** A mapping that is not kept, in place of a profile. */
  mapping: ownProfile.nullable().default(null),
  sheet: z.string().max(255).nullable().default(null),
  /** Where the cells do not tell. */
  dates: dateOrder.nullable().default(null),
  decimal: decimal.nullable().default(null),
  /** Where the file names no account, or no currency. */
  account: accountNumber.nullable().default(null),
  currency: currency.nullable().default(null),
});

const profileInfo = z.object({ id: z.string(), title: bilingual, kind: accountKind, source: bilingual });

const account = z.object({
  id,
  number: accountNumber,
  bank: z.string(),
  name: z.string(),
  kind: accountKind,
  currency,
});

/** How a statement follows the one before it (domain/bank/continuity.ts). */
const continuity = z.object({
  state: z.enum(['first', 'follows', 'gap', 'contained', 'unknown']),
  /** The other statement; null for the first, and in a preview where it is of the same file. */
  after: id.nullable(),
  difference: amountOrMissing,
  /** Days between them that no statement speaks of. */
  days: z.number().int().nullable(),
});
export type BankContinuity = z.infer<typeof continuity>;

const line = z.object({
  row: z.number().int(),
  booked: plainDate,
  valued: plainDate.nullable(),
  /** Negative: it left the account. */
  amount,
  reference: z.string(),
  text: z.string(),
  counterparty: z.string(),
  counterpartyAccount: z.string(),
  bankId: z.string(),
  code: z.string(),
  reversal: z.boolean(),
  charges: amountOrMissing,
  original: z.object({ amount: amountOrMissing, currency }).nullable(),
  rate: z.string().nullable(),
});

const reject = z.object({
  row: z.number().int(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  code: z.string(),
  message: z.string(),
  remedy: z.string().nullable(),
  said: saidError.optional(),
  source: z.record(z.string(), z.string()),
});
export type BankReject = z.infer<typeof reject>;

const sums = z.object({
  opening: amountOrMissing,
  closing: amountOrMissing,
  in: amount,
  /** Negative or nought. */
  out: amount,
  /** closing − (opening + lines); null where one balance is not printed. */
  difference: amountOrMissing,
});

const previewStatement = sums.extend({
  /** Id null: it is new to the book. */
  account: account.extend({ id: id.nullable() }),
  number: z.string(),
  first: plainDate,
  last: plainDate,
  rows: z.number().int(),
  added: z.number().int(),
  duplicates: z.number().int(),
  rejected: z.number().int(),
  continuity,
  notices: z.array(said),
  /** New lines first and last; `more` are not shown. */
  lines: z.array(line.extend({ known: z.boolean() })),
  more: z.number().int(),
  rejects: z.array(reject),
});
export type BankPreviewStatement = z.infer<typeof previewStatement>;

const table = z.object({
  sheet: z.string().nullable(),
  sheets: z.array(z.string()),
  /** Null: no profile knows its columns; they want to be mapped. */
  profile: profileInfo.nullable(),
  candidates: z.array(profileInfo),
  headerRow: z.number().int().nullable(),
  columns: z.array(z.object({ header: z.string(), field: field.nullable(), samples: z.array(z.string()) })),
  reading: z.object({ dates: dateOrder.nullable(), decimal: decimal.nullable(), datesTold: z.boolean(), decimalTold: z.boolean() }),
});

/** What keeps a file from being taken: `mapping`, `account`, `currency`, `nothing` want an answer; `difference` wants a decision. */
const obstacle = z.object({ code: z.enum(['mapping', 'account', 'currency', 'currencies', 'difference', 'nothing', 'rejected']), said });

const preview = z.object({
  file: z.string(),
  sha256: z.string(),
  size: z.number().int(),
  format,
  encoding: z.string().nullable(),
  evidence: said,
  table: table.nullable(),
  statements: z.array(previewStatement),
  /** Statements of the book that came in with these very bytes. */
  before: z.array(z.object({ id, at: instant })),
  obstacles: z.array(obstacle),
});
export type BankPreview = z.infer<typeof preview>;

const statement = sums.extend({
  id,
  account,
  number: z.string(),
  file: z.string(),
  sha256: z.string(),
  format,
  profile: z.string().nullable(),
  first: plainDate,
  last: plainDate,
  rows: z.number().int(),
  added: z.number().int(),
  duplicates: z.number().int(),
  rejected: z.number().int(),
  rejects: z.array(reject),
  notices: z.array(said),
  continuity: continuity.nullable(),
  open: z.number().int(),
  importedAt: instant,
  state: z.enum(['active', 'undone']),
});
export type BankStatement = z.infer<typeof statement>;

const bankLine = line.extend({
  id,
  account,
  statement: id,
  /** From 1. */
  position: z.number().int(),
  file: z.string(),
  currency,
  state: lineState,
  reason: z.string().nullable(),
  /** What is not a payment yet, without sign. */
  left: amount,
  payments: z.array(z.object({ id, reference: documentNumber, date: plainDate, amount })),
});
export type BankLine = z.infer<typeof bankLine>;

const wholeLine = bankLine.extend({
  /** What stood in the file, by field. */
  source: z.array(z.object({ field: z.string(), value: z.string() })),
  /** Every statement that has it. */
  statements: z.array(z.object({ id, file: z.string(), row: z.number().int(), number: z.string() })),
  history: z.array(z.object({ at: instant, who: z.string(), action: z.string(), state: z.string(), reason: z.string().nullable() })),
});
export type WholeBankLine = z.infer<typeof wholeLine>;

const accountRow = account.extend({
  statements: z.number().int(),
  open: z.number().int(),
  matched: z.number().int(),
  ignored: z.number().int(),
  /** Of the latest statement that prints it. */
  balance: amountOrMissing,
  balanceOn: plainDate.nullable(),
  first: plainDate.nullable(),
  last: plainDate.nullable(),
  /** Statements that do not follow the one before them. */
  gaps: z.number().int(),
  /** Statements whose lines do not lead from opening to closing balance. */
  differences: z.number().int(),
});
export type BankAccountRow = z.infer<typeof accountRow>;

const lineFilter = z.object({
  account: id.nullable().default(null),
  statement: id.nullable().default(null),
  state: lineState.nullable().default(null),
  direction: z.enum(['in', 'out']).nullable().default(null),
  from: plainDate.nullable().default(null),
  to: plainDate.nullable().default(null),
  search: z.string().max(200).default(''),
});

const reason = z.string().trim().min(1).max(1000);
const topics = ['bank', 'reconcile'] as const;

export const bank = {
  'bank/accounts': query(nothing, z.array(accountRow)),
  /** A name of one's own, and whether it is a card. */
  'bank/saveAccount': command(z.object({ id, name: z.string().trim().max(100), kind: accountKind }), account, topics),
  /** Reads the file in the parser process and says what import would do. Changes nothing. */
  'bank/preview': job(how, preview, []),
  /** Takes every statement of the file in one transaction. `acceptDifference`: also those whose lines do not lead to the closing balance. */
  'bank/import': job(
    how.extend({ acceptDifference: z.boolean().default(false) }),
    z.object({ statements: z.array(statement), added: z.number().int(), duplicates: z.number().int(), rejected: z.number().int() }),
    topics,
  ),
  /** Newest first; those that were undone last. */
  'bank/statements': query(z.object({ account: id.nullable().default(null) }), z.array(statement)),
  /** Takes a statement's lines out again; refused while one that only it has is a payment. */
  'bank/undo': command(
    z.object({ statement: id, reason: reason.nullable().default(null) }),
    z.object({ statement: id, removed: z.number().int(), kept: z.number().int() }),
    topics,
  ),
  /** A page of lines, newest first, with how many there are and their exact sums. */
  'bank/lines': query(
    lineFilter.extend({ offset: z.number().int().min(0).default(0), limit: z.number().int().min(1).max(5000).default(500) }),
    z.object({
      rows: z.array(bankLine),
      total: z.number().int(),
      sums: z.array(z.object({ currency, count: z.number().int(), in: amount, out: amount })),
    }),
  ),
  'bank/line': query(z.object({ id }), wholeLine),
  /** Lines that are no payment of an invoice: a fee, a salary, a transfer between own accounts. */
  'bank/ignore': command(z.object({ lines: z.array(id).min(1).max(5000), reason }), z.object({ lines: z.number().int() }), topics),
  'bank/unignore': command(z.object({ lines: z.array(id).min(1).max(5000) }), z.object({ lines: z.number().int() }), topics),
  /** Shipped profiles of tables, and the mappings of the book. */
  'bank/profiles': query(nothing, z.object({ shipped: z.array(profileInfo), own: z.array(ownProfile) })),
  'bank/saveProfile': command(z.object({ profile: ownProfile }), ownProfile, ['bank']),
  'bank/removeProfile': command(z.object({ name: z.string().trim().min(1).max(80) }), nothing, ['bank']),
};
