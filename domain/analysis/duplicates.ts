import { say, type Said } from '../words/said.ts';
import { isOneTime } from './line-kinds.ts';

/** What of a bill line tells whether two of them are the same charge. */
export interface TwinLine {
  batch: number;
  format: string;
  /** Name and part of the delivery, where the file's name says so; part 0: not one of several. */
  delivery: string;
  part: number;
  period: string;
  date: string | null;
  resourceId: string | null;
  spec: string | null;
  usageType: string | null;
  product: string | null;
  billType: string | null;
  orderId: string | null;
  usage: string | null;
}

/** Why two lines of the same amount and currency look like one, or not; points are added up and kept within 0 … 100. */
export const DUPLICATE_POINTS = {
  amount: 20,
  resource: 25,
  day: 15,
  usage: 15,
  item: 10,
  order: 30,
  orderOfUse: 5,
  telling: 15,
  file: 10,
  otherMonth: -25,
  otherNumber: -40,
  otherPart: -30,
  sameFile: -40,
} as const;
export type DuplicateReason = keyof typeof DUPLICATE_POINTS;

/** From so many points on, a pair is suspected; below, it is shown as explained. */
export const SUSPECTED_FROM = 60;

export interface Likeness {
  score: number;
  reasons: { reason: DuplicateReason; points: number; said: Said }[];
  suspected: boolean;
}

const same = (a: string | null, b: string | null): boolean => a !== null && a === b;

/** How alike two lines are. Both have the same amount and currency, which is what brought them together. */
export function likeness(a: TwinLine, b: TwinLine): Likeness {
  const found: DuplicateReason[] = ['amount'];
  const put = (reason: DuplicateReason, when: boolean): void => void (when && found.push(reason));
  const oneFormat = a.format === b.format;
  const order = same(a.orderId, b.orderId);
  const once = isOneTime(a.billType) || isOneTime(b.billType);
  put('resource', same(a.resourceId, b.resourceId));
  put('day', same(a.date, b.date));
  put('usage', same(a.usage, b.usage));
  put('item', same(a.spec, b.spec) || same(a.usageType, b.usageType) || (oneFormat && same(a.product, b.product)));
  put('order', order && once);
  put('orderOfUse', order && !once);
  put('telling', !oneFormat);
  put('file', a.batch !== b.batch);
  put('otherMonth', a.period !== b.period);
  put('otherNumber', oneFormat && a.orderId !== null && b.orderId !== null && a.orderId !== b.orderId);
  put('otherPart', a.batch !== b.batch && a.delivery !== '' && a.delivery === b.delivery && a.part !== b.part);
  // One file that prints a row twice says that there were two; an order that is charged once is another matter.
  put('sameFile', a.batch === b.batch && !(order && once));
  const sum = found.reduce((points, reason) => points + DUPLICATE_POINTS[reason], 0);
  const score = Math.max(0, Math.min(100, sum));
  return {
    score,
    reasons: found.map((reason) => ({ reason, points: DUPLICATE_POINTS[reason], said: REASONS[reason] })),
    suspected: score >= SUSPECTED_FROM,
  };
}

const REASONS: Readonly<Record<DuplicateReason, Said>> = {
  amount: say`Same amount and currency.`,
  resource: say`Same resource.`,
  day: say`Same day.`,
  usage: say`Same usage.`,
  item: say`Same specification, usage type or product.`,
  order: say`Same order, which is charged once.`,
  orderOfUse: say`Same order or transaction number.`,
  telling: say`Told by files of two formats: perhaps two tellings of one bill.`,
  file: say`From two files.`,
  otherMonth: say`In different billing periods.`,
  otherNumber: say`Different order or transaction numbers: the vendor tells them apart.`,
  otherPart: say`From two parts of one delivery, which do not repeat each other.`,
  sameFile: say`Two rows of one file: the vendor printed both, and the import keeps honest twins.`,
};
