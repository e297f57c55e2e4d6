import { compare, subtract, sum, type Amount } from '../../money/amount.ts';

// Amounts are canonical text, so nothing, sign and equality can be read off it: thousands of invoices are judged at once.

export const none = (a: Amount): boolean => a === '0';
export const positive = (a: Amount): boolean => a !== '0' && !a.startsWith('-');
export const atLeast = (a: Amount, b: Amount): boolean => a === b || (b === '0' ? !a.startsWith('-') : compare(a, b) >= 0);
export const less = (a: Amount, b: Amount): Amount => (a === b ? '0' : b === '0' ? a : subtract(a, b));
export const added = (amounts: readonly Amount[]): Amount =>
  amounts.length === 0 ? '0' : amounts.length === 1 ? amounts[0]! : sum(amounts);
