import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bankRig } from './rig.ts';

let rig: ReturnType<typeof bankRig>;
beforeAll(() => {
  rig = bankRig();
});
afterAll(() => {
  expect(rig.verify().totals).toBe('ok');
  rig.close();
});

const text = (name: string): string => readFileSync(new URL(`../../test/fixtures/bank/${name}`, import.meta.url), 'latin1');
/** The fixture with one piece of it changed; a piece that is not there is a mistake of the test. */
function bent(name: string, from: string, to: string): string {
  const whole = text(name);
  if (!whole.includes(from)) throw new Error(`${name} has no “${from}”`);
  return rig.file(
    name,
    Buffer.from(
      whole.replace(from, () => to),
      'latin1',
    ),
  );
}
const refused = (file: string, how: object = {}) => rig.refused('bank/import', { file, ...how });

describe('a file that is not what its format says names line and field', () => {
  it.each([
    ['eleven decimals', 'month.sta', '1000,00', '1000,12345678901', 'bank.amount', 5, ':60F:'],
    ['no decimal comma', 'month.sta', 'DR250,75', 'DR250.75', 'bank.mt940-line', 6, ':61:'],
    ['a day that no calendar has', 'month.sta', ':61:2312291229', ':61:2302291229', 'bank.date', 6, ':61:'],
    ['another currency by its letter', 'month.sta', 'DR250,75', 'DD250,75', 'bank.currencies', 6, ':61:'],
    ['a closing balance in another currency', 'month.sta', ':62F:C240102EUR', ':62F:C240102USD', 'bank.currencies', 27, ':62F:'],
    ['no such currency', 'month.sta', ':60F:C231229EUR', ':60F:C231229EUX', 'bank.currency', 5, ':60F:'],
    ['a page that does not follow', 'month.sta', ':60M:C231231EUR849,25', ':60M:C231231EUR849,26', 'bank.mt940-page', 18, ':60M:'],
    ['an entry that is only expected', 'month.sta', ':61:2312311231CR', ':61:2312311231ECR', 'bank.mt940-line', 10, ':61:'],
    ['a report of the day', 'month.sta', ':28C:00012/001', ':28C:00012/001\n:34F:EUR0,', 'bank.mt942', 5, ':34F:'],
    ['eleven decimals', 'month-02.xml', '>10.01<', '>10.01000000001<', 'bank.amount', 21, 'Amt'],
    ['an exponent', 'month-02.xml', '>1103.45<', '>1e600000000<', 'bank.amount', 12, 'Amt'],
    ['a day that no calendar has', 'month-02.xml', '2024-05-06', '2024-05-32', 'bank.date', 12, 'Dt'],
    [
      'an entry in another currency',
      'month-02.xml',
      '<Ntry><Amt Ccy="EUR">30.00',
      '<Ntry><Amt Ccy="USD">30.00',
      'bank.currencies',
      19,
      'Ntry/Amt',
    ],
    ['a balance in another currency', 'month-02.xml', 'Ccy="EUR">3886', 'Ccy="USD">3886', 'bank.currencies', 8, 'Bal/Amt'],
    ['neither credit nor debit', 'month-02.xml', '<CdtDbtInd>DBIT', '<CdtDbtInd>D', 'bank.camt-side', 12, 'CdtDbtInd'],
    ['fewer entries than it says', 'month-02.xml', '<NbOfNtries>4<', '<NbOfNtries>5<', 'bank.truncated-count', 11, 'NbOfNtries'],
    ['a notification', 'month-02.xml', 'camt.053.001.02', 'camt.054.001.02', 'bank.camt-other', 2, null],
    [
      'a document type declaration',
      'month-02.xml',
      '<Document',
      '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><Document',
      'bank.doctype',
      null,
      null,
    ],
    [
      'an invoice',
      'month-02.xml',
      'urn:iso:std:iso:20022:tech:xsd:camt.053.001.02',
      'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2',
      'bank.xml-other',
      2,
      null,
    ],
    ['eleven decimals', 'card-1.ofx', '-120.10', '-120.10000000001', 'bank.amount', 17, '<TRNAMT>'],
    ['groups of thousands', 'card-1.ofx', '-120.10', '-1,120.10', 'bank.amount', 17, '<TRNAMT>'],
    ['a day that no calendar has', 'card-1.ofx', '20240510', '20240230', 'bank.date', 20, '<DTPOSTED>'],
    [
      'an amount that was not converted',
      'card-1.ofx',
      'ORIGCURRENCY><CURRATE>0.9235<CURSYM>USD</ORIGCURRENCY',
      'CURRENCY><CURRATE>0.9235<CURSYM>USD</CURRENCY',
      'bank.currencies',
      17,
      '<TRNAMT>',
    ],
    ['no key of the bank', 'card-1.ofx', '<FITID>F3', '', 'bank.truncated', 20, '<STMTTRN> … <FITID>'],
    [
      'an error of the bank',
      'card-1.ofx',
      '<TRNUID>1<STATUS><CODE>0<SEVERITY>INFO',
      '<TRNUID>1<STATUS><CODE>2000<SEVERITY>ERROR',
      'bank.ofx-error',
      13,
      '<STATUS>',
    ],
    ['a document type declaration', 'account-2.ofx', '<OFX>', '<!DOCTYPE OFX [<!ENTITY a "b">]><OFX>', 'bank.doctype', 3, null],
  ])('%s in %s', async (_what, name, from, to, code, row, column) => {
    const told = await refused(bent(name, from, to));
    expect([told.code, told.row, told.column]).toEqual([code, row, column]);
  });
  it.each(['month.sta', 'card-1.ofx', 'account-2.ofx', 'month-02.xml', 'day-08.xml'])(
    '%s is refused wherever it is cut off',
    async (name) => {
      const whole = text(name).trimEnd();
      for (const part of [0.5, 0.7, 0.9, 0.95]) {
        const told = await refused(rig.file(name, whole.slice(0, Math.floor(whole.length * part))));
        expect(told.code).toMatch(/^bank\.(truncated|xml|amount|mt940-\w+|date)$/);
      }
    },
  );
  it.each([
    ['a PDF', '%PDF-1.4\n', 'import.not-a-bill'],
    ['JSON', '{"lines": []}', 'table.none'],
    ['nothing', '', 'import.empty'],
    ['broken XML', '<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><a></Document>', 'bank.xml'],
  ])('%s is no statement', async (_what, content, code) => {
    expect((await refused(rig.file('x.txt', content))).code).toBe(code);
  });
});

