/** Series of the gap-free counter behind generated certificate numbers. */
export const WHT_SERIES = 'wht-certificate';

/** The n-th generated number, for papers that carry none (Huawei Cloud billing guide 10.3). */
export const generatedNumber = (n: number): string => `TB-WHT-${String(n).padStart(6, '0')}`;
