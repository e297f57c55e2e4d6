/**
 * What a spreadsheet would run: text whose first visible character starts a formula (= + - @, also full-width), a
 * pipe or percent sign, or a control character. Leading apostrophes count, so that undoing is exact.
 * Source: OWASP “CSV Injection”, and full-width and pipe forms beside it.
 */
const DANGEROUS = /^'*[\s\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠|%\u0000-\u001f\u007f-\u009f]/u;
const BREAK = /(\r\n|\r|\n)/;

const guardOne = (text: string): string => (DANGEROUS.test(text) ? `'${text}` : text);
const unguardOne = (text: string): string => (text.startsWith("'") && DANGEROUS.test(text.slice(1)) ? text.slice(1) : text);

/** Later lines of a cell are guarded each: a reader that splits at line breaks sees a cell there. */
function laterLines(text: string, change: (line: string) => string): string {
  if (!BREAK.test(text)) return text;
  return text
    .split(BREAK)
    .map((piece, i) => (i === 0 || i % 2 === 1 ? piece : change(piece)))
    .join('');
}

/** Text for a CSV cell that no spreadsheet takes for a formula. Never hand it a number: a refund is -5. */
export const guardText = (text: string): string => guardOne(laterLines(text, guardOne));

/** The text that guardText was given; for reading our own files back. */
export const unguardText = (text: string): string => {
  const whole = unguardOne(text);
  return laterLines(whole, unguardOne);
};
