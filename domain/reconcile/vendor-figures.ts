import { equal, parseAmount, multiply, type Amount } from '../money/amount.ts';

/**
 * A vendor's own figures as amounts in the currency's main unit. An interface that counts in the smallest unit is known by
 * its total: a hundred times the invoice's. Figures that are no amounts, or missing, are left out.
 */
export function vendorFigures(figures: Readonly<Record<string, string | null>>, total: Amount): Record<string, Amount> {
  const read = (text: string | null | undefined): Amount | null => {
    const parsed = parseAmount(text ?? '');
    return parsed.ok ? parsed.value : null;
  };
  const stated = read(figures['total']);
  const inCents = stated !== null && !equal(stated, total) && equal(stated, multiply(total, '100'));
  const amounts: Record<string, Amount> = {};
  for (const [name, text] of Object.entries(figures)) {
    const value = read(text);
    if (value !== null) amounts[name] = inCents ? multiply(value, '0.01') : value;
  }
  return amounts;
}
