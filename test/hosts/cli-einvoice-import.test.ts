import { describe, expect, it } from 'vitest';
import { fail } from '../../domain/result.ts';
import { rig } from './cli-rig.ts';

const PREVIEW = {
  state: 'new',
  refusal: null,
  findings: [],
  document: { kind: 'invoice', number: 'A1', total: '106', currency: 'CNY', seller: { name: 'Seller' } },
};
const CREDIT = { ...PREVIEW, document: { ...PREVIEW.document, kind: 'credit-note', number: 'C1', total: '-106' } };
const REFUSED = fail('einvoice.pdf-plain', 'It is a PDF without an electronic invoice inside.', { remedy: 'Ask the sender for the XML.' });
const BOOK = ['--book', 'b.tallybook'] as const;

/** A command line whose services answer each call of a procedure with the next of these, the last for ever. */
const cli = (previews: unknown[], imports: unknown[] = []) => {
  const next = (list: unknown[]): unknown => (list.length > 1 ? list.shift() : list[0]);
  return rig({
    get 'einvoice/preview'() {
      return next(previews);
    },
    get 'einvoice/import'() {
      return next(imports);
    },
  });
};
const imported = (preview: unknown) => ({ outcome: 'imported', preview, invoice: null });

describe('einvoice import', () => {
  it('looks, then takes, by the choices that were given', async () => {
    const ran = await cli([PREVIEW], [imported(PREVIEW)]).run(
      'einvoice',
      'import',
      'bill.csv',
      '--vendor',
      'huawei',
      '--period',
      '2026-09',
      '--create-party',
      '--json',
      ...BOOK,
    );
    expect(ran.exit).toBe(0);
    expect(ran.calls.map((c) => c.name)).toEqual(['book/open', 'einvoice/preview', 'einvoice/import']);
    expect(ran.calls[2]!.input).toMatchObject({
      vendor: 'huawei',
      period: '2026-09',
      createParty: true,
      accept: false,
      as: null,
      credits: null,
    });
    expect(JSON.parse(ran.out)).toMatchObject({
      files: [{ file: 'bill.csv', outcome: 'imported', number: 'A1', total: '106', error: null }],
    });
  });

  it('only shows in a dry run', async () => {
    const ran = await cli([PREVIEW]).run('einvoice', 'import', 'bill.csv', '--dry-run', ...BOOK);
    expect([ran.exit, ran.calls.map((c) => c.name)]).toEqual([0, ['book/open', 'einvoice/preview']]);
    expect(ran.out).toContain('Seller');
  });

  it('takes credit notes after the invoices, and answers in the order of the files', async () => {
    const ran = await cli([CREDIT, PREVIEW], [imported(PREVIEW), imported(CREDIT)]).run(
      'einvoice',
      'import',
      'wht.pdf',
      'bill.csv',
      '--json',
      ...BOOK,
    );
    const tokens = ran.calls.filter((c) => c.name !== 'book/open').map((c) => c.input['file']);
    expect([tokens[2], tokens[3]]).toEqual([tokens[1], tokens[0]]);
    expect((JSON.parse(ran.out) as { files: { number: string }[] }).files.map((f) => f.number)).toEqual(['C1', 'A1']);
  });

  it('ends with 2 where nothing could be used, with 3 where something was', async () => {
    const one = await cli([REFUSED]).run('einvoice', 'import', 'wht.pdf', ...BOOK);
    expect(one.exit).toBe(2);
    expect(one.err).toContain('without an electronic invoice');
    const both = await cli([REFUSED]).run('einvoice', 'import', 'wht.pdf', 'bill.csv', '--json', ...BOOK);
    expect([both.exit, (JSON.parse(both.out) as { files: { outcome: string }[] }).files.map((f) => f.outcome)]).toEqual([
      2,
      ['refused', 'refused'],
    ]);
    const mixed = await cli([REFUSED, PREVIEW], [imported(PREVIEW)]).run('einvoice', 'import', 'wht.pdf', 'bill.csv', '--json', ...BOOK);
    expect(mixed.exit).toBe(3);
  });

  it('tells in which state a file is that was refused at the last moment', async () => {
    const differs = { ...PREVIEW, state: 'differs', refusal: { code: 'einvoice.differs', message: 'It differs.', remedy: 'Look.' } };
    const ran = await cli([PREVIEW, CREDIT, differs], [fail('einvoice.differs', 'It differs.', { remedy: 'Look.' }), imported(CREDIT)]).run(
      'einvoice', 'import', 'bill.csv', 'wht.pdf', '--json', ...BOOK,
    ); // prettier-ignore
    expect(ran.exit).toBe(3);
    expect(JSON.parse(ran.out)).toMatchObject({
      files: [{ outcome: 'differs', error: { code: 'einvoice.differs' } }, { outcome: 'imported' }],
    });
  });

  it('refuses a number for several files', async () => {
    const ran = await cli([PREVIEW]).run('einvoice', 'import', 'bill.csv', 'wht.pdf', '--as', 'X', ...BOOK);
    expect([ran.exit, ran.calls]).toEqual([2, []]);
  });
});
