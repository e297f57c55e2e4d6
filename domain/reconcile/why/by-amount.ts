import type { MeasureName } from '../../formats/fields.ts';
import { FRACTION_SCALE } from '../../money/pair.ts';
import type { KindId } from '../kinds.ts';
import type { Group } from './group.ts';
import { amountOf, keyOf, type Attribute, type Vector, type WhyLine } from './line.ts';
import { amountText, measureText } from './texts.ts';
import type { Side, Work } from './work.ts';

const PARTS = [
  'cash',
  'credit',
  'coupon',
  'flexiCoupon',
  'storedCard',
  'bonus',
  'transfer',
  'monthlySettled',
  'outstanding',
  'writeOff',
] as const;
const isThere = (value: bigint | null | undefined): value is bigint => value !== null && value !== undefined;
const absolute = (value: bigint): bigint => (value < 0n ? -value : value);

/** The same line with another amount: what else its columns tell says of which kind it is. */
export function byAmount(work: Work): void {
  for (const group of work.groups) {
    for (const [left, right] of pairsOf(group)) {
      const vector = work.difference({ left: [left], right: [right] });
      keep(work, group, kindOf(vector, [left], [right], work), [left], [right]);
    }
    if (!work.groups.includes(group)) continue;
    const vector = work.difference(group);
    keep(work, group, kindOf(vector, group.left, group.right, work), group.left, group.right);
    work.close(group);
  }
}

/** What a line and its other half may still have in common where the key does not tell them apart. */
const FINER: readonly Attribute[] = ['order', 'resource', 'product', 'billType', 'date', 'spec', 'usageType'];

/** Lines of both sides that are each other's only candidate. */
function pairsOf(group: Group): [WhyLine, WhyLine][] {
  // A row that sums lines up looks like the first of them, and is not.
  if (group.left.length < 2 || group.left.length !== group.right.length) return [];
  const right = Map.groupBy(group.right, (line) => keyOf(line, FINER));
  return [...Map.groupBy(group.left, (line) => keyOf(line, FINER))].flatMap(([key, own]) => {
    const other = right.get(key);
    return own.length === 1 && other?.length === 1 ? [[own[0]!, other[0]!] as [WhyLine, WhyLine]] : [];
  });
}

/** By what the money columns differ by. */
function kindOf(vector: Vector, left: readonly WhyLine[], right: readonly WhyLine[], work: Work): KindId {
  const of = (measure: keyof Vector): bigint => vector[measure] ?? 0n;
  if ([...left, ...right].some(isBroken)) return 'line.arithmetic';
  if (of('payable') === 0n) {
    if (PARTS.some((m) => of(m) !== 0n)) return 'line.method';
    return of('listPrice') !== 0n ? priceKind(left, right) : of('discount') !== 0n ? 'line.discount' : 'line.amount';
  }
  if (work.options.measures.includes('listPrice')) {
    if (of('listPrice') === 0n && of('discount') !== 0n) return 'line.discount';
    if (of('listPrice') !== 0n && left.length === 1 && right.length === 1)
      return isShort(vector, left[0]!, right[0]!, work) ? 'line.missing' : priceKind(left, right);
  }
  return isWholeLine(vector, left, right, work) ? 'line.missing' : 'line.amount';
}

/** Other quantity, or other price for the same quantity, where both are told. */
function priceKind(left: readonly WhyLine[], right: readonly WhyLine[]): KindId {
  const [a, b] = [left[0], right[0]];
  if (!a || !b || left.length > 1 || right.length > 1) return 'line.price';
  const both = (name: 'usage' | 'unitPrice'): boolean => isThere(a.amounts[name]) && isThere(b.amounts[name]);
  if (both('usage') && amountOf(a, 'usage') !== amountOf(b, 'usage')) return 'line.usage';
  if (both('unitPrice') && amountOf(a, 'unitPrice') !== amountOf(b, 'unitPrice')) return 'line.price';
  return 'line.amount';
}

/** Differences of so little are a digit, not a line: ten of the last of eight decimals. */
const DIGITS = 1000n;

/**
 * A line that is not in the book leaves a row of sums larger than the rest, in columns that add up among themselves. Where one of
 * the lines fits its quantity and price better with the difference than without, it is that line's amount that is another; and so
 * where the other tellings say that the row is wrong.
 */
function isWholeLine(vector: Vector, left: readonly WhyLine[], right: readonly WhyLine[], work: Work): boolean {
  if (left.length === right.length) return false;
  return lacksOne(vector, left, right, left.length > right.length ? 'left' : 'right', work);
}

/** One line, whole by its quantity and price, against a row that tells more of the same key and no quantity like it. */
function isShort(vector: Vector, left: WhyLine, right: WhyLine, work: Work): boolean {
  const whole = ({ amounts: { usage, unitPrice, listPrice } }: WhyLine): boolean =>
    isThere(usage) && isThere(unitPrice) && isThere(listPrice) && absolute((usage * unitPrice) / FRACTION_SCALE - listPrice) <= LAST;
  if (left.amounts.usage === right.amounts.usage || whole(left) === whole(right)) return false;
  return lacksOne(vector, [left], [right], whole(left) ? 'left' : 'right', work);
}

