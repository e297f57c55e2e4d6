import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, amount, negate, subtract, sum } from '../../domain/money/amount.ts';
import { line, PAPERS, party, source } from '../../test/support/papers.ts';
import { buildPaper } from './build.ts';
import { contentHash } from './hash.ts';
import type { InvoicePaper, PaperTotal } from './paper.ts';

const rows = (totals: PaperTotal[]) =>
  totals.map(({ label, ratePct, amount }) => [typeof label === 'string' ? label : label.en, ratePct, amount]);
const fields = (paper: InvoicePaper) => paper.lacks.map((lack) => lack.field);
const notes = (paper: InvoicePaper) =>
  paper.notes.map((note) => ('text' in note ? (typeof note.text === 'string' ? note.text : note.text.en) : [note.label, note.value]));

test('Singapore: tax invoice with its GST, and the three totals in Singapore dollars', () => {
  const paper = buildPaper(PAPERS.SG());
  expect(paper.title).toEqual({ en: 'Tax Invoice', zh: '税务发票' });
  expect([paper.country, paper.marks, fields(paper)]).toEqual(['SG', [], []]);
  expect(rows(paper.totals)).toEqual([
    ['net', null, '280.1'],
    ['GST', '9', '25.21'],
    ['total', null, '305.31'],
  ]);
  // 305.31 × 1.3452 = 410.703012; 25.21 × 1.3452 = 33.912492.
  expect(rows(paper.local!.totals)).toEqual([
    ['net', null, '376.79'],
    ['GST', null, '33.91'],
    ['total', null, '410.7'],
  ]);
  expect(paper.seller.taxIds).toEqual([{ label: { en: 'GST Reg. No.', zh: 'GST 注册税号' }, value: '202141109N', counts: true }]);
  expect(paper.buyer.taxIds.map(({ label, counts }) => [label, counts])).toEqual([
    [{ en: 'GST Reg. No.', zh: 'GST 注册税号' }, true],
    [{ en: 'UEN', zh: '唯一实体编号' }, false],
  ]);
  expect(paper.buyer.mailTo).toEqual(['Accounts Payable', '10 Anson Road', 'Singapore 079903']);
});

test('India: CGST and SGST each by itself, place of supply with its code, reverse charge answered, a place to sign', () => {
  const paper = buildPaper(PAPERS.IN());
  expect(paper.taxes.map(({ short, ratePct, base, amount }) => [short, ratePct, base, amount])).toEqual([
    [{ en: 'CGST', zh: '中央商品及服务税' }, '9', '10000.55', '900.05'],
    [{ en: 'SGST', zh: '邦商品及服务税' }, '9', '10000.55', '900.05'],
  ]);
  expect(paper.facts).toContainEqual({ label: 'placeOfSupply', value: 'Haryana (06)' });
  expect(paper.facts).toContainEqual({ label: 'reverseCharge', value: { text: 'no' } });
  expect(paper.signature).not.toBeNull();
  expect(fields(paper)).toEqual([]);
  const bare = buildPaper(source({ ...PAPERS.IN().record, number: 'A-NUMBER-OF-17-CH' }, { lines: [line(1)] }));
  expect(fields(bare)).toEqual(['service-code', 'number-16']);
});

test('Saudi Arabia: a simplified tax invoice to a customer without registration, a tax invoice to the others', () => {
  const { record } = PAPERS.SA();
  expect(buildPaper(PAPERS.SA()).title.en).toBe('Simplified Tax Invoice');
  const registered = buildPaper(source({ ...record, buyer: party('Riyadh Co', 'SA', { status: 'registered' }) }));
  expect(registered.title.en).toBe('Tax Invoice');
  // Arabic stands on none of them: the font has no glyphs for it.
  expect(fields(registered)).toContain('local-script');
});

test('Indonesia: the collector pays the tax itself, and the number begins with 030', () => {
  const paper = buildPaper(PAPERS.ID());
  expect(rows(paper.totals)).toEqual([
    ['net', null, '100'],
    ['VAT', '11', '11'],
    ['total', null, '111'],
    ['customerPays', null, '-11'],
    ['amountDue', null, '100'],
  ]);
  expect(paper.taxes[0]?.collected).toBe(false);
  expect(paper.facts).toContainEqual({ label: 'transactionCode', value: '030' });
  expect(fields(paper)).toEqual([]);
  expect(fields(buildPaper({ ...PAPERS.ID(), record: { ...PAPERS.ID().record, number: '010.1' } }))).toEqual(['number-prefix']);
});

