export type Category = 'Usage' | 'Purchase' | 'Tax' | 'Credit' | 'Adjustment';
export type Frequency = 'One-Time' | 'Recurring' | 'Usage-Based';
export type Pricing = 'Standard' | 'Dynamic' | 'Committed' | 'Other';

/** What a bill type says of a charge. */
export interface ChargeKind {
  category: Category;
  frequency: Frequency;
  /** Drawn from a commitment that another charge has bought. */
  committed?: boolean;
  /** A repair of an earlier charge: of which month, the bill does not tell. */
  correction?: boolean;
}

const usage: ChargeKind = { category: 'Usage', frequency: 'Usage-Based' };
const covered: ChargeKind = { ...usage, committed: true };
const bought: ChargeKind = { category: 'Purchase', frequency: 'One-Time' };
const recurring: ChargeKind = { category: 'Purchase', frequency: 'Recurring' };
const tax: ChargeKind = { category: 'Tax', frequency: 'One-Time' };
const adjusted: ChargeKind = { category: 'Adjustment', frequency: 'One-Time' };
const refunded: ChargeKind = { ...adjusted, correction: true };
const credit: ChargeKind = { category: 'Credit', frequency: 'One-Time' };

type Row = [words: RegExp, kind: ChargeKind];

/**
 * Bill types of Huawei Cloud (field tables of its billing guide; the English words are those of its exports). Uses are Usage,
 * refunds and compensations Adjustment, taxes Tax, the rest Purchase, as its own FOCUS export has it (cost center guide,
 * FOCUS fields). Beyond that: amounts taken by an adjustment and cut-off fractions are Adjustment, as the specification
 * names rounding there, and what repeats month by month is Recurring.
 */
const HUAWEI: readonly Row[] = [
  [/税金$|\btax$/i, tax],
  [/^消费-使用$|^expenditure-?use$|^pay-per-use$/i, usage],
  [/^消费-节省计划抵扣$|savings plans? used|reserved instances? used|抵扣$/i, covered],
  [/^退款|^refund/i, refunded],
  [/^调账|^adjustment|抹零|rounding/i, adjusted],
  [/按时计费|续订|续费|renewal|renew|按月付费|按年付费|monthly payment|yearly payment|hourly|月末/i, recurring],
  [/^消费|^expenditure|purchase|change/i, bought],
];

/** Transaction types of Tencent Cloud (ActionTypeName of billing API 2018-07-09, and the words of the international bill). */
const TENCENT: readonly Row[] = [
  [/税|\btax\b/i, tax],
  [/精度差异|精度补偿|billVirtualId|precision/i, adjusted],
  [/退款|退费|refund|return/i, refunded],
  [/调账|补偿|adjust|compensat/i, adjusted],
  [/预留实例.*(?:抵扣|使用)|节省计划.*抵扣|资源包抵扣|(?:RI|savings plan).*deduct/i, covered],
  [/续费|renew/i, recurring],
  [/新购|购买|变配|升级|降配|转换|包年包月转|purchase|upgrade|new monthly|subscription|config/i, bought],
  [/按量|小时结|日结|月结|后付费|postpaid|pay-as-you-go|hourly|daily|settlement|deduct/i, usage],
];

/** Line item types of AWS (CUR user guide), and the charge types of Microsoft, Google and Oracle cost files. */
const OTHERS: readonly Row[] = [
  [/^(?:discounted|savingsplancovered)usage$/i, covered],
  [/^usage$|^consumption$|^regular$/i, usage],
  [/^(?:rifee|savingsplanrecurringfee)$/i, recurring],
  [/^(?:fee|savingsplanupfrontfee|purchase|unusedreservation)$/i, bought],
  [/tax/i, tax],
  [/^refund$/i, refunded],
  [/credit|discount|negation|bundled/i, credit],
  [/round|adjust/i, adjusted],
];

/** A mode of billing: what it says of price and, where no bill type does, of the charge. */
export interface ModeKind {
  pricing: Pricing;
  kind: ChargeKind;
}
type ModeRow = [words: RegExp, mode: ModeKind];

/** Billing modes of the vendors (计费模式), in the words of their files and interfaces. Spot prices move: Dynamic. */
const MODES: readonly ModeRow[] = [
  [/竞价|\bspot\b/i, { pricing: 'Dynamic', kind: usage }],
  [/预留实例|节省计划|reserved|savings plan|commit/i, { pricing: 'Committed', kind: covered }],
  [/一次性|one-?time/i, { pricing: 'Standard', kind: bought }],
  [/包年|包月|预付|subscription|yearly|monthly|prepa/i, { pricing: 'Standard', kind: recurring }],
  [/按需|按量|后付|pay-?per-?use|pay-?as-?you-?go|on-?demand|postpa|usage/i, { pricing: 'Standard', kind: usage }],
];

const TABLES = { huawei: HUAWEI, tencent: TENCENT, qingcloud: [], zilliz: [], other: OTHERS } as const satisfies Record<
  string,
  readonly Row[]
>;

/** Vendors whose bills name no type because they have one only: every line is a use. */
const ALWAYS_USE = new Set(['qingcloud', 'zilliz']);

const kinds = new Map<string, ChargeKind | null>();
const modes = new Map<string, ModeKind | null>();

/** What a vendor's bill type says; null for words that the vendor's table does not have, and for none. */
export function chargeKindOf(vendor: keyof typeof TABLES, billType: string | null): ChargeKind | null {
  if (billType === null) return ALWAYS_USE.has(vendor) ? usage : null;
  const key = `${vendor} ${billType}`;
  let kind = kinds.get(key);
  if (kind === undefined) {
    const rows: readonly Row[] = TABLES[vendor];
    kinds.set(key, (kind = rows.find(([words]) => words.test(billType.trim()))?.[1] ?? (ALWAYS_USE.has(vendor) ? usage : null)));
  }
  return kind;
}

/** What a billing mode says; null for none and for unknown words. Zilliz prints its plans there, each with a price list of its own. */
export function modeKindOf(vendor: keyof typeof TABLES, billingMode: string | null): ModeKind | null {
  if (billingMode === null) return null;
  if (vendor === 'zilliz') return { pricing: 'Standard', kind: usage };
  let mode = modes.get(billingMode);
  if (mode === undefined) modes.set(billingMode, (mode = MODES.find(([words]) => words.test(billingMode))?.[1] ?? null));
  return mode;
}
