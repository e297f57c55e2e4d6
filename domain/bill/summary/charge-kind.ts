/** What a line does to the bill: it charges, or gives money back. */
export type ChargeKind = 'consumption' | 'refund';

/**
 * Words of bill types that give money back. Huawei Cloud: 退款-… and 调账-补偿…, whose cash is a refund on the bill summary (guide,
 * sections 7.2.1 and 7.2.3.1: unsubscriptions, downgrades, adjustments). Tencent Cloud: 包年包月退款, 预留实例退款, 按量计费冲正,
 * 调账补偿, 优惠补偿 (billing API 2018-07-09, ActionTypeName). FOCUS: the charge category Credit.
 */
const REFUND = /退款|退订税金|冲正|补偿|refund|compensation|^credit$/i;
/** 消费-退订手续费增收 is a charge, and Tencent Cloud's 扣费精度补偿 evens out fractions of cents. */
const NONE = /手续费|精度补偿/;

export const chargeKind = (billType: string | null): ChargeKind =>
  billType !== null && REFUND.test(billType) && !NONE.test(billType) ? 'refund' : 'consumption';

/**
 * Vendors whose bill total leaves money given back in cash out of the consumption (Huawei Cloud international billing guide, 7.2.2.2,
 * step 1). Every other total takes refunds in.
 */
const APART: ReadonlySet<string> = new Set(['huawei']);

/** The kind of a charge as the vendor's own total counts it. */
export const kindInTotal = (vendor: string, billType: string | null): ChargeKind =>
  APART.has(vendor) ? chargeKind(billType) : 'consumption';
