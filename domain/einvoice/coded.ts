import type { XmlPlace } from './xml.ts';

/** A value of a code list as it stands in a document, and the rule that holds it to the list. */
export interface CodedValue {
  /** Such as BR-CL-04. */
  rule: string;
  code: string;
  path: string;
  place: XmlPlace | null;
}
