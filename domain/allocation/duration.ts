const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:年|years?|y|19)$/i, 12],
  [/^(?:个?月|months?|m|20)$/i, 1],
];

/** Months of a printed length: `1年`, `3个月`, `12 months`, or a number with its unit apart. Null for days, hours and other texts. */
export function monthsOfLength(text: string, unit: string | null = null): number | null {
  const match = /^([1-9][0-9]{0,2}) ?(\D{0,12})$/.exec(text.normalize('NFKC').trim());
  const word = (unit ?? match?.[2] ?? '').trim();
  const months = UNITS.find(([pattern]) => pattern.test(word))?.[1];
  return match && months !== undefined ? Number(match[1]) * months : null;
}
