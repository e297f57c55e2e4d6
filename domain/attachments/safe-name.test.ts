import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NameGiver, safeName } from './safe-name.ts';

describe('a name for every system', () => {
  it.each([
    ['certificate.pdf', 'certificate.pdf'],
    ['../../etc/passwd', '_.._etc_passwd'],
    ['..\\..\\boot.ini', '_.._boot.ini'],
    ['/abs.pdf', '_abs.pdf'],
    ['C:\\x.pdf', 'C__x.pdf'],
    ['aux.pdf', '_aux.pdf'],
    ['COM1', '_COM1'],
    ['lpt9.tar.gz', '_lpt9.tar.gz'],
    ['nul .pdf', '_nul .pdf'],
    ['con', '_con'],
    ['console.pdf', 'console.pdf'],
    ['trailing. . ', 'trailing'],
    ['.hidden', 'hidden'],
    ['...', 'file'],
    ['', 'file'],
    ['a\u0000b\nc.pdf', 'a_b_c.pdf'],
    ['a<b>|?*":.pdf', 'a_b______.pdf'],
    // A direction mark would let “fdp.exe” look like “exe.pdf”.
    ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
    ['代扣凭证 2024.pdf', '代扣凭证 2024.pdf'],
    ['หนังสือรับรอง.pdf', 'หนังสือรับรอง.pdf'],
    ['e\u0301.pdf', '\u00e9.pdf'],
    [`${'x'.repeat(200)}.pdf`, `${'x'.repeat(96)}.pdf`],
    [`${'x'.repeat(95)}😀😀.pdf`, `${'x'.repeat(95)}.pdf`],
  ])('%j → %j', (text, name) => expect(safeName(text)).toBe(name));

  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 150 }),
    fc.string({ unit: fc.constantFrom('.', ' ', '/', '\\', ':', 'C', 'o', 'N', 'a', '\u202e', '界', '\ud800', '1', '\0'), maxLength: 12 }),
  );
  it('is never anything but a plain name, and the same when made safe again', () =>
    fc.assert(
      fc.property(anything, (text) => {
        const name = safeName(text);
        expect(name).not.toMatch(/[/\\:*?"<>|\p{Cc}\p{Cf}]/u);
        expect(name).not.toMatch(/^[. ]|[. ]$/);
        expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d) *(\.|$)/i);
        expect(name.length).toBeGreaterThan(0);
        expect(name.length).toBeLessThanOrEqual(101);
        expect(name.isWellFormed()).toBe(true);
        expect(name.normalize('NFC')).toBe(name);
        expect(safeName(name)).toBe(name);
      }),
    ));
  it('gives each name once, whatever the case', () =>
    fc.assert(
      fc.property(
        fc.array(fc.oneof(anything, fc.constantFrom('a.pdf', 'A.PDF', 'a (2).pdf', 'é', 'e\u0301')), { maxLength: 30 }),
        (texts) => {
          const giver = new NameGiver(['index.xlsx']);
          const given = texts.map((text) => giver.give(text));
          const seen = new Set([...given, 'index.xlsx'].map((name) => name.toLowerCase()));
          expect(seen.size).toBe(texts.length + 1);
          for (const name of given) expect(name).not.toMatch(/[/\\]/);
        },
      ),
    ));
  it('counts on in the name', () => {
    const giver = new NameGiver();
    expect(['a.pdf', 'A.pdf', 'a (2).pdf', 'a.pdf'].map((name) => giver.give(name))).toEqual([
      'a.pdf',
      'A (2).pdf',
      'a (2) (2).pdf',
      'a (3).pdf',
    ]);
  });
});
