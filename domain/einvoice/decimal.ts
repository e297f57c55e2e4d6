import { D } from '../money/decimal.ts';

const DECIMAL = /^[+-]?(?:[0-9]{1,30}(?:\.[0-9]{0,20})?|\.[0-9]{1,20})$/;

/** The number that an amount, quantity or percentage of a document says; null where it says none that could be reckoned with. */
export const decimalOf = (text: string | undefined): D | null =>
  text !== undefined && text.length <= 52 && DECIMAL.test(text) ? new D(text.startsWith('+') ? text.slice(1) : text) : null;

/** The sum of those that are there; null where one is there and is no number. The empty sum is 0. */
export function sumOf(texts: Iterable<string | undefined>): D | null {
  let total = new D(0);
  for (const text of texts) {
    if (text === undefined) continue;
    const value = decimalOf(text);
    if (value === null) return null;
    total = total.plus(value);
  }
  return total;
}

/** To two decimals as the validation rules of EN 16931 round: a half goes up, also below zero. */
export const toCents = (value: D): D => value.toDecimalPlaces(2, D.ROUND_HALF_CEIL);

/** Digits after the point as the document writes them: 12.500 has three. */
export const decimalsIn = (text: string | undefined): number => {
  const point = text?.indexOf('.') ?? -1;
  return point < 0 ? 0 : text!.length - point - 1;
};

/** As text without exponent and without superfluous zeros, for sentences. */
export const plain = (value: D): string => value.toFixed();
