/** First digits of the scripts in which our countries write numbers: Arabic, Persian, Devanagari, Bengali, Thai, Khmer. */
const ZEROS = [0x06_60, 0x06_f0, 0x09_66, 0x09_e6, 0x0e_50, 0x17_e0];
/** Spaces, points, dashes, slashes and quotes between the parts of a number, marks, and signs that nobody sees. */
const BETWEEN = /[\s.,:;·'’‘"/\\_\p{Pd}\u2212\p{Cf}\p{M}]/gu;

/**
 * A number as machines compare it: full-width and local digits and letters as plain capitals, separators left out.
 * Raised, circled and fraction digits stay what they are. Idempotent; the typed form is kept beside it for print.
 */
export function normaliseTaxId(typed: string): string {
  let plain = '';
  for (const character of typed) plain += /\p{No}/u.test(character) ? character : character.normalize('NFKC');
  let digits = '';
  for (const character of plain) digits += localDigit(character);
  return digits.replace(BETWEEN, '').replace(/[a-zñ]/g, (letter) => letter.toUpperCase());
}

function localDigit(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const zero = ZEROS.find((z) => code >= z && code < z + 10);
  return zero === undefined ? character : String(code - zero);
}
