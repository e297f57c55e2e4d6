import { MEASURE_NAMES, type MeasureName } from '../formats/fields.ts';
import { billTypes } from '../formats/huawei/bill-types.ts';
import { add, sum, type Amount } from '../money/amount.ts';
import type { BillFacts, MeasureSums } from './facts.ts';

/** 退款-… of files, “Refund …” of English exports. Adjustments (调账-…) are no refunds. */
export const isRefund = (billType: string | null): boolean => billType !== null && /^(退款|refund)/i.test(billType);
/** Lines that are nothing but tax: 消费-税金, 退款-税金, 退款-退订税金, 调账-补偿税金, 调账-扣费税金. */
export const isTaxLine = (billType: string | null): boolean => billType !== null && /(税金|\btax)$/i.test(billType);
/** Tencent Cloud's rows that carry what rounding to the charged cents takes or gives. */
export const isPrecisionRow = (billType: string | null): boolean =>
  billType !== null && /^(月度计费精度差异|扣费精度补偿|billVirtualId)$/.test(billType.trim());

const SIGNS: ReadonlyMap<string, 1 | -1> = new Map(billTypes.map((type) => [type.text, type.sign === 'refund' ? -1 : 1]));
/**
 * The sign that amounts of the type carry: 1 for charges, -1 for what is given back; null where the words do not tell (changes
 * of an order, precision rows). Huawei Cloud's types by their table, other vendors' by their words.
 */
export function expectedSign(billType: string | null): 1 | -1 | null {
  if (billType === null || isPrecisionRow(billType)) return null;
  const known = SIGNS.get(billType);
  if (known) return known;
  if (/退款|退订|退费|补偿|refund|unsubscription|compensation|adjust-CR/i.test(billType)) return -1;
  return /^(消费|expenditure)|新购|续费|续订|扣费|按量计费|new (monthly )?subscription|renewal|settlement$/i.test(billType) ? 1 : null;
}

/** Sums of the groups whose bill type passes; null where none of them has the measure. */
export function sumsWhere(facts: BillFacts, test: (billType: string | null) => boolean): MeasureSums {
  const sums = Object.fromEntries(MEASURE_NAMES.map((m) => [m, null])) as Record<MeasureName, Amount | null>;
  for (const group of facts.groups) {
    if (!test(group.billType)) continue;
    for (const m of MEASURE_NAMES) {
      const value = group.sums[m];
      if (value !== null) sums[m] = sums[m] === null ? value : add(sums[m], value);
    }
  }
  return sums;
}

/** Sum of several measures; null when none of them is there. */
export function sumMeasures(sums: MeasureSums, measures: readonly MeasureName[]): Amount | null {
  const present = measures.flatMap((m) => sums[m] ?? []);
  return present.length === 0 ? null : sum(present);
}
