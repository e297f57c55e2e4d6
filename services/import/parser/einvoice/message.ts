import type { Fapiao } from '../../../../domain/einvoice/fapiao/fapiao.ts';
import type { Finding } from '../../../../domain/einvoice/finding.ts';
import type { EInvoice } from '../../../../domain/einvoice/model.ts';

/** To the parser process: one file that may be an electronic invoice. */
export interface EInvoiceRequest {
  type: 'einvoice';
  path: string;
  name: string;
}

/** UBL 2.1, Cross Industry Invoice, ZUGFeRD 1.0, fully digital e-fapiao, older e-fapiao (code and number). */
export type Syntax = 'ubl' | 'cii' | 'zugferd-1' | 'fapiao' | 'fapiao-coded';
/** The file itself is XML, or carries it. */
export type Carrier = 'xml' | 'pdf' | 'ofd';

/** What the file is and says. Nothing in it is believed: the services check again what they record. */
export interface EInvoiceRead {
  type: 'einvoice-read';
  sha256: string;
  size: number;
  carrier: Carrier;
  /** Name of the XML inside a PDF or OFD file, for showing only. */
  inside: string | null;
  syntax: Syntax;
  /** In a credit note figures are positive. Contents of attachments are left out. */
  invoice: EInvoice;
  /** An e-fapiao in its own terms. */
  fapiao: Fapiao | null;
  /** What the rules of its syntax say of it. */
  findings: Finding[];
}
