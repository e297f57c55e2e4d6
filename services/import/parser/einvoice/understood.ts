import { isCii } from '../../../../domain/einvoice/cii/model.ts';
import { readCii } from '../../../../domain/einvoice/cii/read.ts';
import { checkFapiao } from '../../../../domain/einvoice/fapiao/checks.ts';
import type { Fapiao } from '../../../../domain/einvoice/fapiao/fapiao.ts';
import { fapiaoModel } from '../../../../domain/einvoice/fapiao/model.ts';
import { isCodedFapiao, readCodedFapiao } from '../../../../domain/einvoice/fapiao/read-coded.ts';
import { isDigitalFapiao, readDigitalFapiao } from '../../../../domain/einvoice/fapiao/read-digital.ts';
import type { EInvoice } from '../../../../domain/einvoice/model.ts';
import type { ReadInvoice } from '../../../../domain/einvoice/read.ts';
import { checkRead } from '../../../../domain/einvoice/rules/check.ts';
import { checkCii } from '../../../../domain/einvoice/cii/rules.ts';
import { isUbl, readUbl } from '../../../../domain/einvoice/ubl/read.ts';
import type { XmlElement } from '../../../../domain/einvoice/xml.ts';
import type { EInvoiceRead, Syntax } from './message.ts';

/** What a tree says, in the terms of the model, with what the rules say of it. */
export type Understood = Pick<EInvoiceRead, 'syntax' | 'invoice' | 'fapiao' | 'findings'>;

/** The invoice that begins with this root; null where it is another kind of document. */
export function understood(root: XmlElement): Understood | null {
  if (isDigitalFapiao(root)) return understoodFapiao(readDigitalFapiao(root));
  if (isCodedFapiao(root)) return understoodFapiao(readCodedFapiao(root));
  if (isCii(root)) return checked(root.name === 'CrossIndustryInvoice' ? 'cii' : 'zugferd-1', readCii(root));
  if (isUbl(root)) return checked('ubl', readUbl(root));
  return null;
}

export const understoodFapiao = (fapiao: Fapiao): Understood => ({
  syntax: fapiao.form === 'digital' ? 'fapiao' : 'fapiao-coded',
  invoice: fapiaoModel(fapiao),
  fapiao,
  findings: checkFapiao(fapiao),
});

const checked = (syntax: Syntax, read: ReadInvoice): Understood => ({
  syntax,
  invoice: light(read.invoice),
  fapiao: null,
  findings: read.syntax === 'cii' ? checkCii(read) : checkRead(read),
});

/** Attached documents stay in the file: their bytes are nothing to the register. */
const light = (invoice: EInvoice): EInvoice =>
  invoice.attachments === undefined
    ? invoice
    : {
        ...invoice,
        attachments: invoice.attachments.map((a) => (a.content ? { ...a, content: { ...a.content, base64: '' } } : a)),
      };
