import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { verifyDb } from '../../../db/verify.ts';
import { writeUbl } from '../../../domain/einvoice/ubl/write.ts';
import { Failure } from '../../../domain/result.ts';
import { collection, fixture, pdfWith } from '../../../test/support/einvoice-files.ts';
import { ImportBench } from '../../../test/support/import-host.ts';
import { contract, type Input, type Output } from '../../contract/index.ts';
import type { EInvoiceRequest } from '../../import/parser/einvoice/message.ts';
import { readEInvoice } from '../../import/parser/einvoice/read.ts';
import { invoicesHandlers } from '../../invoices/index.ts';
import { partiesHandlers } from '../../parties/index.ts';
import type { ParserLink } from '../../runtime/host.ts';
import { gatherRecord } from '../gather-record.ts';
import { checkRecord } from '../record-model/index.ts';
import { einvoiceImportHandlers } from './index.ts';

const benches: ImportBench[] = [];
afterEach(() => {
  for (const bench of benches.splice(0)) bench.context.session.close();
});

const handlers = { ...einvoiceImportHandlers, ...invoicesHandlers, ...partiesHandlers };
type Name = keyof typeof handlers;

/** The parser's answers without its process, which takes half a second to start; `rig(true)` has the process. */
function forkHere(): ParserLink {
  let answer: (message: unknown) => void = () => {};
  return {
    post(message) {
      const { path, name } = message as EInvoiceRequest;
      readEInvoice(path, name).then(answer, (error: unknown) => answer({ type: 'failed', error: (error as Failure).error }));
    },
    onMessage: (listener) => void (answer = listener),
    onExit: () => {},
    kill: () => {},
  };
}

/** A fresh book, called as a host would call it: inputs and outputs are held to the contract. */
function rig(withProcess = false) {
  const bench = new ImportBench({}, '2026-10-01');
  benches.push(bench);
  if (!withProcess) bench.context.host.forkParser = forkHere;
  const { context } = bench;
  async function call<N extends Name>(name: N, input: Input<N>): Promise<Output<N>> {
    const handler = handlers[name] as unknown as (input: unknown, c: typeof context) => unknown;
    return contract[name].output.parse(await handler(contract[name].input.parse(input), context)) as Output<N>;
  }
  return {
    call,
    preview: (content: string | Uint8Array, choices: Partial<Input<'einvoice/preview'>> = {}, name = 'invoice.xml') =>
      call('einvoice/preview', { file: bench.file(content, name), ...choices }),
    take: (content: string | Uint8Array, choices: Partial<Input<'einvoice/import'>> = {}, name = 'invoice.xml') =>
      call('einvoice/import', { file: bench.file(content, name), ...choices }),
    async refusal(content: string | Uint8Array, choices: Partial<Input<'einvoice/import'>> = {}): Promise<string> {
      try {
        await call('einvoice/import', { file: bench.file(content, 'invoice.xml'), ...choices });
        return 'ok';
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        expect(error.error.message).toMatch(/\.$/);
        expect(error.error.details?.remedy).toMatch(/\.$/);
        return error.error.code;
      }
    },
    invoices: async () => (await call('invoices/list', {})).invoices,
    verify: () => verifyDb(context.session.book().read),
  };
}

const CII = collection('en16931-cii/examples.json.gz');
const EASY = CII['zugferd-xml/EN16931_Einfach.cii.xml']!;
const fapiao = (name: string): string => readFileSync(fixture(`fapiao/${name}.xml`), 'utf8');
const BLUE = fapiao('blue_special_single');
const RED = fapiao('red_negative');

