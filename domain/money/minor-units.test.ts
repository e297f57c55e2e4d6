import { expect, test } from 'vitest';
import { minorUnits } from './minor-units.ts';

/** What the platform knows; it follows cash in hand for some currencies: those of two decimals and the Iraqi dinar are not held to it. */
const known = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

test('a currency that differs from two decimals here differs on the platform, and one of more there has as many here', () => {
  for (const currency of Intl.supportedValuesOf('currency')) {
    const units = minorUnits(currency);
    if (currency === 'IQD') continue;
    if (units !== 2 || known(currency) > 2) expect([currency, units]).toEqual([currency, known(currency)]);
  }
});

test('yen, won, dong and Chilean pesos have none, the Bahraini dinar three, rupiah and dollars two', () => {
  expect(['JPY', 'KRW', 'VND', 'CLP', 'BHD', 'IDR', 'USD'].map(minorUnits)).toEqual([0, 0, 0, 0, 3, 2, 2]);
  expect(minorUnits('constructor')).toBe(2);
});
