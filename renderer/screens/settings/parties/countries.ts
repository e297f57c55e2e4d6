/** Codes that name no country: unions, territories of convenience, and what is kept for tests. */
const NO_COUNTRY = new Set(['AC', 'CP', 'CQ', 'DG', 'EA', 'EU', 'EZ', 'IC', 'QO', 'TA', 'UN', 'XA', 'XB', 'ZZ']);
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** Every country by its ISO 3166-1 code, named and ordered in the language of the interface. */
export function countries(language: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  return LETTERS.flatMap((one) => LETTERS.map((other) => one + other))
    .flatMap((code) => {
      const name = names.of(code);
      // A code that was replaced becomes the one that replaced it.
      const present = new Intl.Locale(`und-${code}`).region === code;
      return name && present && !NO_COUNTRY.has(code) ? [{ value: code, label: `${name} (${code})` }] : [];
    })
    .toSorted((a, b) => a.label.localeCompare(b.label, language));
}
