/** What a text file is by its first characters; null where only its columns can tell. */
export function formatOfText(text: string): 'xml' | 'ofx' | 'mt940' | null {
  const head = text.slice(0, 8000).replace(/^\uFEFF/, '');
  if (/<OFX>/i.test(head) || /^\s*OFXHEADER:/i.test(head) || /<\?OFX\s/i.test(head)) return 'ofx';
  if (/^\s*</.test(head)) return 'xml';
  // Two fields that only such messages have, one behind the other.
  return /^(?:\{[^\r\n]*)?:20:/m.test(head) && /^:25P?:/m.test(head) ? 'mt940' : null;
}
