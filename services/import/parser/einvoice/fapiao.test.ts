import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { receive } from '../../../../domain/einvoice/received/receive.ts';
import { zipOf, type ZipEntry } from '../../../../test/support/zip-writer.ts';
import { fixture, readBytes, refusalOf } from '../../../../test/support/einvoice-files.ts';

const xml = (name: string): string => readFileSync(fixture(`fapiao/${name}.xml`), 'utf8');
const OFD = readFileSync(fixture('fapiao/999.ofd'));

async function received(bytes: string | Uint8Array, name = 'a.xml') {
  const read = await readBytes(bytes, name);
  const result = receive(read.invoice, read.fapiao);
  if (!result.ok) throw new Error(result.error.message);
  return { ...result.value, read, rules: read.findings.map((f) => f.rule) };
}

describe('a fully digital e-fapiao', () => {
  it.each([
    ['blue_special_single', '26999000000000000001', '10000', '600', '10600', 1, true],
    ['blue_general_multiline', '26999000000000000002', '2123.45', '154.07', '2277.52', 3, false],
    ['toll_platenumber_before_number', '26999000000000000004', '5.45', '0.16', '5.61', 1, false],
  ])('%s', async (name, number, net, tax, total, lines, special) => {
    const got = await received(xml(name));
    expect(got).toMatchObject({ kind: 'invoice', number, date: '2026-09-15', currency: 'CNY', net, tax, total, credits: null });
    expect([got.lines.length, got.read.fapiao?.special, got.read.syntax]).toEqual([lines, special, 'fapiao']);
    expect([got.seller.name, got.buyer?.name]).toEqual(['测试云计算有限公司', '样例采购科技有限公司']);
    // The tax numbers of the invented companies are none, which is a warning.
    expect(got.rules).toEqual(['FP-16', 'FP-16']);
  });

  it('keeps the lines with their own tax', async () => {
    const { lines } = await received(xml('blue_general_multiline'));
    expect(lines.map((l) => [l.description, l.quantity, l.unit, l.price, l.net, l.tax, l.taxCategory, l.ratePct])).toEqual([
      ['*信息技术服务*云服务器 – ecs.g7', '3', 'MON', '411.52', '1234.56', '74.07', 'S', '6'],
      ['*信息技术服务*对象存储', '1', 'C62', '0.01', '0.01', '0', 'S', '6'],
      ['*电信服务*带宽', '1', 'C62', '888.88', '888.88', '80', 'S', '9'],
    ]);
  });

  it('that is red is a credit note against the blue one', async () => {
    const got = await received(xml('red_negative'));
    expect(got).toMatchObject({ kind: 'credit-note', net: '-10000', tax: '-600', total: '-10600', credits: '26999000000000000001' });
    expect(got.lines[0]).toMatchObject({ quantity: '-1', price: '10000', net: '-10000', tax: '-600' });
    expect(got.read.fapiao?.confirmation).toBe('99999926091500000001');
  });

  it('finds the original of a red one in the remark, where its element is missing', async () => {
    const bare = xml('red_negative').replace(/<SpecificInformation>.*<\/SpecificInformation>/, '');
    expect((await received(bare)).credits).toBe('26999000000000000001');
    const none = await received(bare.replace(/<Remark>.*<\/Remark>/, '<Remark/>'));
    expect([none.credits, none.rules]).toEqual([null, expect.arrayContaining(['FP-15'])]);
  });

  it('takes EIid where the tax bureau’s number is missing, and never the plate', async () => {
    const bare = xml('toll_platenumber_before_number').replace(/<InvoiceNumber>.*<\/InvoiceNumber>/, '');
    expect((await received(bare)).number).toBe('26999000000000000004');
  });

  it.each([
    ['免税', 'E'],
    ['不征税', 'O'],
    ['***', null],
  ])('keeps the word %s as its rate', async (word, category) => {
    const free = xml('blue_special_single')
      .replaceAll('10600.00', '10000.00')
      .replaceAll('>600.00', '>0.00')
      .replace('壹万零陆佰圆整', '壹万圆整')
      .replace('<TaxRate>0.06', `<TaxRate>${word}`);
    const got = await received(free);
    expect(got).toMatchObject({ net: '10000', tax: '0', total: '10000' });
    expect(got.lines[0]).toMatchObject({ taxCode: word, taxCategory: category, ratePct: null, tax: '0' });
    expect(got.rules).toEqual(['FP-16', 'FP-16']);
  });

  it.each([
    ['totals that do not add up', (x: string) => x.replace('Amount>10600.00', 'Amount>10601.00'), ['FP-08', 'FP-12']],
    ['capitals that say another sum', (x: string) => x.replace('陆佰圆整', '柒佰圆整'), ['FP-12']],
    ['capitals that are none', (x: string) => x.replace('壹万零陆佰圆整', '一万多'), ['FP-11']],
    ['lines that do not add up', (x: string) => x.replace('<Amount>10000.00', '<Amount>9999.00'), ['FP-09']],
    ['a line whose tax is not its rate', (x: string) => x.replace('<TaxRate>0.06', '<TaxRate>0.13'), ['FP-13']],
    [
      'a blue one that is negative',
      (x: string) => x.replaceAll('10000.00', '-10000.00').replaceAll('600.00', '-600.00').replace('>10-600', '>-10600'),
      ['FP-14'],
    ],
    ['an amount that is none', (x: string) => x.replace('<TotalTaxAm>600.00', '<TotalTaxAm>abc'), ['FP-01']],
    ['a short number', (x: string) => x.replaceAll('26999000000000000001', '2699'), ['FP-03']],
  ])('tells %s', async (_, change, rules) => {
    const { findings } = await readBytes(change(xml('blue_special_single')));
    expect(findings.map((f) => f.rule)).toEqual(expect.arrayContaining(rules));
  });

  it('with totals that contradict each other cannot be recorded', async () => {
    const { invoice, fapiao, findings } = await readBytes(xml('bad_total_mismatch'));
    expect(receive(invoice, fapiao)).toMatchObject({ ok: false, error: { code: 'einvoice.totals' } });
    expect(findings.map((f) => f.rule)).toEqual(expect.arrayContaining(['FP-08', 'FP-12']));
  });

  it('is read in the encodings in which it is met', async () => {
    const text = xml('blue_special_single');
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text.replace('UTF-8', 'UTF-16'), 'utf16le')]);
    for (const bytes of [Buffer.from(`\ufeff${text}`), utf16]) expect((await received(bytes)).seller.name).toBe('测试云计算有限公司');
    // 测试云 in GB18030; the rest is ASCII.
    const gb = text
      .replace('UTF-8', 'GB18030')
      .replaceAll('测试云计算有限公司', '@@')
      .replace(/[^\x00-\x7f]/g, '');
    const bytes = Buffer.from(
      Buffer.from(gb).toString('latin1').replaceAll('@@', Buffer.from('b2e2cad4d4c6', 'hex').toString('latin1')),
      'latin1',
    );
    expect((await received(bytes)).seller.name).toBe('测试云');
    expect(await refusalOf(Buffer.concat([bytes, Buffer.from([0xff])]))).toBe('einvoice.encoding');
  });
});

