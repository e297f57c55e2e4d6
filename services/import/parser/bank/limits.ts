import type { XmlLimits } from '../../../einvoice/xml-tree.ts';
import { MAX_TABLE } from '../table/limits.ts';

/** Bytes of a statement file: it is kept in the book as an attachment is. */
export const MAX_STATEMENT = MAX_TABLE;
/** Lines of all statements of one file. */
export const MOST_LINES = 20_000;
export const STATEMENT_XML: XmlLimits = { bytes: MAX_STATEMENT, depth: 40, elements: 1_000_000, attributes: 32, text: 20_000 };
