import { equal } from '../../money/amount.ts';
import { plainDecimal } from '../received/amounts.ts';
import type { Finding } from '../finding.ts';
import type { ReadInvoice } from '../read.ts';
import { checkRead } from '../rules/check.ts';

/**
 * Every rule that a Cross Industry Invoice breaks. Its binding to EN 16931 lets the total VAT be left out where there is none: then
 * the total with VAT is the one without, and BR-CO-15 holds.
 */
export function checkCii(read: ReadInvoice): Finding[] {
  const { tax, net, gross } = read.invoice.totals ?? {};
  const [a, b] = [plainDecimal(net), plainDecimal(gross)];
  const untaxed = tax === undefined && a !== null && b !== null && equal(a, b);
  return checkRead(read).filter((finding) => !(untaxed && finding.rule === 'BR-CO-15'));
}