describe('importing an electronic invoice', () => {
  it('records figures, lines, tax, parties, days and the file itself, and the book verifies', async () => {
    const { take, call, verify } = rig(true);
    const pdf = readFileSync(fixture('facturx/zugferd_2p0_EXTENDED_Fremdwaehrung.pdf'));
    const { outcome, invoice } = await take(pdf, {}, 'Rohstoff 47110815.pdf');
    expect(outcome).toBe('imported');
    expect(invoice).toMatchObject({
      number: '47110815', vendor: 'other', kind: 'invoice', direction: 'received', date: '2018-10-31', due: '2018-11-20', period: '2018-10',
      currency: 'GBP', net: '858.75', tax: '163.16', total: '1021.91', source: 'Rohstoff 47110815.pdf',
      figures: { prepaid: '500', payable: '521.91' },
      seller: { name: 'Rohstoff AG Salzgitter', country: 'DE', taxIds: [{ scheme: 'VAT', value: 'DE123456789' }] },
      buyer: { name: 'Metallbau Leipzig GmbH & Co. KG' },
    }); // prettier-ignore
    expect(invoice!.attachments).toMatchObject([{ name: 'Rohstoff 47110815.pdf', type: 'application/pdf', size: pdf.length }]);
    expect(invoice!.document).toMatchObject({
      first: '2018-10-01',
      last: '2018-10-31',
      components: [{ code: 'S', ratePct: '19', base: '858.75', amount: '163.16' }],
    });
    const shown = await call('invoices/show', { number: '47110815' });
    expect(shown.lines.map((l) => [l.description, l.net])).toEqual([
      [expect.any(String), '850'],
      ['Stammkundenrabatt', '-21.25'],
      ['Einwegverpackung', '30'],
    ]);
    expect(await verify()).toMatchObject({ integrity: 'ok', foreignKeys: 'ok', auditChain: 'ok' });
    expect(Object.values(await verify())).toEqual(Object.values(await verify()).map(() => 'ok'));
  });

  it('reads a file once for as long as it has the same bytes', async () => {
    const { take, preview } = rig();
    const bench = benches.at(-1)!;
    let forks = 0;
    bench.context.host.forkParser = () => {
      forks++;
      return forkHere();
    };
    await preview(EASY);
    await take(EASY);
    expect((await preview(EASY)).state).toBe('there');
    expect(forks).toBe(1);
    expect((await preview(`${EASY}\n`)).state).toBe('there');
    expect(forks).toBe(2);
  });

  it('shows before what it does after, and changes nothing by showing', async () => {
    const { preview, take, invoices } = rig();
    const before = await preview(EASY);
    expect(before).toMatchObject({ state: 'new', syntax: 'cii', carrier: 'xml', refusal: null, match: null, vendor: 'other' });
    expect(await invoices()).toEqual([]);
    const { preview: after, invoice } = await take(EASY);
    expect(after).toEqual({ ...before, file: after.file });
    expect([invoice!.net, invoice!.tax, invoice!.total]).toEqual([before.document!.net, before.document!.tax, before.document!.total]);
  });

  it('of the same document again is no second one: the same file, and the same figures in another', async () => {
    const { take, preview, invoices } = rig();
    await take(EASY);
    expect((await take(EASY)).outcome).toBe('there');
    expect((await take(await pdfWith({ 'factur-x.xml': EASY }), {}, 'a.pdf')).outcome).toBe('there');
    expect(await preview(EASY)).toMatchObject({ state: 'there', refusal: { code: 'einvoice.there' } });
    expect(await invoices()).toHaveLength(1);
  });

  it('with other figures under the same number is refused, with what differs', async () => {
    const { take, preview, refusal, invoices } = rig();
    await take(EASY);
    const other = EASY.replaceAll('473.00', '474.00')
      .replace('529.87', '530.87')
      .replace('529.87', '530.87')
      .replace('20180305', '20180306');
    expect(await preview(other)).toMatchObject({
      state: 'differs',
      differences: [
        { field: 'date', here: '2018-03-05', there: '2018-03-06' },
        { field: 'net', here: '473', there: '474' },
      ],
    });
    expect(await refusal(other)).toBe('einvoice.differs');
    expect(await invoices()).toHaveLength(1);
  });

  it('finds an invoice that was entered by hand', async () => {
    const { call, preview } = rig();
    await call('invoices/add', { number: '471102', date: '2018-03-05', vendor: 'other', currency: 'EUR', net: '473', tax: '56.87' });
    expect(await preview(EASY)).toMatchObject({ state: 'there' });
  });

  it('does not take another vendor’s invoice for it', async () => {
    const { call, preview } = rig();
    await call('invoices/add', { number: '471102', date: '2018-03-05', vendor: 'huawei', currency: 'EUR', net: '1', tax: '0' });
    expect(await preview(EASY)).toMatchObject({ state: 'new', vendor: 'other' });
    expect(await preview(EASY, { vendor: 'huawei' })).toMatchObject({ state: 'differs' });
  });

  it('refuses a number that only looks like another', async () => {
    const { refusal } = rig();
    expect(await refusal(EASY.replace('<ram:ID>471102', '<ram:ID>4711\u200b02'))).toBe('einvoice.number');
  });

  it('tells another seller’s same number apart, and records it under one of one’s own', async () => {
    const { take, refusal, invoices } = rig();
    await take(EASY);
    const stranger = EASY.replace('<ram:Name>Lieferant GmbH', '<ram:Name>Fremd AG')
      .replace('DE123456789', 'DE999999999')
      .replace('201/113/40209', '999/999/99999');
    expect(await refusal(stranger)).toBe('einvoice.number-taken');
    const { invoice } = await take(stranger, { as: '471102-FREMD' });
    expect(invoice).toMatchObject({ number: '471102-FREMD', figures: { documentNumber: '471102' }, seller: { name: 'Fremd AG' } });
    expect((await take(stranger, { as: '471102-FREMD' })).outcome).toBe('there');
    expect(await invoices()).toHaveLength(2);
  });
});

