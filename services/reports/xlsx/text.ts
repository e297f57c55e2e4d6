/** Most UTF-16 units that a spreadsheet cell holds. */
export const CELL_LIMIT = 32_767;

/** What XML 1.0 cannot carry, DEL and the C1 controls beside it; tab and line feed stay. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;
const NEEDS_CARE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ud800-\udfff\ufffe\uffff]/;

/** A text as a cell can hold it: line breaks as line feeds, no controls, well-formed, at most 32,767 units. */
export function cellText(text: string): { text: string; cut: boolean } {
  let clean = text;
  if (NEEDS_CARE.test(clean)) clean = clean.replace(/\r\n?/g, '\n').replace(FORBIDDEN, '').toWellFormed();
  if (clean.length <= CELL_LIMIT) return { text: clean, cut: false };
  // Never between the halves of a surrogate pair.
  const end = isHigh(clean.charCodeAt(CELL_LIMIT - 2)) ? CELL_LIMIT - 2 : CELL_LIMIT - 1;
  return { text: `${clean.slice(0, end)}…`, cut: true };
}

const isHigh = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;

/** A literal _x0041_ would be read as an escape; ECMA-376 22.9.2.19 writes its underscore as one. */
const ESCAPE_LIKE = /_(?=x[0-9a-fA-F]{4}_)/g;
const SPECIAL = /[&<>]/g;
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Cell text as content of a <t> element. */
export const xmlText = (text: string): string => text.replace(ESCAPE_LIKE, '_x005F_').replace(SPECIAL, (c) => ENTITIES[c] ?? c);

/** White space that a reader may trim without being told not to. */
const EDGES = /^\s|\s$|\n|\t| {2}/;

/** The <t> element of a text that cellText gave. */
export const tElement = (text: string): string => `<t${EDGES.test(text) ? ' xml:space="preserve"' : ''}>${xmlText(text)}</t>`;
