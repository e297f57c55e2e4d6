import { describe, expect, it } from 'vitest';
import { CERTIFICATE_KINDS, MAX_ATTACHMENT_BYTES } from './kinds.ts';
import { sniff } from './sniff.ts';
import { judgeZip, type ZipEntry } from './zip.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));
const PDF = '%PDF-1.7\n…\n%%EOF\n';
const PNG = '\x89PNG\r\n\x1a\n\0\0\0\rIHDR....IEND\xaeB`\x82';
const JPEG = '\xff\xd8\xff\xe0\0\x10JFIF....\xff\xd9';
const GIF = 'GIF89a\x01\0\x01\0\0\0\0....;';
const END = `PK\x05\x06${'\0'.repeat(18)}`;
const judge = (name: string, content: string) => sniff(name, bytes(content), CERTIFICATE_KINDS);

describe('a file by its content', () => {
  it.each([
    ['a.pdf', PDF, 'pdf'],
    ['A.PDF', PDF, 'pdf'],
    ['a.pdf', `\xef\xbb\xbf\n${PDF}`, 'pdf'],
    ['a.pdf', ' '.repeat(1000) + PDF, 'pdf'],
    // The bytes of an archive inside a PDF are not the end of one.
    ['a.pdf', `%PDF-1.7 ${END}\n%%EOF\n`, 'pdf'],
    ['a.png', PNG, 'png'],
    ['a.jpg', JPEG, 'jpeg'],
    ['a.jpeg', JPEG, 'jpeg'],
    ['a.gif', GIF, 'gif'],
    ['a.gif', GIF.replace('89a', '87a'), 'gif'],
    ['a.zip', 'PK\x05\x06' + '\0'.repeat(18), 'zip'],
  ])('%s is read as it is (%#)', (name, content, kind) => expect(judge(name, content)).toEqual({ ok: true, value: kind }));

  it.each([
    ['a program named .pdf', 'cert.pdf', `MZ\x90\0${PDF}`, 'attachment.kind', 'is not a PDF: by its content it is a Windows program'],
    ['a Linux program named .png', 'cert.png', '\x7fELF\x02', 'attachment.kind', 'a Linux program'],
    ['a script', 'cert.pdf', `#!/bin/sh\n${PDF}`, 'attachment.kind', 'a script'],
    ['a web page', 'cert.pdf', '<html>', 'attachment.kind', 'a web page'],
    ['plain text', 'cert.pdf', 'hello', 'attachment.kind', 'something else'],
    ['a header after the first 1,024 bytes', 'cert.pdf', ' '.repeat(1024) + PDF, 'attachment.kind', 'something else'],
    ['a film', 'cert.jpg', '\0\0\0\x18ftypheic', 'attachment.kind', 'HEIC'],
    ['a picture named .pdf', 'cert.pdf', JPEG, 'attachment.name', 'is a JPEG picture by its content'],
    ['a PDF without a name for it', 'cert', PDF, 'attachment.name', 'is a PDF by its content'],
    ['an office document', 'cert.docx', 'PK\x03\x04...PK\x05\x06', 'attachment.name', 'zip archive by its content'],
    ['an unknown name and content', 'cert.docx', 'hello', 'attachment.kind', 'not a document that can be attached'],
    ['a cut-off PDF', 'cert.pdf', '%PDF-1.7 endobj', 'attachment.cut-off', 'ends too early'],
    ['a cut-off PNG', 'cert.png', PNG.slice(0, 20), 'attachment.cut-off', 'ends too early'],
    ['a cut-off JPEG', 'cert.jpg', JPEG.slice(0, -2), 'attachment.cut-off', 'ends too early'],
    ['a cut-off GIF', 'cert.gif', GIF.slice(0, -1), 'attachment.cut-off', 'ends too early'],
    ['a cut-off zip', 'cert.zip', 'PK\x03\x04....', 'attachment.cut-off', 'ends too early'],
    [
      'a PDF that begins as a web page',
      'cert.pdf',
      ` <html><script>1</script>${PDF}`,
      'attachment.two-kinds',
      'is a PDF and a web page at once',
    ],
    ['a PDF that ends as an archive', 'cert.pdf', `${PDF}${END}`, 'attachment.two-kinds', 'is a PDF and a zip archive at once'],
    ['a picture that ends as an archive', 'cert.jpg', `${JPEG}PK\x03\x04${END}`, 'attachment.two-kinds', 'is a JPEG picture and a zip'],
    ['an archive with a comment behind', 'cert.png', `${PNG}${END.slice(0, 20)}\x03\0abc`, 'attachment.two-kinds', 'PNG picture and a zip'],
    ['an empty file', 'cert.pdf', '', 'attachment.empty', 'is empty'],
  ])('refuses %s', (_what, name, content, code, words) => {
    const result = judge(name, content);
    expect(result).toMatchObject({ ok: false, error: { code } });
    if (result.ok) return;
    expect(result.error.message).toContain(words);
    expect(result.error.details).toMatchObject({ file: name });
    expect(result.error.details?.remedy).toMatch(/\.$/);
  });

  it('takes exactly 10 MB and not a byte more', () => {
    const full = new Uint8Array(MAX_ATTACHMENT_BYTES);
    full.set(bytes('%PDF-1.7'));
    full.set(bytes('%%EOF'), MAX_ATTACHMENT_BYTES - 5);
    expect(MAX_ATTACHMENT_BYTES).toBe(10_485_760);
    expect(sniff('a.pdf', full, CERTIFICATE_KINDS).ok).toBe(true);
    const over = new Uint8Array(MAX_ATTACHMENT_BYTES + 1);
    over.set(full);
    expect(sniff('a.pdf', over, CERTIFICATE_KINDS)).toMatchObject({ ok: false, error: { code: 'attachment.too-large' } });
  });
});