describe('what was recorded', () => {
  it.each([
    ['zugferd-xml/EN16931_Einfach.cii.xml', '471102'],
    ['en16931-cii-examples/CII_example5.xml', 'TOSL110'],
    ['xrechnung/01.01a-INVOICE_uncefact.xml', '123456XX'],
    ['xrechnung/03.06a-INVOICE_uncefact.xml', '112233'],
  ])('of %s says the same when it is written as UBL and read again', async (path, number) => {
    const { take } = rig();
    const { invoice } = await take(CII[path]!);
    const { invoice: model } = checkRecord(gatherRecord(benches.at(-1)!.context.session.book().read, number, null), 'en16931');
    const again = rig();
    const { invoice: second } = await again.take(writeUbl(model), { accept: true });
    const told = (i: typeof invoice) => [
      i!.number,
      i!.date,
      i!.due,
      i!.currency,
      i!.net,
      i!.tax,
      i!.total,
      i!.seller!.name,
      i!.buyer!.name,
    ];
    expect(told(second)).toEqual(told(invoice));
  });
});

describe('the seller', () => {
  it('becomes a party where asked, and is found again by its tax number', async () => {
    const { take, preview, call, verify } = rig();
    const { invoice } = await take(EASY, { createParty: true });
    const { parties } = await call('parties/list', {});
    expect(parties).toMatchObject([{ kind: 'vendor', name: 'Lieferant GmbH', country: 'DE', documents: 1 }]);
    expect(invoice!.sellerId).toBe(parties[0]!.id);
    const next = EASY.replace('<ram:ID>471102', '<ram:ID>471103')
      .replace('<ram:Name>Lieferant GmbH', '<ram:Name>Lieferant Gesellschaft mbH')
      .replace('DE123456789', 'DE 123 456 789');
    expect(await preview(next)).toMatchObject({ state: 'new', match: { party: parties[0]!.id, name: 'Lieferant GmbH', by: 'tax-id' } });
    expect((await take(next, { createParty: true })).invoice!.sellerId).toBe(parties[0]!.id);
    expect((await call('parties/list', {})).parties).toHaveLength(1);
    expect(await verify()).toMatchObject({ auditChain: 'ok' });
  });

  it('that is a contracting entity makes it an invoice of that vendor', async () => {
    const { preview } = rig();
    const ours = EASY.replace('DE123456789', '202141109N');
    expect(await preview(ours)).toMatchObject({ vendor: 'huawei', entity: 'SPARKOO_SG', match: { party: null, by: 'entity' } });
    expect(await preview(ours, { vendor: 'other' })).toMatchObject({ vendor: 'other' });
  });
});

