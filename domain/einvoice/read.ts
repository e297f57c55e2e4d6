import type { CodedValue } from './coded.ts';
import type { Finding } from './finding.ts';
import type { EInvoice } from './model.ts';
import type { XmlPlace } from './xml.ts';

/** An electronic invoice as it was read. */
export interface ReadInvoice {
  syntax: 'ubl' | 'cii';
  invoice: EInvoice;
  /** Every coded value of the file. */
  codes: CodedValue[];
  /** What the reader itself has to tell: broken rules of the syntax, and what has no place in the model. */
  findings: Finding[];
  /** Where the parts of the model stand in the file, by their way in the model. */
  places: Record<string, XmlPlace>;
}
