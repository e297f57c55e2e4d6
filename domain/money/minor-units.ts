/** Currencies whose smallest unit is not a hundredth (ISO 4217, list one). */
const UNLIKE: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    ['BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'UYI', 'VND', 'VUV', 'XAF', 'XOF', 'XPF'].map((c) => [
      c,
      0,
    ]),
  ),
  ...Object.fromEntries(['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'].map((c) => [c, 3])),
  CLF: 4,
  UYW: 4,
};

/**
 * Decimals of a currency's smallest unit by ISO 4217: yen none, Bahraini dinar three, most two. What a legal document is
 * rounded to; `currencyPlaces` (rounding.ts) is what cloud bills print.
 */
export const minorUnits = (currency: string): number => (Object.hasOwn(UNLIKE, currency) ? (UNLIKE[currency] ?? 2) : 2);
