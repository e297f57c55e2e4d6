import type { Amount } from '../../domain/money/amount.ts';
import { fixed } from '../../domain/money/amount.ts';
import { minorUnits } from '../../domain/money/minor-units.ts';
import { decimalsOf, grouped } from '../reports/figures.ts';

/** Decimals that every figure of a column takes: the currency's own, or those of the figure that has the most. */
export const placesFor = (amounts: Iterable<Amount | null>, currency: string): number => {
  let places = minorUnits(currency);
  for (const amount of amounts) if (amount !== null) places = Math.max(places, decimalsOf(amount));
  return places;
};

/** Every digit of the amount, grouped by three, with a true minus; never rounded. */
export const figure = (amount: Amount, places: number): string =>
  grouped(fixed(amount, Math.max(places, decimalsOf(amount)))).replace('-', '−');

/** A quantity or rate as it stands, grouped. */
export const plainFigure = (text: string): string => (/^-?\d+(\.\d+)?$/.test(text) ? grouped(text).replace('-', '−') : text);