describe('a credit note', () => {
  it('waits for its invoice, and is laid against it when it is there', async () => {
    const { preview, refusal, take, call, verify } = rig();
    expect(await preview(RED)).toMatchObject({
      state: 'waits',
      refusal: { code: 'einvoice.credit-waits' },
      document: { credits: '26999000000000000001' },
    });
    expect(await refusal(RED)).toBe('einvoice.credit-waits');
    await take(BLUE);
    const { invoice } = await take(RED);
    expect(invoice).toMatchObject({
      kind: 'credit-note',
      number: '26999000000000000003',
      net: '-10000',
      tax: '-600',
      credits: '26999000000000000001',
    });
    expect(await call('invoices/show', { number: '26999000000000000001' })).toMatchObject({ credited: '10600', open: '0', status: 'paid' });
    const shown = await call('invoices/show', { number: '26999000000000000003' });
    expect(shown.lines).toMatchObject([{ net: '-10000', tax: '-600' }]);
    expect(await verify()).toMatchObject({ integrity: 'ok', auditChain: 'ok' });
  });

  it('of more than is left is refused', async () => {
    const { refusal, take } = rig();
    await take(BLUE);
    await take(RED);
    const again = RED.replaceAll('26999000000000000003', '26999000000000000013');
    expect(await refusal(again)).toBe('invoice.over-credit');
  });

  it('that names none can be given its invoice', async () => {
    const { preview, take } = rig();
    await take(BLUE);
    const nameless = RED.replace(/<SpecificInformation>.*<\/SpecificInformation>/, '').replace(/<Remark>.*<\/Remark>/, '');
    expect(await preview(nameless)).toMatchObject({ state: 'waits', refusal: { code: 'einvoice.credit-unnamed' } });
    expect((await take(nameless, { credits: '26999000000000000001' })).invoice).toMatchObject({ credits: '26999000000000000001' });
  });
});

describe('figures that contradict each other', () => {
  // The lines say 10,000; the total says 9,999 with its tax to match.
  const WRONG = BLUE.replace('<TotalAmWithoutTax>10000.00', '<TotalAmWithoutTax>9999.00')
    .replace('Amount>10600.00', 'Amount>10599.00')
    .replace('壹万零陆佰圆整', '壹万零伍佰玖拾玖圆整');

  it('bar the import until a person accepts them, and the history says so', async () => {
    const { preview, refusal, take, invoices } = rig();
    expect(await preview(WRONG)).toMatchObject({ state: 'amounts', refusal: { code: 'einvoice.amounts' } });
    expect(await refusal(WRONG)).toBe('einvoice.amounts');
    expect(await invoices()).toEqual([]);
    const { invoice } = await take(WRONG, { accept: true });
    expect(invoice).toMatchObject({ net: '9999', tax: '600', total: '10599' });
    expect(invoice!.history[0]).toMatchObject({ event: 'imported-accepted', reason: 'FP-09' });
  });

  it('of the document’s own totals cannot be accepted', async () => {
    const { refusal, invoices } = rig();
    expect(await refusal(fapiao('bad_total_mismatch'), { accept: true })).toBe('einvoice.totals');
    expect(await invoices()).toEqual([]);
  });
});

describe('what is no electronic invoice', () => {
  const deep = `<a>`.repeat(5000);
  it('is refused by the process that read it', async () => {
    const { refusal, invoices } = rig(true);
    expect(await refusal('<!DOCTYPE x SYSTEM "file:///etc/passwd"><Invoice/>')).toBe('einvoice.doctype');
    expect(await invoices()).toEqual([]);
  });

  it('is refused in words when its reader dies', async () => {
    const { refusal } = rig();
    const bench = benches.at(-1)!;
    bench.context.host.forkParser = () => ({ ...forkHere(), post: () => {}, onExit: (listener) => listener('killed by SIGABRT') });
    expect(await refusal(EASY)).toBe('einvoice.parser-died');
  });

  it.each([
    ['a PDF without one', async () => pdfWith({}), 'einvoice.pdf-plain'],
    ['a CSV', async () => 'a,b\n1,2\n', 'einvoice.no-invoice'],
    ['nothing', async () => '', 'import.empty'],
    ['some other XML', async () => '<html><body/></html>', 'einvoice.unknown'],
    ['XML that is cut off', async () => EASY.slice(0, 9000), 'einvoice.xml'],
    ['an entity that grows', async () => '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><Invoice>&b;</Invoice>', 'einvoice.doctype'],
    ['an external entity', async () => '<!DOCTYPE x SYSTEM "file:///etc/passwd"><Invoice/>', 'einvoice.doctype'],
    ['XML nested without end', async () => deep, 'einvoice.xml'],
    ['an archive', async () => readFileSync(fixture('../zip/big-compression.zip')), 'einvoice.not-ofd'],
  ])('is refused: %s', async (_, make, code) => {
    const { refusal, invoices, verify } = rig();
    expect(await refusal(await make())).toBe(code);
    expect(await invoices()).toEqual([]);
    expect(await verify()).toMatchObject({ integrity: 'ok', auditChain: 'ok' });
  });
});
