/** 202309 → 2023-09. */
export const periodText = (period: number): string => `${String(period).slice(0, 4)}-${String(period).slice(4)}`;
