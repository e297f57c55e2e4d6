/** 退款-… and “Refund …”, adjustments (调账-…) and credits: money that corrects charges instead of being one. */
export const isCorrection = (billType: string | null): boolean =>
  billType !== null && /^(退款|退费|调账|补偿|refund|credit|adjustment|compensation)/i.test(billType.trim());

/** A charge that an order brings once: bought, renewed or changed, as Huawei Cloud, Tencent Cloud and FOCUS name it. */
export const isOneTime = (billType: string | null): boolean =>
  billType !== null && /新购|续订|续费|变更|purchase|renew/i.test(billType) && !isCorrection(billType);
