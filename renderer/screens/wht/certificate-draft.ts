import { add, equal, isZero, subtract, type Amount } from '../../../domain/money/amount.ts';
import { D } from '../../../domain/money/decimal.ts';
import type { Input } from '../../../services/contract/index.ts';
import { hasMoreDecimals, isPositive, remainderOf, takeable, type Shares } from '../documents/amounts.ts';
import type { Side } from '../../../domain/wht/certificate.ts';
import { areOthers } from '../../../domain/wht/counterparty.ts';
import { convertedByRate } from '../../../domain/wht/conversion.ts';
import type { CandidateRow } from './candidates.ts';
import { incomeInput, incomeMissing, type IncomeDraft, type IncomeFault } from './income-draft.ts';

/** Decimals of the amount in the payment currency (Huawei Cloud billing guide 10.3). */
const PAY_PLACES = 2;

/** A dated rate as it is typed. */
export interface RateDraft {
  rate: Amount | null;
  date: string | null;
  source: string;
}

export interface CertificateDraft {
  side: Side;
  /** Null: a number is generated. */
  number: string | null;
  issuer: string;
  country: string | null;
  form: string | null;
  date: string | null;
  first: string | null;
  last: string | null;
  total: Amount | null;
  currency: string;
  /** Parties of the book; undefined: whoever fits the invoices. */
  payerId: number | null | undefined;
  payeeId: number | null | undefined;
  remittance: string;
  remitted: string | null;
  note: string;
  income: readonly IncomeDraft[];
  files: readonly string[];
  /** Attachments that the draft has already, and those of them that it shall lose. */
  kept: number;
  detach: readonly number[];
  /** Amount in the certificate's currency, by invoice; a key that is there is ticked. */
  amounts: Shares;
  /** Amount in the invoice's currency, where the two differ; null: by the rate. */
  pays: Shares;
  rates: Readonly<Record<string, RateDraft>>;
}

const keysOf = (draft: Pick<CertificateDraft, 'amounts'>): string[] => Object.keys(draft.amounts);
export const isTicked = (draft: Pick<CertificateDraft, 'amounts'>, key: string): boolean => Object.hasOwn(draft.amounts, key);

/** Ticks an invoice or takes it off. The first one takes the whole total; a further one what is left, at most what it has open. */
export function toggled(draft: CertificateDraft, row: Pick<CandidateRow, 'key' | 'currency' | 'open'>): CertificateDraft {
  const amounts: Record<string, Amount | null> = { ...draft.amounts };
  const pays: Record<string, Amount | null> = { ...draft.pays };
  const rates: Record<string, RateDraft> = { ...draft.rates };
  if (isTicked(draft, row.key)) {
    delete amounts[row.key];
    delete pays[row.key];
    delete rates[row.key];
  } else {
    const first = keysOf(draft).length === 0;
    const left = draft.total === null ? null : remainderOf(draft.total, Object.values(draft.amounts)).left;
    amounts[row.key] = left === null ? null : first ? draft.total : takeable(left, null, row.currency === draft.currency ? row.open : left);
  }
  return { ...draft, amounts, pays, rates };
}

/** A new total; the only invoice follows it as long as its amount was the total. */
export function withTotal(draft: CertificateDraft, total: Amount | null): CertificateDraft {
  const [only, ...others] = keysOf(draft);
  const own = only === undefined ? null : (draft.amounts[only] ?? null);
  const follows = only !== undefined && others.length === 0 && (own === null || (draft.total !== null && equal(own, draft.total)));
  return { ...draft, total, amounts: follows ? { [only]: total } : draft.amounts };
}

export type LineFault = 'amount' | 'pay' | 'rate' | 'places' | 'over-open' | 'date';

/** What is wrong with a ticked invoice, or null. Amounts not entered yet are no fault of theirs; they keep the form waiting. */
export function faultOf(draft: CertificateDraft, row: CandidateRow): LineFault | null {
  const amount = draft.amounts[row.key] ?? null;
  const rate = draft.rates[row.key]?.rate ?? null;
  if (draft.date !== null && draft.date < row.date) return 'date';
  if (row.currency !== draft.currency && rate !== null && !isPositive(rate)) return 'rate';
  const pay = payOf(draft, row);
  if (amount !== null && !isPositive(amount)) return 'amount';
  if (pay === null) return null;
  if (!isPositive(pay)) return 'pay';
  if (hasMoreDecimals(pay, PAY_PLACES)) return 'places';
  return remainderOf(row.open, [pay]).state === 'over' ? 'over-open' : null;
}

type Paying = Pick<CertificateDraft, 'amounts' | 'pays' | 'rates' | 'currency'>;

/** What the rate makes of the row's amount; null without both, or in the same currency. */
export function convertedOf(draft: Omit<Paying, 'pays'>, row: Pick<CandidateRow, 'key' | 'currency'>): Amount | null {
  const amount = draft.amounts[row.key] ?? null;
  const rate = draft.rates[row.key]?.rate ?? null;
  return row.currency === draft.currency || amount === null || rate === null || !isPositive(rate) ? null : convertedByRate(amount, rate);
}

