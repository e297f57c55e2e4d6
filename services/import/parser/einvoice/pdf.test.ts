import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { receive } from '../../../../domain/einvoice/received/receive.ts';
import { isIncomplete, weigh } from '../../../../domain/einvoice/received/weigh.ts';
import { collection, fixture, pdfWith, readBytes, refusalOf } from '../../../../test/support/einvoice-files.ts';
import { MAX_FILE } from './limits.ts';

const XML = collection('en16931-cii/examples.json.gz')['zugferd-xml/EN16931_Einfach.cii.xml']!;
const read = (name: string) => readBytes(readFileSync(fixture(`facturx/${name}`)), name);

// pdf-lib writes to the console what it skips; the parser process has none.
beforeAll(() => void vi.spyOn(console, 'warn').mockImplementation(() => {}));
afterAll(() => void vi.restoreAllMocks());

// Figures as the pages of the PDFs print them.
describe('an invoice in a PDF', () => {
  it.each([
    ['EN16931_Einfach.pdf', 'factur-x.xml', '471102', '2018-03-05', 'EUR', '473', '56.87', '529.87', 2],
    ['EN16931_Gutschrift.pdf', 'factur-x.xml', '471102', '2018-03-05', 'EUR', '473', '56.87', '529.87', 2],
    ['EN16931_Rabatte.pdf', 'factur-x.xml', '471102', '2018-06-05', 'EUR', '193.77', '21.3', '215.07', 7],
    ['Facture_DOM_MINIMUM.pdf', 'factur-x.xml', 'FA-2017-0009', '2017-11-05', 'EUR', '530.75', '0', '530.75', 0],
    ['Facture_FR_BASICWL.pdf', 'factur-x.xml', 'FA-2017-0010', '2017-11-13', 'EUR', '624.9', '46.25', '671.15', 0],
    ['ZUGFeRD_1p0_BASIC_Einfach.pdf', 'ZUGFeRD-invoice.xml', '471102', '2013-03-05', 'EUR', '198', '37.62', '235.62', 1],
    ['zugferd_2p0_EXTENDED_Fremdwaehrung.pdf', 'zugferd-invoice.xml', '47110815', '2018-10-31', 'GBP', '858.75', '163.16', '1021.91', 3],
  ])('%s is read from %s', async (name, inside, number, date, currency, net, tax, total, lines) => {
    const found = await read(name);
    const received = receive(found.invoice);
    if (!received.ok) throw new Error(received.error.message);
    const { value } = received;
    expect([found.carrier, found.inside, value.kind]).toEqual(['pdf', inside, 'invoice']);
    expect([value.number, value.date, value.currency, value.net, value.tax, value.total, value.lines.length]).toEqual([
      number, date, currency, net, tax, total, lines,
    ]); // prettier-ignore
    // Nothing in them bars the import.
    expect(found.findings.filter((f) => weigh(f, found.syntax, found.invoice) === 'amounts')).toEqual([]);
  });

  it('of a smaller profile has named gaps, and nothing worse', async () => {
    for (const [name, gaps] of [
      ['Facture_DOM_MINIMUM.pdf', ['BR-12', 'BR-16', 'BR-CO-16', 'BR-CO-18', 'BR-CO-25']],
      ['Facture_FR_BASICWL.pdf', ['BR-16', 'BR-CO-10', 'BR-S-01', 'BR-S-08']],
      ['ZUGFeRD_1p0_BASIC_Einfach.pdf', ['BR-15', 'BR-21', 'BR-26', 'BR-47', 'BR-49', 'BR-CO-04']],
    ] as const) {
      const { findings, syntax, invoice } = await read(name);
      expect(isIncomplete(syntax, invoice)).toBe(true);
      expect([...new Set(findings.filter((f) => weigh(f, syntax, invoice) === 'gap').map((f) => f.rule))].toSorted()).toEqual(gaps);
      expect(findings.filter((f) => weigh(f, syntax, invoice) === 'invalid')).toEqual([]);
    }
  });

  it('that names no currency is read, and cannot be recorded', async () => {
    const { invoice } = await read('fail1.pdf');
    expect(invoice).toMatchObject({ number: 'RE-20151008/504', issued: '2014-10-08', totals: { gross: '571.04' } });
    expect(receive(invoice)).toMatchObject({
      ok: false,
      error: { code: 'einvoice.missing', message: expect.stringContaining('currency') },
    });
  });

  it('is found in object streams, under any name, beside other files', async () => {
    const found = await readBytes(await pdfWith({ 'terms.txt': 'none', 'rechnung 4711.xml': XML }, true), 'a.pdf');
    expect([found.inside, found.invoice.number]).toEqual(['rechnung 4711.xml', '471102']);
  });
});

