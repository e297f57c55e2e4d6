import type { Finding } from '../finding.ts';
import type { EInvoice } from '../model.ts';

/**
 * What a finding means for the register. `amounts`: the figures contradict each other; recorded only when a person says so.
 * `invalid`: not what the standard asks for, but the figures stand. `gap`: its profile never carries this. `advice`: a warning.
 */
export type Weight = 'amounts' | 'invalid' | 'gap' | 'advice';

/** Sums of the document, by the rules that hold them together. */
const AMOUNTS = new Set(['BR-CO-10', 'BR-CO-11', 'BR-CO-12', 'BR-CO-13', 'BR-CO-14', 'BR-CO-15', 'BR-CO-16', 'BR-CO-17', 'FP-08', 'FP-09', 'FP-10', 'FP-12', 'FP-14']); // prettier-ignore
/** What only lines and prepaid amounts could bear out, which the smaller profiles do not carry. */
const NEEDS_MORE = new Set(['BR-CO-10', 'BR-CO-16']);

/** Profiles that carry less than EN 16931 asks for: Factur-X MINIMUM and BASIC WL, and ZUGFeRD 1.0, which is older than it. */
export function isIncomplete(syntax: string, { specification = '' }: EInvoice): boolean {
  return syntax === 'zugferd-1' || /:(?:minimum|basicwl)$/i.test(specification);
}

export function weigh(finding: Finding, syntax: string, invoice: EInvoice): Weight {
  if (finding.severity === 'warning') return 'advice';
  const incomplete = isIncomplete(syntax, invoice);
  if (AMOUNTS.has(finding.rule)) return incomplete && NEEDS_MORE.has(finding.rule) && !invoice.lines?.length ? 'gap' : 'amounts';
  return incomplete && /^BR-(?:[0-9]|CO-|[A-Z]{1,2}-)/.test(finding.rule) && !finding.rule.startsWith('BR-CL') ? 'gap' : 'invalid';
}
