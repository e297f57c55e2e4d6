/** An invoice number as it is compared: without case, width, blanks and the signs between its parts. */
export const foldNumber = (number: string): string =>
  number
    .normalize('NFKC')
    .toLocaleUpperCase('en')
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');

/** Words before a number that are no part of it. */
const BEFORE = /^(?:invoice|inv|bill|no|nr|number|ref|reference|faktur|发票|发票号|号)[.:#\s]*$/iu;
const MOST = 50;

/** The numbers in a cell of references, each as it stands: separated by commas, semicolons, line ends, “and”, “+” or a slash between blanks. */
export function invoiceNumbers(reference: string | null): string[] {
  if (reference === null) return [];
  const found = new Set<string>();
  for (const part of reference.split(/[,;|\n\r\t、，；]|\s[/&+]\s|\s(?:and|dan|และ|和)\s/iu).slice(0, MOST)) {
    const number = part.trim();
    if (foldNumber(number).length >= 2 && !BEFORE.test(number)) found.add(number.slice(0, 100));
  }
  return [...found];
}

/** Whether a text names the number as a whole, with nothing of a word or figure on either side: `Inv. SG-1204 of May` names SG-1204. */
export function names(text: string, number: string): boolean {
  const wanted = foldNumber(number);
  // A short number is found everywhere by accident.
  if (wanted.length < 5) return false;
  const words = text
    .normalize('NFKC')
    .toLocaleUpperCase('en')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((w) => w !== '');
  for (let from = 0; from < words.length; from++) {
    let joined = '';
    for (let to = from; to < words.length && joined.length < wanted.length; to++) {
      joined += words[to];
      if (joined === wanted) return true;
    }
  }
  return false;
}