/** The side has single lines and lacks one; the row on the other side has it. */
function lacksOne(vector: Vector, left: readonly WhyLine[], right: readonly WhyLine[], side: Side, work: Work): boolean {
  const sign = side === 'left' ? -1n : 1n;
  const of = (measure: keyof Vector): bigint => (vector[measure] ?? 0n) * sign;
  if (work.options.suspect === (side === 'left' ? 'right' : 'left')) return false;
  // A row that is smaller than its lines lacks none.
  const row = (side === 'left' ? right : left).reduce((sum, line) => sum + amountOf(line, 'payable'), 0n);
  if (absolute(of('payable')) <= DIGITS || of('payable') > 0n !== row > 0n) return false;
  const { measures } = work.options;
  const has = (measure: MeasureName): boolean => measures.includes(measure);
  if (has('listPrice') && of('listPrice') === 0n) return false;
  if (has('listPrice') && has('discount') && of('listPrice') !== of('discount') + of('roundingOff') + of('payable')) return false;
  const parts = PARTS.filter(has);
  if (parts.length > 0 && parts.reduce((sum, m) => sum + of(m), 0n) !== of('payable')) return false;
  const lines = side === 'left' ? left : right;
  return !lines.some((line) => fitsWith(line, of('listPrice')));
}

/** True where quantity × price is the list price with the difference, and not without it. */
function fitsWith({ amounts }: WhyLine, difference: bigint): boolean {
  const { usage, unitPrice, listPrice } = amounts;
  if (!isThere(usage) || !isThere(unitPrice) || !isThere(listPrice) || difference === 0n) return false;
  const price = (usage * unitPrice) / FRACTION_SCALE;
  const fits = (value: bigint): boolean => absolute(price - value) <= LAST;
  return fits(listPrice + difference) && !fits(listPrice);
}
/** One of the last of eight decimals. */
const LAST = 100n;

/** True where the line's own columns do not add up: the figure was changed in it. */
export function isBroken(line: WhyLine): boolean {
  const { listPrice, discount, roundingOff, payable } = line.amounts;
  if (isThere(listPrice) && isThere(discount) && isThere(payable) && listPrice !== discount + (roundingOff ?? 0n) + payable) return true;
  const parts = PARTS.flatMap((m) => line.amounts[m] ?? []);
  return isThere(payable) && parts.length > 1 && parts.reduce((a, b) => a + b, 0n) !== payable;
}

/** So many lines are shown beside the row that sums them up; of more, only the row. */
const FEW = 12;
interface Own {
  line: WhyLine;
  side: Side;
}
function rowsOnly(own: readonly Own[], { options }: Work): readonly Own[] {
  if (own.length <= FEW) return own;
  // One of the side's own lines is wrong, and which of them nobody tells.
  if (options.suspect) return own.filter(({ side }) => side === options.suspect);
  const left = own.filter(({ side }) => side === 'left');
  const right = own.filter(({ side }) => side === 'right');
  if (left.length === 0 || right.length === 0) return own;
  return left.length < right.length ? left : right;
}

/** Lines that show by themselves that they are the ones. */
function suspectsOf(kind: KindId, own: readonly Own[]): readonly Own[] {
  if (kind === 'line.arithmetic') return own.filter(({ line }) => isBroken(line));
  if (kind !== 'line.amount' || own.length <= 2) return [];
  const sum = (side: Side): bigint =>
    own.filter((o) => o.side === side).reduce((total, { line }) => total + amountOf(line, 'listPrice'), 0n);
  const difference = sum('left') - sum('right');
  return own.filter(({ line, side }) => fitsWith(line, side === 'left' ? -difference : difference));
}

function keep(work: Work, group: Group, kind: KindId, left: readonly WhyLine[], right: readonly WhyLine[]): void {
  const own: Own[] = [...left.map((line) => ({ line, side: 'left' as const })), ...right.map((line) => ({ line, side: 'right' as const }))];
  if (own.length === 0) return;
  const suspects = suspectsOf(kind, own);
  const shown = suspects.length > 0 ? suspects : rowsOnly(own, work);
  const measures = [...work.options.measures, 'usage', 'unitPrice'] as const;
  const text = ({ line, side }: Own) =>
    own.length === 2
      ? measureText(line, own.find((o) => o.line !== line) ?? null, side, measures, work.options)
      : amountText(line, side, work.options);
  work.take(
    group,
    {
      kind,
      side: kind === 'line.missing' ? (left.length > right.length ? 'right' : 'left') : null,
      amount: work.heldIn(work.difference({ left: [...left], right: [...right] })),
      lines: shown.map((one) => ({ line: one.line, text: text(one) })),
      ...(work.budget.spent && own.length > 2 ? { gaveUp: true } : {}),
    },
    left,
    right,
  );
}
