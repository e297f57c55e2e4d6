import { readExact } from '../../../../domain/formats/profiles/kit/exact.ts';
import type { Kind } from './kinds.ts';

/** Decimal text of an unscaled integer: 12345 with scale 2 is 123.45; trailing zeros stay, for they were stored. */
export function decimalText(unscaled: bigint, scale: number): string {
  if (scale === 0) return unscaled.toString();
  const negative = unscaled < 0n;
  const digits = (negative ? -unscaled : unscaled).toString().padStart(scale + 1, '0');
  return `${negative ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** Big-endian two's complement, of any length; nothing is 0. */
export function bigEndian(bytes: Uint8Array): bigint {
  if (bytes.length === 0) return 0n;
  return BigInt.asIntN(bytes.length * 8, BigInt(`0x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex')}`));
}

/** The shortest decimal that denotes exactly this binary number, written without an exponent. */
export function floatText(value: number, single: boolean): string {
  if (!Number.isFinite(value)) return String(value);
  let text = String(value);
  if (single) {
    // 0.1 in 32 bits is 0.10000000149011612 in 64: look for the fewest digits that round to the same 32 bits.
    for (let digits = 1; digits <= 9; digits++) {
      text = value.toPrecision(digits);
      if (Math.fround(Number(text)) === value) break;
    }
  }
  return readExact(text)?.text ?? text;
}

const DAY_MS = 86_400_000;

/** `2024-12-31T16:00:00.123456Z`; only as many digits after the second as the value has, in threes. */
export function timestampText(ticks: bigint, perSecond: bigint, zone: boolean): string {
  const seconds = ticks / perSecond - (ticks % perSecond < 0n ? 1n : 0n);
  const date = new Date(Number(seconds) * 1000);
  if (Number.isNaN(date.getTime())) return ticks.toString();
  return `${date.toISOString().slice(0, -5)}${fraction(ticks - seconds * perSecond, perSecond)}${zone ? 'Z' : ''}`;
}

function fraction(ticks: bigint, perSecond: bigint): string {
  if (ticks === 0n) return '';
  let digits = ticks.toString().padStart(perSecond.toString().length - 1, '0');
  while (digits.endsWith('000')) digits = digits.slice(0, -3);
  return `.${digits}`;
}

const dateOf = (days: number): string => {
  const date = new Date(days * DAY_MS);
  return Number.isNaN(date.getTime()) ? String(days) : date.toISOString().slice(0, 10);
};

const timeOf = (ticks: bigint, perSecond: bigint): string => {
  const seconds = Number(ticks / perSecond);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}${fraction(ticks % perSecond, perSecond)}`;
};

const hex = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex');

/** Text of one value as it stands in the file, exact; null for null. `raw` is what a bare leaf gives. */
export function valueText(raw: unknown, kind: Kind): string | null {
  if (raw === undefined || raw === null) return null;
  switch (kind.is) {
    case 'decimal':
      return decimalText(raw instanceof Uint8Array ? bigEndian(raw) : BigInt(raw as number | bigint), kind.scale);
    case 'integer':
      return (kind.signed ? BigInt(raw as number | bigint) : BigInt.asUintN(kind.bits, BigInt(raw as number | bigint))).toString();
    case 'timestamp':
      return timestampText(BigInt(raw as bigint), kind.ticks, kind.zone);
    case 'time':
      return timeOf(BigInt(raw as number | bigint), kind.ticks);
    case 'date':
      return dateOf(Number(raw));
    case 'int96':
      // The parser that the reader sets hands the nanoseconds over as they are; the zone is not stored.
      return timestampText(raw as bigint, 1_000_000_000n, true);
    case 'double':
      return floatText(raw as number, false);
    case 'float':
      return floatText(raw as number, true);
    case 'half':
      return floatText(raw instanceof Uint8Array ? halfOf(raw) : (raw as number), true);
    case 'boolean':
      return raw === true ? 'true' : 'false';
    case 'uuid': {
      const h = raw instanceof Uint8Array ? hex(raw) : String(raw);
      return h.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    }
    case 'text':
      return String(raw);
    case 'binary':
      return raw instanceof Uint8Array ? `0x${hex(raw)}` : String(raw);
    default:
      return typeof raw === 'object' ? JSON.stringify(raw, (_key, v: unknown) => (typeof v === 'bigint' ? v.toString() : v)) : String(raw);
  }
}

/** A 16-bit float, little-endian. */
function halfOf(bytes: Uint8Array): number {
  const bits = (bytes[1]! << 8) | bytes[0]!;
  const [exponent, mantissa, sign] = [(bits >> 10) & 31, bits & 1023, bits >> 15 ? -1 : 1];
  if (exponent === 31) return mantissa ? NaN : sign * Infinity;
  return sign * (exponent === 0 ? 2 ** -14 * (mantissa / 1024) : 2 ** (exponent - 15) * (1 + mantissa / 1024));
}
