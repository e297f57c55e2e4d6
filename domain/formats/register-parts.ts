import { parseAmount, type Amount } from '../money/amount.ts';
import { ok, type Result } from '../result.ts';
import { moneyPhrase, ratePhrase } from './money-phrase.ts';

/** Readers of one field out of a printed cell that holds several; for RegisterField.read. */
export const partOf = {
  amount: (cell: string): Result<Amount> => map(moneyPhrase(cell), (phrase) => phrase.amount),
  currency: (cell: string): Result<string | null> => map(moneyPhrase(cell), (phrase) => phrase.currency),
  paidAmount: (cell: string): Result<string | null> => map(moneyPhrase(cell), (phrase) => phrase.paid?.amount ?? null),
  paidCurrency: (cell: string): Result<string | null> => map(moneyPhrase(cell), (phrase) => phrase.paid?.currency ?? null),
  rate: (cell: string): Result<string | null> => ratePhrase(cell),
  /** `10240GB`, `10,240 GB` or `6000千次` → the number; text without one is missing. */
  quantity: (cell: string): Result<string | null> => number(QUANTITY.exec(cell.normalize('NFKC').trim())?.[1]),
  unit: (cell: string): Result<string | null> => ok(QUANTITY.exec(cell.normalize('NFKC').trim())?.[2] || null),
  /** What is left: of `容量 (10240GB / 10240GB)` or of `10240GB`. A cell with several quotas has no single figure. */
  left: (cell: string): Result<string | null> => (onlyQuota(cell) ? number(onlyQuota(cell)?.[1]) : partOf.quantity(cell)),
  total: (cell: string): Result<string | null> => (onlyQuota(cell) ? number(onlyQuota(cell)?.[3]) : partOf.quantity(cell)),
  quotaUnit: (cell: string): Result<string | null> => (onlyQuota(cell) ? ok(onlyQuota(cell)?.[4] || null) : partOf.unit(cell)),
  /** Of `2023/10/24 21:08:45 GMT+08:00 2023/11/24 23:59:59 GMT+08:00` or of a time alone. Without any, the text is handed on to be refused. */
  firstTime: (cell: string): Result<string | null> => ok(times(cell).at(0) ?? cell),
  lastTime: (cell: string): Result<string | null> => ok(times(cell).at(-1) ?? cell),
} as const;

const QUANTITY = /^(-?[0-9][0-9,]{0,29}(?:\.[0-9]{1,10})?) ?([^0-9\s].{0,30})?$/;
const QUOTA =
  /(-?[0-9][0-9,]{0,29}(?:\.[0-9]{1,10})?) ?([^0-9\s/()]{0,20}) ?\/ ?(-?[0-9][0-9,]{0,29}(?:\.[0-9]{1,10})?) ?([^0-9\s/()]{0,20})/g;
const TIME =
  /[0-9]{4}[-/][0-9]{1,2}[-/][0-9]{1,2}(?:[ T][0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?(?: ?GMT[+-][0-9]{2}:?[0-9]{2}|Z)?)?/g;

const times = (cell: string): string[] => (cell.length <= 200 ? (cell.normalize('NFKC').replace(/\s+/g, ' ').match(TIME) ?? []) : []);

function onlyQuota(cell: string): RegExpMatchArray | null {
  const all = cell.length <= 500 ? [...cell.normalize('NFKC').matchAll(QUOTA)] : [];
  const [first] = all;
  return all.length === 1 && first && first[2] === first[4] ? first : null;
}

const number = (text: string | undefined): Result<string | null> => (text === undefined ? ok(null) : parseAmount(text));
const map = <T, U>(result: Result<T>, of: (value: T) => U): Result<U> => (result.ok ? ok(of(result.value)) : result);
