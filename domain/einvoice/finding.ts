import type { Bilingual, Said } from '../words/said.ts';
import type { CodedValue } from './coded.ts';
import type { EInvoice } from './model.ts';
import type { XmlPlace } from './xml.ts';

/** `fatal`: the document is not valid. `warning`: it is, and the rule advises against it. */
export type Severity = 'fatal' | 'warning';

/** What a rule looks at. */
export interface Subject {
  invoice: EInvoice;
  /** Every coded value that stands in the document, also where the model has no room for it. */
  codes: readonly CodedValue[];
  /** Null: made from a record, in no syntax yet. A few rules differ by syntax. */
  syntax: 'ubl' | 'cii' | null;
}

/** Where a rule is broken: way in the model such as `lines[2].price`, '' for the document; what was found, in a sentence. */
export interface Breach {
  path: string;
  detail?: Said;
  place?: XmlPlace;
}

/** A rule of EN 16931 or of one of its specifications, as data with its check. */
export interface Rule {
  /** As published, such as BR-CO-10. */
  id: string;
  severity: Severity;
  /** What it asks for, in own words. */
  says: Bilingual;
  /** Business terms that it speaks of. */
  terms: readonly string[];
  check(subject: Subject): Iterable<Breach>;
}

/** A rule that a document breaks, at one place. */
export interface Finding {
  rule: string;
  severity: Severity;
  says: Bilingual;
  terms: readonly string[];
  path: string;
  /** The path in words. */
  where: Bilingual;
  detail: Said | null;
  /** Line and column in the file that was read. */
  place: XmlPlace | null;
}
