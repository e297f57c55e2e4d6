/** Money and quantities of samples: integers of 10^-8, so that every identity holds to the last digit. */
export type Units = bigint;
export const ONE: Units = 100_000_000n;
export const CENT: Units = 1_000_000n;

/** Units of plain decimal text with at most eight decimals. */
export function units(text: string): Units {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  const value = BigInt(whole) * ONE + BigInt(fraction.padEnd(8, '0'));
  return text.startsWith('-') ? -value : value;
}

/** a × b, cut to eight decimals toward zero. */
export const times = (a: Units, b: Units): Units => (a * b) / ONE;
/** a × b, rounded half away from zero to eight decimals. */
export const timesHalfUp = (a: Units, b: Units): Units => divideHalfUp(a * b, ONE);
/** Cut to cents toward zero. */
export const cutToCents = (a: Units): Units => (a / CENT) * CENT;
/** Rounded half away from zero to cents. */
export const roundToCents = (a: Units): Units => divideHalfUp(a, CENT) * CENT;

function divideHalfUp(a: bigint, b: bigint): bigint {
  const half = b / 2n;
  return a < 0n ? (a - half) / b : (a + half) / b;
}

/** Eight decimals, as vendors' detail files print: -0.00724198. */
export function print8(value: Units): string {
  if (value === 0n) return '0.00000000';
  const digits = (value < 0n ? -value : value).toString().padStart(9, '0');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -8)}.${digits.slice(-8)}`;
}

/** Shortest text of the same value: 0.315, 10, -4.12. */
export function printShort(value: Units): string {
  if (value === 0n) return '0';
  const text = print8(value);
  let end = text.length;
  while (text.charCodeAt(end - 1) === 48) end--;
  return text.slice(0, text.charCodeAt(end - 1) === 46 ? end - 1 : end);
}

/** How many integers of 10^-10 are one of 10^-8. */
export const TEN_DECIMALS = 100n;

/** Shortest text of an integer of 10^-10. */
export function printTen(value: bigint): string {
  const digits = (value < 0n ? -value : value).toString().padStart(11, '0');
  const fraction = digits.slice(-10).replace(/0{1,10}$/, '');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -10)}${fraction ? `.${fraction}` : ''}`;
}
