import { isPrecisionRow, isRefund, isTaxLine } from '../bill-types.ts';
import type { Facts } from '../facts.ts';

/** Use that was metered or follows from it, under a transaction and no order: 消费-使用, 消费-按时计费, 消费-抹零补扣 … */
const isUsage = (billType: string): boolean =>
  /使用|按时计费|节省计划抵扣|月末补扣|月末扣费|保底差额|抹零补扣|按量计费|pay-per-use|usage|settlement$/i.test(billType);

const typesOf = (facts: Facts, test: (billType: string) => boolean): string[] =>
  (facts.detail?.groups ?? []).flatMap((g) => (g.billType !== null && test(g.billType) ? [g.billType] : []));

/** Bill types of the month whose lines are of an order; tax lines and precision rows are none. */
export const orderTypes = (facts: Facts): string[] => typesOf(facts, (t) => !isUsage(t) && !isTaxLine(t) && !isPrecisionRow(t));
export const usageTypes = (facts: Facts): string[] => typesOf(facts, (t) => isUsage(t) && !isTaxLine(t));
export const taxTypes = (facts: Facts): string[] => typesOf(facts, isTaxLine);
export const refundTypes = (facts: Facts): string[] => typesOf(facts, (t) => isRefund(t) && !isTaxLine(t));

/** Orders that are paid month by month or year by year: their bill is not the order. */
export const isInstalment = (billType: string): boolean => /按月付费|按年付费|instalment|installment/i.test(billType);
