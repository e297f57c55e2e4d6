import { describe, expect, it } from 'vitest';
import { expected, pack, ublOf, xmlOf } from '../../../test/support/einvoice.ts';
import type { Finding } from '../finding.ts';
import { attributeOf, type XmlElement } from '../xml.ts';
import { readUbl } from '../ubl/read.ts';
import { checkPeppol, checkRead } from './check.ts';

/** A fragment of an invoice, the rules that it keeps or breaks, and how often where the test says so. */
interface Test {
  name: string;
  ok: string[];
  fail: string[];
  times: Record<string, number>;
  document: XmlElement;
}

const verdicts = expected<{ ok: string[]; fail: string[] }>('unit-tests');
const tests: Test[] = Object.entries(pack('unit-tests')).flatMap(([file, text]) =>
  xmlOf(text)
    .children.filter((node) => node.name === 'test')
    .map((node, n) => {
      const name = `${file}#${n + 1}`;
      const errors = node.children.find((c) => c.name === 'assert')?.children.filter((c) => c.name === 'error') ?? [];
      const times = errors.flatMap((e) => (attributeOf(e, 'number') ? [[e.text.trim(), Number(attributeOf(e, 'number'))] as const] : []));
      const document = node.children.find((c) => c.name === 'Invoice' || c.name === 'CreditNote')!;
      return { name, ...verdicts[name]!, times: Object.fromEntries(times), document };
    }),
);
const broken = (findings: readonly Finding[], severity?: string): string[] =>
  [...new Set(findings.filter((f) => severity === undefined || f.severity === severity).map((f) => f.rule))].toSorted();

describe('the official unit tests of EN 16931 in UBL', () => {
  it('are all there', () => {
    expect(tests.map((t) => t.name).toSorted()).toEqual(Object.keys(verdicts).toSorted());
    expect(tests).toHaveLength(566);
  });

  it.each(tests)('$name', ({ document, ok, fail, times }) => {
    const findings = checkRead(readUbl(document));
    const rules = broken(findings);
    expect(fail.filter((rule) => !rules.includes(rule))).toEqual([]);
    expect(ok.filter((rule) => rules.includes(rule))).toEqual([]);
    for (const [rule, count] of Object.entries(times))
      expect([rule, findings.filter((f) => f.rule === rule).length]).toEqual([rule, count]);
  });
});

describe('whole invoices', () => {
  const examples = expected<string[]>('examples');
  it.each(Object.entries(pack('examples-ubl')))('%s', (file, text) =>
    expect(broken(checkRead(ublOf(text)), 'fatal')).toEqual(examples[file]!.toSorted()),
  );

  const mutations = expected<string[]>('mutations');
  it.each(Object.entries(pack('mutations')))('%s', (file, text) =>
    expect(broken(checkRead(ublOf(text)), 'fatal')).toEqual(mutations[file.replace('mutations/', '')]!.toSorted()),
  );
});

describe('a finding', () => {
  const [file, text] = Object.entries(pack('mutations')).find(([name]) => name.includes('payable_wrong'))!;
  it('names its rule, its place in the file and the figures', () => {
    const [finding] = checkRead(ublOf(text)).filter((f) => f.severity === 'fatal');
    expect(finding).toMatchObject({ rule: 'BR-CO-16', path: 'totals.payable', where: { en: 'Totals', zh: '合计' } });
    const line = text.split('\n').findIndex((l) => l.includes('PayableAmount')) + 1;
    expect([file, finding!.place?.line]).toEqual([file, line]);
    expect(finding!.detail?.params).toMatchObject({ said: expect.any(String), comes: expect.any(String) });
  });

  it('of another currency is for Peppol only, and told as such', () => {
    const [, foreign] = Object.entries(pack('mutations')).find(([name]) => name.includes('amount_currency'))!;
    expect(checkRead(ublOf(foreign)).map((f) => [f.rule, f.severity])).toEqual([['PEPPOL-EN16931-R051', 'warning']]);
  });
});

describe('Peppol', () => {
  const [, text] = Object.entries(pack('examples-ubl')).find(([name]) => name.endsWith('guide-example3.xml'))!;
  const { invoice } = ublOf(text);
  const peppol = (more: object): string[] => broken(checkPeppol({ ...invoice, ...more }, []), 'fatal').map((r) => r.slice(-4));
  const [line] = invoice.lines!;

  it('asks for process, reference and electronic addresses', () => {
    const endpoint = { id: 'a', scheme: '0204' };
    const complete = {
      process: 'p',
      buyerReference: 'r',
      seller: { ...invoice.seller, endpoint },
      buyer: { ...invoice.buyer, endpoint },
      // The example's own line tells a price that is not the one of its amount.
      lines: [],
    };
    expect(peppol(complete)).toEqual([]);
    expect(peppol({ ...complete, process: undefined })).toEqual(['R001']);
    expect(peppol({ ...complete, buyerReference: undefined, purchaseOrder: undefined })).toEqual(['R003']);
    expect(peppol({ ...complete, buyer: invoice.buyer && { ...invoice.buyer, endpoint: undefined } })).toEqual(['R010']);
    expect(peppol({ ...complete, seller: { ...invoice.seller, endpoint: undefined } })).toEqual(['R020']);
    const priced = (net: string, more: object = {}) => peppol({ ...complete, lines: [{ ...line, quantity: '3', price: { net: '0.333' }, net, allowances: [], charges: [], ...more }] }); // prettier-ignore
    // 3 × 0.333 = 0.999, to the cent 1.00.
    expect(priced('1.02')).toEqual([]);
    expect(priced('1.03')).toEqual(['R120']);
    expect(priced('1.50', { charges: [{ amount: '0.5' }] })).toEqual([]);
    expect(priced('1.00', { unit: 'HUR', price: { net: '0.333', per: '1', perUnit: 'DAY' } })).toEqual(['R130']);
  });
});