describe('a statement whose figures do not agree', () => {
  it.each([
    ['month.sta', ':62F:C240102EUR995,00', ':62F:C240102EUR995,01', '0.01'],
    ['month-02.xml', '3886.55', '3886.5500000001', '0.0000000001'],
    [
      'day-08.xml',
      'Ccy="CNY">100</c:Amt><c:CdtDbtInd>CRDT</c:CdtDbtInd><c:Sts>',
      'Ccy="CNY">99.99</c:Amt><c:CdtDbtInd>CRDT</c:CdtDbtInd><c:Sts>',
      '0.01',
    ],
  ])('%s is refused by its last digit, and taken with the difference only when told so', async (name, from, to, difference) => {
    const file = bent(name, from, to);
    const before = (await rig.run('bank/statements', {})).length;
    const preview = await rig.run('bank/preview', { file });
    expect(preview.statements[0]).toMatchObject({ difference });
    expect(preview.obstacles.map((o) => o.code)).toEqual(['difference']);
    expect(await refused(file)).toMatchObject({ code: 'bank.difference' });
    expect((await rig.run('bank/statements', {})).length).toBe(before);
    const { statements } = await rig.run('bank/import', { file, acceptDifference: true });
    expect(statements[0]).toMatchObject({ difference });
    expect((await rig.run('bank/accounts', {})).some((a) => a.differences === 1)).toBe(true);
  });
});

