/** Places of `count` rows in the ascending order of their keys; equal keys stay as they are. NaN is no key. */
export function sortedPlaces(keys: Float64Array, places: Int32Array): Int32Array {
  const { length } = places;
  // The bits of a float order like whole numbers once negative ones are turned over.
  const bits = new Uint32Array(keys.slice().buffer);
  for (let i = 0; i < keys.length; i++) {
    const high = bits[2 * i + 1]!;
    if (high >>> 31 === 0) bits[2 * i + 1] = high ^ 0x80000000;
    else {
      bits[2 * i] = ~bits[2 * i]!;
      bits[2 * i + 1] = ~high;
    }
  }
  let from = places;
  let to: Int32Array = new Int32Array(length);
  const counts = new Int32Array(65536);
  for (let pass = 0; pass < 4; pass++) {
    const word = pass >> 1;
    const shift = (pass & 1) * 16;
    counts.fill(0);
    for (let k = 0; k < length; k++) counts[(bits[2 * from[k]! + word]! >>> shift) & 65535]!++;
    if (length > 0 && counts[(bits[2 * from[0]! + word]! >>> shift) & 65535] === length) continue;
    for (let value = 0, total = 0; value < 65536; value++) {
      const own = counts[value]!;
      counts[value] = total;
      total += own;
    }
    for (let k = 0; k < length; k++) to[counts[(bits[2 * from[k]! + word]! >>> shift) & 65535]!++] = from[k]!;
    [from, to] = [to, from === places ? new Int32Array(length) : from];
  }
  return from;
}
