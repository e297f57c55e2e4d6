import { refuse } from '../../../../domain/result.ts';
import { say } from '../../../../domain/words/said.ts';

const ROOT = /<(?:[\w.-]{1,20}:)?(?:Invoice|CreditNote|CrossIndustryInvoice|CrossIndustryDocument|EInvoice|eInvoice)[\s>]/;

/** Tells where an electronic invoice belongs that was given as a bill; `head` is the beginning of a file. */
export function refuseEInvoice(head: Buffer, name: string): void {
  const text = head.toString('latin1').replaceAll('\0', '');
  if (/^(?:ï»¿|ÿþ|þÿ)?\s*</.test(text) && ROOT.test(text)) refuseAsInvoice(name);
}

export function refuseAsInvoice(name: string): never {
  refuse('import.einvoice', say`“${{ name }}” is an electronic invoice, not a bill.`, {
    file: name,
    remedy: 'Import it under Invoices, Electronic.',
  });
}