describe('a table', () => {
  const HEAD = 'Date,Amount,Balance,Currency,Description';
  const table = (...rows: string[]): string => rig.file('a.csv', [HEAD, ...rows, ''].join('\n'));
  it('names the row whose balance does not follow, and is refused', async () => {
    const file = table('2024-05-01,10.00,110.00,USD,a', '2024-05-02,10.00,120.01,USD,b', '2024-05-03,-20.01,100.00,USD,c');
    const { statements } = await rig.run('bank/preview', { file, account: '1' });
    expect(statements[0]).toMatchObject({ opening: '100', difference: '0.01' });
    expect(statements[0]!.notices[0]).toMatchObject({ params: { row: 3, balance: '120.01', expected: '120' } });
    expect((await refused(file, { account: '1' })).code).toBe('bank.difference');
  });
  it.each([
    ['no account', {}, '2024-05-01,1,1,USD,a', 'bank.account'],
    ['several currencies', { account: '1' }, '2024-05-01,1,1,USD,a\n2024-05-01,1,1,EUR,b', 'bank.currencies'],
    ['days that can be read in two ways', { account: '1' }, '03/02/2024,1,1,USD,a', 'bank.rejected'],
    ['no row that can be read', { account: '1' }, '2024-05-01,1.12345678901,1,USD,a', 'bank.rejected'],
  ])('with %s wants an answer', async (_what, how, rows, code) => {
    expect((await refused(table(...rows.split('\n')), how)).code).toBe(code);
  });
  it('counts rejected rows with cell, reason and remedy, and takes the others', async () => {
    const file = table(
      '2024-05-01,1.50,,USD,a',
      '2024-02-30,1,,USD,b',
      '2024-05-02,1e600000000,,USD,c',
      '2024-05-03,,,USD,d',
      'Total,1.5,,,',
    );
    const { statements } = await rig.run('bank/import', { file, account: '1' });
    expect(statements[0]).toMatchObject({ rows: 4, added: 1, duplicates: 0, rejected: 3 });
    expect(statements[0]!.rejects.map((r) => [r.row, r.column, r.code])).toEqual([
      [3, 'Date', 'date.invalid'],
      [4, 'Amount', 'amount.not-a-number'],
      [5, 'Amount', 'bank.no-amount'],
    ]);
    for (const r of statements[0]!.rejects) expect(r.remedy).toMatch(/\.$/);
  });
  it('whose columns no profile knows is mapped once; the mapping is kept and known the next time', async () => {
    const file = rig.file('b.csv', 'Tag;Was;Weg;Her\n01.05.2024;Cloud;1.000,50;\n02.05.2024;Kunde;;2.000,00\n');
    expect((await rig.run('bank/preview', { file })).obstacles.map((o) => o.code)).toEqual(['mapping']);
    expect((await refused(file)).code).toBe('bank.mapping');
    const profile = {
      name: 'Haus',
      columns: [
        { header: 'Tag', field: 'booked' as const },
        { header: 'Was', field: 'text' as const },
        { header: 'Weg', field: 'out' as const },
        { header: 'Her', field: 'in' as const },
      ],
      account: '77',
      currency: 'EUR',
      dates: 'dmy' as const,
    };
    expect((await rig.run('bank/preview', { file, mapping: { ...profile, name: 'x' } })).statements[0]!.lines.map((l) => l.amount)).toEqual(
      ['-1000.5', '2000'],
    );
    await rig.run('bank/saveProfile', { profile });
    const again = await rig.run('bank/preview', { file });
    expect(again.table!.profile!.id).toBe('own:Haus');
    expect(again.statements[0]).toMatchObject({ account: { number: '77', currency: 'EUR' }, in: '2000', out: '-1000.5' });
    await expect(
      rig.run('bank/saveProfile', { profile: { ...profile, name: 'y', columns: profile.columns.slice(1) } }),
    ).rejects.toMatchObject({ error: { code: 'bank.no-day-column' } });
  });
});