describe('a zip by its directory', () => {
  const entry = (change: Partial<ZipEntry> = {}): ZipEntry => ({
    name: 'a.pdf',
    encrypted: false,
    compressed: 900,
    inflated: 1000,
    ...change,
  });
  it('takes an ordinary one, folders and small empty forms included', () =>
    expect(
      judgeZip('a.zip', [
        entry(),
        entry({ name: 'folder/b..c.png' }),
        entry({ name: 'app.exe/' }),
        entry({ compressed: 10, inflated: 1_048_576 }),
      ]),
    ).toEqual({
      ok: true,
      value: true,
    }));
  it.each([
    [[], 'attachment.zip-empty'],
    [[entry({ name: '../a.pdf' })], 'attachment.zip-path'],
    [[entry({ name: 'a/../../b' })], 'attachment.zip-path'],
    [[entry({ name: '/etc/x' })], 'attachment.zip-path'],
    [[entry({ name: 'C:\\x' })], 'attachment.zip-path'],
    [[entry({ name: '..\\x' })], 'attachment.zip-path'],
    [[entry({ encrypted: true })], 'attachment.zip-encrypted'],
    [[entry(), entry({ name: 'certificate.pdf.exe' })], 'attachment.zip-program'],
    [[entry({ name: 'folder/Setup.EXE' })], 'attachment.zip-program'],
    [[entry({ name: 'paper.pdf.scr . ' })], 'attachment.zip-program'],
    [[entry({ name: 'see.lnk' })], 'attachment.zip-program'],
    [[entry({ name: 'macro.js' })], 'attachment.zip-program'],
    [[entry({ name: 'inner.zip' })], 'attachment.zip-nested'],
    [[entry({ name: 'a/b/inner.tar.gz' })], 'attachment.zip-nested'],
    [[entry({ compressed: 1000, inflated: 200 * 1024 * 1024 })], 'attachment.zip-bomb'],
    [
      [entry({ compressed: 110_000_000, inflated: 110_000_000 }), entry({ compressed: 110_000_000, inflated: 110_000_000 })],
      'attachment.zip-size',
    ],
    [Array.from({ length: 2001 }, () => entry()), 'attachment.zip-entries'],
  ])('refuses (%#) %s', (entries, code) => expect(judgeZip('a.zip', entries)).toMatchObject({ ok: false, error: { code } }));
  it('takes 2,000 files', () =>
    expect(
      judgeZip(
        'a.zip',
        Array.from({ length: 2000 }, () => entry()),
      ).ok,
    ).toBe(true));
  it('counts the ratio exactly', () => {
    expect(judgeZip('a.zip', [entry({ compressed: 10_000, inflated: 2_000_000 })]).ok).toBe(true);
    expect(judgeZip('a.zip', [entry({ compressed: 9_999, inflated: 2_000_000 })]).ok).toBe(false);
  });
});