test('the Emirates: the recipient accounts for the tax, by the article that says so', () => {
  const paper = buildPaper(PAPERS.AE());
  expect(notes(paper)[0]).toContain('Article 48');
  expect(paper.taxes).toEqual([]);
  // The general sentence, kept with the document in either language, is not said a second time.
  const { record } = PAPERS.AE();
  const noted = { ...record.document, notes: ['Reverse charge: the customer accounts for the tax.', 'Thank you.'] };
  expect(notes(buildPaper({ ...PAPERS.AE(), record: { ...record, document: noted } })).slice(1)).toEqual(['Thank you.']);
});

test('tax that is shown and not collected is no part of the total', () => {
  const paper = buildPaper(
    source({
      entity: 'SPARKOO_SG',
      seller: party('Sparkoo Technologies Singapore Pte. Ltd.', 'SG'),
      buyer: party('Riyadh Co', 'SA', { status: 'registered' }),
      net: '280.1',
      tax: '0',
      document: {
        treatment: 'shown_self_accounted',
        components: [{ code: 'VAT', name: 'Value added tax', ratePct: '15', base: '280.1', amount: '42.02' }],
      },
    }),
  );
  expect(paper.country).toBe('SA');
  expect(paper.taxes).toMatchObject([{ amount: '42.02', collected: false }]);
  expect(rows(paper.totals)).toEqual([
    ['net', null, '280.1'],
    ['VAT', null, '0'],
    ['total', null, '280.1'],
  ]);
});

test('Japan: the registration number is the corporate number after a T, and stands there once', () => {
  expect(buildPaper(PAPERS.JP()).seller.taxIds.map((id) => id.value)).toEqual(['T7700150113391']);
  const without = buildPaper(source({ ...PAPERS.JP().record, seller: party('Huawei Services (Hong Kong) Co., Limited', 'HK') }));
  expect(without.seller.taxIds.map((id) => id.value)).toEqual(['7700150113391']);
  expect(fields(without)).toContain('seller-tax-id');
});

test('a credit note says what is credited in positive figures, of which invoice and why', () => {
  const paper = buildPaper(PAPERS.credit());
  expect(paper.title.en).toBe('Credit Note');
  expect(paper.lines).toMatchObject([{ quantity: '1', price: '100.1', net: '100.1' }]);
  expect(rows(paper.totals)).toEqual([
    ['netCredited', null, '100.1'],
    ['GST', '9', '9.01'],
    ['totalCredited', null, '109.11'],
  ]);
  expect(paper.facts).toContainEqual({ label: 'credits', value: 'TSG20240000056\n2024-03-05' });
  expect(notes(paper)).toContainEqual(['reason', 'Resource unsubscribed on 2024-03-10']);
  expect([paper.payment, fields(paper)]).toEqual([[], []]);
});

describe('what a paper is not', () => {
  const marks = (rest: Parameters<typeof source>[0]) => buildPaper(source(rest)).marks;
  test('a received paper is a transcript, a void one says so', () => {
    expect(marks({ direction: 'received' })).toEqual(['transcript']);
    expect(marks({ direction: 'received', kind: 'credit-note', stated: 'void' })).toEqual(['transcriptCredit', 'void']);
  });
  test('one made here is nothing else once it is issued', () => {
    expect(marks({})).toEqual([]);
    expect(marks({ stated: 'to-confirm', issued: null })).toEqual(['notIssued']);
  });
});

test('a hand-entered record of a contracting entity is printed with what the rules know of it', () => {
  const paper = buildPaper(
    source({ direction: 'received', vendor: 'huawei', entity: 'SPARKOO_TH', net: '6000', tax: '420' }, { lines: [] }),
  );
  expect(paper.seller).toMatchObject({ name: 'Sparkoo Technologies Thailand Co., Limited', country: 'TH' });
  expect(paper.seller.taxIds.map((id) => id.value)).toEqual(['0105565047713']);
  const home = buildPaper({
    ...source({ direction: 'received', vendor: 'huawei', entity: 'SPARKOO_TH', net: '6000', tax: '420' }, { lines: [] }),
    company: { name: 'Siam Data', country: 'TH' },
  });
  expect([home.country, home.title.en, home.buyer.name]).toEqual(['TH', 'Tax Invoice', 'Siam Data']);
  expect(home.taxes).toMatchObject([{ ratePct: null, base: '6000', amount: '420' }]);
});

