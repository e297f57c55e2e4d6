/**
 * Apportionment by largest remainder: splits a whole number of smallest units over weights so that the parts add up to it
 * exactly. Each weight first gets its share cut to whole units; the units left over go to the largest remainders, one each, and
 * among equal remainders to the earliest. A negative total is the mirror image of the positive one, so that a refund cancels what
 * it refunds unit by unit. Weights are whole numbers of at least 0, not all 0; anything else is a programmer's mistake (TypeError).
 * Source: the method of Hamilton, known as largest remainder; the guides say “by days” and leave the last digit open.
 */
export function apportion(total: bigint, weights: readonly bigint[]): bigint[] {
  let sum = 0n;
  for (const weight of weights) {
    if (weight < 0n) throw new TypeError('A weight is negative.');
    sum += weight;
  }
  if (sum === 0n) throw new TypeError('There is nothing to apportion over.');
  const negative = total < 0n;
  const size = negative ? -total : total;
  const shares = weights.map((weight) => (size * weight) / sum);
  const left = Number(size - shares.reduce((a, b) => a + b, 0n));
  if (left > 0)
    for (const { index } of weights
      .map((weight, index) => ({ index, rest: (size * weight) % sum }))
      .sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1))
      .slice(0, left))
      shares[index]! += 1n;
  return negative ? shares.map((share) => -share) : shares;
}

const sumOf = (values: readonly bigint[]): bigint => values.reduce((a, b) => a + b, 0n);

/** One sign of a table: rows add up to the apportioned total, columns to their parts. */
function ofOneSign(parts: readonly bigint[], weights: readonly bigint[]): bigint[][] {
  const left = [...parts];
  const total = sumOf(left);
  if (total === 0n) return weights.map(() => left.map(() => 0n));
  const shares = apportion(total, weights);
  if (parts.length === 1) return shares.map((share) => [share]);
  return shares.map((share) => {
    // What is left of each part is the weight: in the last row that is not empty, share and rest are the same.
    if (share === 0n) return left.map(() => 0n);
    const sizes = left.map((part) => (part < 0n ? -part : part));
    const row = apportion(share, sizes);
    row.forEach((unit, i) => (left[i]! -= unit));
    return row;
  });
}

/**
 * Splits parts over weights in both directions at once: every column adds up to its part, and every row to the row's share of the
 * total, which is apportioned first. Each row's share is then split over the parts in proportion to what is left of each. Parts of
 * both signs (a charge paid in part by giving back) are apportioned sign by sign. Rows are as the weights, columns as the parts.
 */
export function apportionTable(parts: readonly bigint[], weights: readonly bigint[]): bigint[][] {
  // Most parts are nothing; they need not be reckoned with.
  const places = parts.flatMap((part, place) => (part === 0n ? [] : [place]));
  if (places.length < parts.length) {
    const table =
      places.length === 0
        ? weights.map(() => [])
        : apportionTable(
            places.map((place) => parts[place]!),
            weights,
          );
    return table.map((row) => {
      const whole = parts.map(() => 0n);
      places.forEach((place, i) => (whole[place] = row[i]!));
      return whole;
    });
  }
  const positive = parts.map((part) => (part > 0n ? part : 0n));
  const negative = parts.map((part) => (part < 0n ? part : 0n));
  if (sumOf(negative) === 0n) return ofOneSign(positive, weights);
  if (sumOf(positive) === 0n) return ofOneSign(negative, weights);
  const above = ofOneSign(positive, weights);
  const below = ofOneSign(negative, weights);
  return above.map((row, i) => row.map((unit, k) => unit + below[i]![k]!));
}