describe('a PDF that is none', () => {
  it.each([
    ['carries nothing', () => pdfWith({}), 'einvoice.pdf-plain'],
    ['carries other XML only', () => pdfWith({ 'a.xml': '<a/>', 'b.xml': '<b', 'c.txt': XML }), 'einvoice.pdf-plain'],
    ['carries two invoices', () => pdfWith({ 'a.xml': XML, 'b.xml': XML }), 'einvoice.pdf-several'],
    ['carries a program beside the invoice', () => pdfWith({ 'factur-x.xml': XML, 'setup.exe': 'x' }), 'einvoice.program-inside'],
    ['carries a program under another name', () => pdfWith({ 'factur-x.xml': XML, 'terms.pdf': 'MZ\x90' }), 'einvoice.program-inside'],
    ['carries a damaged invoice', () => pdfWith({ 'factur-x.xml': XML.slice(0, 4000) }), 'einvoice.xml'],
    [
      'carries an invoice with a document type',
      () => pdfWith({ 'factur-x.xml': `<!DOCTYPE a [<!ENTITY b "c">]>${XML}` }),
      'einvoice.doctype',
    ],
    ['is cut off', async () => (await pdfWith({ 'factur-x.xml': XML }, true)).subarray(0, 600), 'einvoice.pdf-damaged'],
    ['is only a header', async () => Buffer.from('%PDF-1.7\n'), 'einvoice.pdf-damaged'],
    ['is larger than any', async () => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(MAX_FILE)]), 'einvoice.file-too-big'],
  ])('is refused: it %s', async (_, make, code) => {
    expect(await refusalOf(await make(), 'a.pdf')).toBe(code);
  });

  const object = (n: number, body: string | Buffer): Buffer =>
    Buffer.concat([Buffer.from(`${n} 0 obj\n`), Buffer.from(body), Buffer.from('\nendobj\n')]);
  const stream = (dict: string, data: Buffer): Buffer =>
    Buffer.concat([Buffer.from(`<<${dict} /Length ${data.length}>>\nstream\n`), data, Buffer.from('\nendstream')]);
  const pdf = (parts: Buffer[], trailer = '/Root 1 0 R'): Buffer =>
    Buffer.concat([Buffer.from('%PDF-1.7\n'), ...parts, Buffer.from(`trailer\n<<${trailer} /Size 9>>\n%%EOF\n`)]);
  const CATALOG = object(1, '<</Type /Catalog /Names <</EmbeddedFiles <</Names [(factur-x.xml) 3 0 R]>>>>>>');
  const SPEC = object(3, '<</Type /Filespec /F (factur-x.xml) /EF <</F 4 0 R>>>>');
  const BOMB = deflateSync(Buffer.alloc(64 << 20));

  it('is refused: its invoice unpacks to 64 MB', async () => {
    expect(await refusalOf(pdf([CATALOG, SPEC, object(4, stream('/Filter /FlateDecode', BOMB))]), 'a.pdf')).toBe('einvoice.too-big');
  });
  it('is refused: its object stream unpacks to 64 MB, however the name is written', async () => {
    for (const type of ['ObjStm', 'Obj#53tm'])
      expect(await refusalOf(pdf([object(5, stream(`/Type /${type} /N 1 /First 4 /Filter /FlateDecode`, BOMB)), CATALOG]), 'a.pdf')).toBe(
        'einvoice.too-big',
      );
  });
  it('is refused: its object stream is packed twice', async () => {
    const twice = stream('/Type /ObjStm /N 1 /First 4 /Filter [/FlateDecode /FlateDecode]', deflateSync(BOMB));
    expect(await refusalOf(pdf([object(5, twice), CATALOG]), 'a.pdf')).toBe('einvoice.pdf-filter');
  });
  it('is refused: its invoice is packed in a way that is not read', async () => {
    expect(await refusalOf(pdf([CATALOG, SPEC, object(4, stream('/Filter /LZWDecode', Buffer.from('x')))]), 'a.pdf')).toBe(
      'einvoice.pdf-filter',
    );
  });
  it('is refused: it is encrypted', async () => {
    const encrypt = object(6, '<</Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O (x) /U (y)>>');
    expect(
      await refusalOf(pdf([CATALOG, SPEC, object(4, stream('', Buffer.from(XML))), encrypt], '/Root 1 0 R /Encrypt 6 0 R'), 'a.pdf'),
    ).toBe('einvoice.pdf-encrypted');
  });
  it('is read where it is only built by hand', async () => {
    const found = await readBytes(pdf([CATALOG, SPEC, object(4, stream('', Buffer.from(XML)))]), 'a.pdf');
    expect(found.invoice.number).toBe('471102');
  });
  it('is read by what is there, whatever length it claims', async () => {
    const claims = Buffer.from(`<</Length 1000000000>>\nstream\n${XML}\nendstream`);
    const found = await readBytes(pdf([CATALOG, SPEC, object(4, claims)]), 'a.pdf');
    expect([found.invoice.number, found.findings]).toEqual(['471102', []]);
  });
  it('whose name tree leads into itself is refused, not followed for ever', async () => {
    const loop = object(1, '<</Type /Catalog /Names <</EmbeddedFiles 2 0 R>>>>');
    expect(await refusalOf(pdf([loop, object(2, '<</Kids [2 0 R 2 0 R]>>')]), 'a.pdf')).toBe('einvoice.pdf-plain');
  });
});
