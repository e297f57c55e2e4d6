/** A time after a day or an ISO `T`; the zone and fractions of a second tell no two rows of a bill apart. */
const TIME = /[ T](\d{1,2}):(\d{2})(?::(\d{2}))?/;

/** Seconds since midnight as the cell prints it; 0 where it names no time. For telling rows apart, not for reckoning. */
export function timeOfDay(text: string): number {
  const match = TIME.exec(text.slice(0, 40));
  return match ? Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3] ?? 0) : 0;
}

/** The same from the bytes of a cell that begins with `2023-09-09 22:59:00` or the like; -1 where it is written otherwise. */
export function timeOfBytes(bytes: Uint8Array, from: number, to: number): number {
  const at = from + 10;
  if (to <= at) return 0;
  if (to < at + 9 || bytes[at + 3] !== COLON || bytes[at + 6] !== COLON) return -1;
  let seconds = 0;
  for (const place of PLACES) {
    const tens = bytes[at + place]! - ZERO;
    const ones = bytes[at + place + 1]! - ZERO;
    if (tens < 0 || tens > 9 || ones < 0 || ones > 9) return -1;
    seconds = seconds * 60 + tens * 10 + ones;
  }
  return seconds;
}
const COLON = 58;
const ZERO = 48;
const PLACES = [1, 4, 7];