test('the tax answer that a document was made with names the country', () => {
  expect(buildPaper({ ...PAPERS.SG(), quotedCountry: 'MY' }).country).toBe('MY');
});

test('figures that the lines do not tell are told apart: what rounding leaves, and more than that', () => {
  const apart = (net: string) =>
    rows(buildPaper(source({ net, tax: '0' }, { lines: [line(1, { net: '10.00498764' })] })).totals).slice(0, 3);
  expect(apart('10')).toEqual([
    ['linesSum', null, '10.00498764'],
    ['rounding', null, '-0.00498764'],
    ['net', null, '10'],
  ]);
  expect(apart('12')[1]).toEqual(['otherAmounts', null, '1.99501236']);
});

test('renminbi are written in capitals too', () => {
  expect(buildPaper(PAPERS.CN()).capitals).toBe('壹仟陆佰柒拾玖元零伍分');
  expect(buildPaper(PAPERS.SG()).capitals).toBeNull();
});

test('whatever the figures, the totals add up to what is on record', () => {
  const cents = fc.integer({ min: 0, max: 10 ** 12 }).map((n) => `${Math.floor(n / 100)}.${String(n % 100).padStart(2, '0')}`);
  fc.assert(
    fc.property(
      fc.array(cents, { maxLength: 6 }),
      cents,
      fc.constantFrom('charged', 'charged_customer_remits', 'shown_self_accounted', 'reverse_charge'),
      fc.boolean(),
      (nets, tax, treatment, credit) => {
        const sign = (amount: string): string => (credit ? negate(amount) : amount);
        const lines = nets.map((net, i) => line(i + 1, { net: sign(add(net, '0')) }));
        const { record } = source({
          net: sign(sum(nets)),
          tax: sign(add(tax, '0')),
          kind: credit ? 'credit-note' : 'invoice',
          document: { treatment },
        });
        const paper = buildPaper({ ...source(), record, lines });
        const strong = paper.totals.filter((row) => row.strong).map((row) => row.amount);
        const total = sign(record.total);
        expect(strong[0]).toBe(total);
        const kept = treatment === 'charged' || treatment === 'reverse_charge';
        if (strong.length > 1) expect(strong[1]).toBe(subtract(total, sign(record.tax)));
        else expect(kept || record.tax === '0').toBe(true);
        expect(sum(paper.lines.map((l) => l.net))).toBe(sum(nets));
      },
    ),
    { numRuns: 300 },
  );
});

test('in another currency tax and total are those of the rate, and the three add up', () => {
  const hundredths = fc.bigInt({ min: 0n, max: 10n ** 12n });
  const text = (n: bigint): string => amount(`${n / 100n}.${String(n % 100n).padStart(2, '0')}`);
  fc.assert(
    fc.property(
      hundredths,
      hundredths,
      fc.integer({ min: 1, max: 10 ** 7 }),
      fc.constantFrom('SGD', 'JPY', 'BHD'),
      (net, tax, rate, currency) => {
        const { record } = source({ net: text(net), tax: text(tax), fx: { currency, rate: String(rate), date: null } });
        const [without, only, all] = buildPaper({ ...source(), record }).local!.totals.map((row) => row.amount);
        // By integers: the rate is whole, so that only yen have something to round.
        const expected = (n: bigint): string => (currency === 'JPY' ? String((n * BigInt(rate) + 50n) / 100n) : text(n * BigInt(rate)));
        expect([only, all]).toEqual([expected(tax), expected(net + tax)]);
        expect(add(without!, only!)).toBe(all);
      },
    ),
    { numRuns: 300 },
  );
});

test('the hash is of what the paper says, and of nothing else', () => {
  const hash = contentHash(buildPaper(PAPERS.SG()));
  expect(contentHash(buildPaper(PAPERS.SG()))).toBe(hash);
  const changed = (rest: object) => contentHash(buildPaper({ ...PAPERS.SG(), record: { ...PAPERS.SG().record, ...rest } }));
  expect(changed({ due: '2024-04-05' })).not.toBe(hash);
  expect(changed({ paid: '305.31', figures: { a: 'b' } })).toBe(hash);
});