describe('an OFD file', () => {
  it('is read from the XML that it was made of', async () => {
    const got = await received(OFD, '999.ofd');
    expect(got).toMatchObject({
      number: '050001700111-12235358',
      date: '2020-08-05',
      currency: 'CNY',
      net: '10000',
      tax: '600',
      total: '10600',
    });
    expect([got.lines.length, got.lines[0]?.description, got.lines[0]?.ratePct, got.lines[0]?.tax]).toEqual([
      100,
      '*餐饮服务*餐费',
      '6',
      '6',
    ]);
    expect([got.read.carrier, got.read.inside, got.read.syntax]).toEqual(['ofd', 'Doc_0/Attachs/original_invoice.xml', 'fapiao-coded']);
  });

  const description = (data: Record<string, string>): ZipEntry => ({
    name: 'OFD.xml',
    data: `<o:OFD xmlns:o="http://www.ofdspec.org/2016"><o:DocBody><o:DocInfo><o:CustomDatas>${Object.entries(data)
      .map(([name, value]) => `<o:CustomData Name="${name}">${value}</o:CustomData>`)
      .join('')}</o:CustomDatas></o:DocInfo></o:DocBody></o:OFD>`,
  });
  const FIGURES = {
    发票号码: '26999000000000000009',
    开票日期: '2026年03月05日',
    合计金额: '100.00',
    合计税额: '6.00',
    价税合计: '106.00',
    销售方名称: '测试云',
  };

  it('without it is read from its own description, as newer files carry it', async () => {
    const got = await received(zipOf([description(FIGURES)]), 'a.ofd');
    expect(got).toMatchObject({ number: '26999000000000000009', date: '2026-03-05', net: '100', tax: '6', total: '106', lines: [] });
    expect([got.read.inside, got.read.syntax]).toEqual(['OFD.xml', 'fapiao']);
  });

  it.each([
    ['no OFD.xml', [{ name: 'a.xml', data: '<a/>' }], 'einvoice.not-ofd'],
    ['no invoice', [description({})], 'einvoice.ofd-plain'],
    ['a path that leads outside', [description(FIGURES), { name: '../evil.xml', data: '<a/>' }], 'container.unsafe-name'],
    ['a program', [description(FIGURES), { name: 'Doc_0/Attachs/run.exe', data: 'MZ' }], 'einvoice.program-inside'],
    ['64 MB of nothing', [description(FIGURES), { name: 'Doc_0/Attachs/a.xml', data: Buffer.alloc(64 << 20) }], 'container.too-big'],
    ['a document type', [{ name: 'OFD.xml', data: '<!DOCTYPE a><a/>' }], 'einvoice.doctype'],
    [
      'an original that is cut off',
      [description(FIGURES), { name: 'Doc_0/Attachs/original_invoice.xml', data: '<eInvoice><InvoiceNo>1' }],
      'einvoice.xml',
    ],
  ])('is refused: it holds %s', async (_, entries, code) => {
    expect(await refusalOf(zipOf(entries as ZipEntry[]), 'a.ofd')).toBe(code);
  });
});
