import { describe, expect, it } from 'vitest';
import { receive } from '../../../../domain/einvoice/received/receive.ts';
import { sum } from '../../../../domain/money/amount.ts';
import type { EInvoice } from '../../../../domain/einvoice/model.ts';
import { collection, readBytes } from '../../../../test/support/einvoice-files.ts';

const CII = collection('en16931-cii/examples.json.gz');
const UBL = collection('examples-ubl.json.gz');

/** Ways in the model on which two invoices differ. */
function differences(a: unknown, b: unknown, way = ''): string[] {
  if (typeof a === 'object' && typeof b === 'object' && a !== null && b !== null)
    return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((key) =>
      differences(a[key as never], b[key as never], way === '' ? key : `${way}.${key}`),
    );
  return a === b ? [] : [way];
}

describe('a Cross Industry Invoice', () => {
  it.each(Object.keys(CII))('%s breaks no rule, as the official validation says', async (path) => {
    const read = await readBytes(CII[path]!);
    expect([read.syntax, read.findings]).toEqual(['cii', []]);
  });

  it.each(['01.01a', '01.03a', '01.05a', '01.07a', '01.17a', '01.19a'])(
    '%s says in CII what it says in UBL, term by term',
    async (name) => {
      const read = async (from: Record<string, string>, form: string): Promise<EInvoice> =>
        (await readBytes(from[`xrechnung/${name}-INVOICE_${form}.xml`]!)).invoice;
      expect(await read(CII, 'uncefact')).toEqual(await read(UBL, 'ubl'));
    },
  );

  // These pairs differ in their sources: what is listed was looked up in both files.
  it.each([
    ['xrechnung/01.09a-INVOICE', ['purchaseOrder']],
    ['xrechnung/01.11a-INVOICE', ['purchaseOrder']],
    ['xrechnung/01.13a-INVOICE', ['purchaseOrder']],
    ['xrechnung/01.05_minimal_test', ['totals.tax', 'taxes.0.amount', 'lines.0.quantity', 'lines.0.price.net']],
  ])('%s differs from its twin where the files do', async (name, ways) => {
    const [cii, ubl] = [await readBytes(CII[`${name}_uncefact.xml`]!), await readBytes(UBL[`${name}_ubl.xml`]!)];
    expect(differences(cii.invoice, ubl.invoice)).toEqual(ways);
  });

  it('gives the register the same as its twin in UBL', async () => {
    const figures = async (xml: string) => {
      const received = receive((await readBytes(xml)).invoice);
      if (!received.ok) throw new Error(received.error.message);
      const { number, date, currency, net, tax, total, lines } = received.value;
      return { number, date, currency, net, tax, total, lines };
    };
    const cii = await figures(CII['zugferd-xml/EN16931_Einfach.cii.xml']!);
    expect(cii).toEqual(await figures(UBL['zugferd-xml/EN16931_Einfach.ubl.xml']!));
    expect(cii).toMatchObject({ number: '471102', date: '2018-03-05', currency: 'EUR', net: '473', tax: '56.87', total: '529.87' });
    expect(cii.lines.map((l) => [l.description, l.quantity, l.unit, l.price, l.net, l.taxCategory, l.ratePct])).toEqual([
      ['Trennblätter A4', '20', 'H87', '9.9', '198', 'S', '19'],
      ['Joghurt Banane', '50', 'H87', '5.5', '275', 'S', '7'],
    ]);
  });

  it('records lines that make the net, whatever allowances and roundings stand between', async () => {
    let withLines = 0;
    for (const xml of Object.values(CII)) {
      const received = receive((await readBytes(xml)).invoice);
      if (!received.ok) throw new Error(received.error.message);
      const { lines, net } = received.value;
      if (lines.length === 0) continue;
      withLines++;
      expect(sum(lines.map((line) => line.net))).toBe(net);
    }
    expect(withLines).toBe(Object.keys(CII).length);
  });

  it('tells what is no number, no day and no code, with its line', async () => {
    const sound = CII['en16931-cii-examples/CII_example3.xml']!;
    const broken = sound
      .replace(/<ram:GrandTotalAmount>[^<]*/, '<ram:GrandTotalAmount>1.125,00')
      .replace(/format="102">20130410/, 'format="102">20130431')
      .replace('<ram:InvoiceCurrencyCode>DKK', '<ram:InvoiceCurrencyCode>KRO');
    expect(broken).not.toBe(sound);
    const { findings } = await readBytes(broken);
    expect(findings.map((f) => f.rule)).toEqual(expect.arrayContaining(['FILE-NUMBER', 'FILE-DATE', 'BR-CL-04']));
    expect(findings.find((f) => f.rule === 'FILE-NUMBER')?.place?.line).toBeGreaterThan(10);
  });
});
