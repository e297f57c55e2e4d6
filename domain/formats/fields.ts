/** Money of a canonical bill line. All in the line's currency; charges positive, refunds negative. */
export const MEASURE_NAMES = [
  'listPrice',
  'discount',
  'roundingOff',
  'payable',
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
  'tax',
  // FOCUS alone tells these: views of the same charge, never parts of what is payable.
  'contractedCost',
  'effectiveCost',
] as const;
export type MeasureName = (typeof MEASURE_NAMES)[number];

/** Texts of a canonical bill line that many lines share. */
export const TERM_NAMES = [
  'currency',
  'account',
  'payingAccount',
  'enterpriseProject',
  'productType',
  'product',
  'spec',
  'billingMode',
  'billType',
  'resourceId',
  'resourceName',
  'region',
  'availabilityZone',
  'usageType',
  'usageUnit',
  'tags',
  // FOCUS: who made the charge available, and the invoice that it stands on.
  'provider',
  'invoiceId',
] as const;
export type TermName = (typeof TERM_NAMES)[number];

export const isMeasure = (field: string): field is MeasureName => (MEASURE_NAMES as readonly string[]).includes(field);
export const isTerm = (field: string): field is TermName => (TERM_NAMES as readonly string[]).includes(field);