/** The amount in the invoice's currency: the same figure in the same currency, else as entered, else by the rate. */
export const payOf = (draft: Paying, row: Pick<CandidateRow, 'key' | 'currency'>): Amount | null =>
  row.currency === draft.currency ? (draft.amounts[row.key] ?? null) : (draft.pays[row.key] ?? convertedOf(draft, row));

/** The entered amount less what the rate makes; null unless both are there. */
export function differenceOf(draft: Paying, row: Pick<CandidateRow, 'key' | 'currency'>): Amount | null {
  const pay = draft.pays[row.key] ?? null;
  const converted = convertedOf(draft, row);
  return pay === null || converted === null ? null : subtract(pay, converted);
}

/** What was withheld as a share of the invoice's net amount, in percent, at most two decimals; null without a base. */
export const shareOfNet = (pay: Amount | null, net: Amount): string | null =>
  pay === null || isZero(net) ? null : new D(pay).times(100).dividedBy(net).toDecimalPlaces(2).toFixed();

/** What a row could take over of what is left; in another currency its open amount sets no bound. Null when it has that already. */
export function offer(left: Amount, own: Amount | null, row: Pick<CandidateRow, 'currency' | 'open'>, currency: string): Amount | null {
  const most = takeable(left, own, row.currency === currency ? row.open : add(left, own ?? '0'));
  return most !== null && (own === null || !equal(most, own)) ? most : null;
}

export type Missing =
  | 'number'
  | 'date'
  | 'future'
  | 'period'
  | 'total'
  | 'totalSign'
  | 'invoices'
  | 'lines'
  | 'line'
  | 'other'
  | 'remainder'
  | 'files'
  | 'typing'
  | IncomeFault;

/** The first thing that keeps the certificate from being handed in (`submits`) or kept as a draft, or null. */
export function missingOf(
  draft: CertificateDraft,
  rows: readonly CandidateRow[],
  invalid: ReadonlySet<string>,
  today: string,
  submits = true,
): Missing | null {
  const ticked = rows.filter((row) => isTicked(draft, row.key));
  if (draft.number !== null && draft.number.trim() === '') return 'number';
  if (draft.date === null) return 'date';
  if (submits && draft.date > today) return 'future';
  if (draft.first !== null && draft.last !== null && draft.first > draft.last) return 'period';
  if (draft.total === null) return 'total';
  if (!isPositive(draft.total)) return 'totalSign';
  if (submits && ticked.length === 0) return 'invoices';
  if (invalid.size > 0) return 'typing';
  const [first] = ticked;
  if (first && ticked.some((row) => areOthers(first.counterparty, row.counterparty))) return 'other';
  if (ticked.some((row) => (submits ? faultOf(draft, row) !== null : unfit(draft, row)))) return 'line';
  if (ticked.some((row) => (draft.amounts[row.key] ?? null) === null || payOf(draft, row) === null)) return 'lines';
  const income = incomeMissing(draft.income, draft.total, submits);
  if (income) return income;
  if (!submits) return null;
  if (
    remainderOf(
      draft.total,
      ticked.map((row) => draft.amounts[row.key] ?? null),
    ).state !== 'exact'
  )
    return 'remainder';
  return draft.files.length + draft.kept - draft.detach.length === 0 ? 'files' : null;
}

/** Figures that no record can have, be it a draft. */
function unfit(draft: CertificateDraft, row: CandidateRow): boolean {
  const fault = faultOf(draft, row);
  return fault === 'amount' || fault === 'pay' || fault === 'rate' || fault === 'places';
}

/** What is sent; null while something is missing. */
export function inputOf(
  draft: CertificateDraft,
  rows: readonly CandidateRow[],
  invalid: ReadonlySet<string>,
  today: string,
  submits = true,
): Omit<Input<'wht/add'>, 'draft' | 'submitted' | 'replaces'> | null {
  if (missingOf(draft, rows, invalid, today, submits) !== null || draft.date === null || draft.total === null) return null;
  const allocate = rows
    .filter((row) => isTicked(draft, row.key))
    .map((row) => {
      const foreign = row.currency !== draft.currency;
      const typed = draft.rates[row.key];
      return {
        invoice: row.number,
        vendor: row.vendor,
        amount: draft.amounts[row.key] ?? null,
        payAmount: foreign ? (draft.pays[row.key] ?? null) : null,
        fx: foreign && typed && typed.rate !== null ? { rate: typed.rate, date: typed.date, source: typed.source.trim() || null } : null,
      };
    });
  return {
    number: draft.number?.trim() ?? null,
    issuer: draft.issuer.trim(),
    side: draft.side,
    country: draft.country,
    form: draft.form,
    date: draft.date,
    first: draft.first,
    last: draft.last,
    total: draft.total,
    currency: draft.currency,
    ...(draft.payerId !== undefined && { payerId: draft.payerId }),
    ...(draft.payeeId !== undefined && { payeeId: draft.payeeId }),
    remittance: draft.remittance.trim(),
    remitted: draft.remitted,
    income: incomeInput(draft.income),
    allocate,
    attach: [...draft.files],
    note: draft.note,
  };
}
