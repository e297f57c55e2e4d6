import { multiply, parseAmount, type Amount } from '../../money/amount.ts';
import type { NamedTax } from '../model-lines.ts';

/** Percent of a rate as e-fapiao write it: 0.06, 6% or 6％; null for a word, a blank or ***. */
export function percentOfRate(rate: string | null): Amount | null {
  const text = (rate ?? '').trim();
  const percent = /^([0-9.]{1,8})[%％]$/u.exec(text);
  const parsed = /^[0-9.]{1,8}$/.test(text) || percent ? parseAmount(percent?.[1] ?? text) : null;
  if (!parsed?.ok || parsed.value === null) return null;
  return percent ? parsed.value : multiply(parsed.value, '100');
}

/** Category (UNCL 5305) and percent of a rate; words that are not known have none. */
export function taxOfRate(rate: string | null): NamedTax | undefined {
  const percent = percentOfRate(rate);
  if (percent !== null) return { category: percent === '0' ? 'Z' : 'S', rate: percent };
  if (rate === null) return undefined;
  if (rate.includes('不征税')) return { category: 'O' };
  if (rate.includes('免税')) return { category: 'E' };
  return rate.includes('零税率') ? { category: 'Z' } : undefined;
}
