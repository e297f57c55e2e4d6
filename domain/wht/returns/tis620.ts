/**
 * The text in TIS-620, one byte a character: ASCII, and Thai from U+0E01 at 0xA1 (U+0E3B–U+0E3E are free). Answers the first
 * character that the code has no place for instead. Source: TIS 620-2533 as Unicode's mapping table of ISO 8859-11 repeats it.
 */
export function tis620(text: string): { bytes: Uint8Array } | { misfit: string } {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code < 0x80) bytes.push(code);
    else if (code >= 0x0e01 && code <= 0x0e5b && !(code >= 0x0e3b && code <= 0x0e3e)) bytes.push(code - 0x0e01 + 0xa1);
    else return { misfit: character };
  }
  return { bytes: Uint8Array.from(bytes) };
}
