import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { csv, mt940, ofx, type PlainStatement } from '../../test/support/bank-files.ts';
import { voidEntered } from '../payments/commands.ts';
import { linkLine } from './link.ts';
import { bankRig } from './rig.ts';

let rig: ReturnType<typeof bankRig>;
beforeEach(() => {
  rig = bankRig();
});
afterEach(() => {
  expect(rig.verify()).toEqual({ integrity: 'ok', foreignKeys: 'ok', auditChain: 'ok', totals: 'ok' });
  rig.close();
});

const line = (day: number, amount: number, text: string, id: string) => ({
  day: `2024-05-${String(day).padStart(2, '0')}`,
  amount,
  text,
  id,
});
const whole: PlainStatement = {
  account: '12345678',
  currency: 'USD',
  opening: 100_000,
  lines: [
    line(2, -10_800, 'SG-A', 'B1'),
    line(2, -500, 'Fee', ''),
    line(2, -500, 'Fee', ''),
    line(9, 30_000, 'Customer', 'B4'),
    line(20, -700, 'Fee', ''),
  ],
};
const part = (from: number, to: number): PlainStatement => ({
  ...whole,
  opening: whole.lines.slice(0, from).reduce((t, l) => t + l.amount, whole.opening),
  lines: whole.lines.slice(from, to),
});
const take = (s: PlainStatement, write = mt940, name = 'a.sta') => rig.run('bank/import', { file: rig.file(name, write(s)) });
const list = async (filter: object = {}) => (await rig.run('bank/lines', filter)).rows.map((l) => [l.booked, l.amount, l.text, l.state]);

describe('statements', () => {
  it('are taken once: the same file again changes nothing', async () => {
    const file = rig.file('a.sta', mt940(whole));
    const preview = await rig.run('bank/preview', { file });
    expect(preview.statements[0]).toMatchObject({ rows: 5, added: 5, duplicates: 0, rejected: 0 });
    expect(await rig.run('bank/import', { file })).toMatchObject({ added: 5, duplicates: 0 });
    const audit = rig.auditCount();
    expect(await rig.run('bank/import', { file })).toMatchObject({ added: 0, duplicates: 5, statements: [{ id: 1 }] });
    expect(rig.auditCount()).toBe(audit);
    expect(await list()).toHaveLength(5);
  });
  it.each([
    ['mt940', mt940],
    ['a table', csv],
    ['ofx', ofx],
  ] as const)('of %s that overlap share their lines; honest twins stay two', async (_name, write) => {
    await take(part(0, 4), write, 'a.csv');
    const second = await take(part(1, 5), write, 'b.csv');
    expect(second).toMatchObject({ added: 1, duplicates: 3, statements: [{ rows: 4, added: 1, duplicates: 3 }] });
    expect((await list()).map((l) => l[1])).toEqual(['-7', '300', '-5', '-5', '-108']);
    expect((await rig.run('bank/lines', { statement: 2 })).rows).toHaveLength(4);
  });
  it('follow one another, or the gap has its amount and its days', async () => {
    await take(part(0, 3));
    await take({ ...part(4, 5) });
    const states = async () => (await rig.run('bank/statements', {})).map((s) => [s.first, s.continuity]);
    expect(await states()).toMatchObject([
      ['2024-05-20', { state: 'gap', after: 1, difference: '300', days: 17 }],
      ['2024-05-02', { state: 'first' }],
    ]);
    expect(await rig.run('bank/accounts', {})).toMatchObject([
      { gaps: 1, statements: 2, open: 4, balance: '1175', balanceOn: '2024-05-20' },
    ]);
    await take(part(3, 4));
    expect(await states()).toMatchObject([
      ['2024-05-20', { state: 'follows', after: 3 }],
      ['2024-05-09', { state: 'follows', after: 1 }],
      ['2024-05-02', { state: 'first' }],
    ]);
  });
  it('without an opening balance follow by the lines that came new', async () => {
    await take(part(0, 4), ofx, 'a.ofx');
    await take(part(2, 5), (s) => ofx(s).replaceAll('20240531', '20240615'), 'b.ofx');
    const latest = async () => (await rig.run('bank/statements', {}))[0];
    expect(await latest()).toMatchObject({ opening: null, difference: null, continuity: { state: 'follows', after: 1 } });
    await take({ ...part(4, 5), opening: part(4, 5).opening + 300 }, (s) => ofx(s).replaceAll('20240531', '20240630'), 'c.ofx');
    expect(await latest()).toMatchObject({ continuity: { state: 'gap', after: 2, difference: '3' } });
  });
  it('are taken out again: lines that another one has stay, with their place there', async () => {
    await take(part(0, 4));
    await take(part(1, 5));
    expect(await rig.run('bank/undo', { statement: 1 })).toEqual({ statement: 1, removed: 1, kept: 3 });
    const lines = (await rig.run('bank/lines', {})).rows;
    expect(lines.map((l) => [l.amount, l.statement, l.position])).toEqual([
      ['-7', 2, 4],
      ['300', 2, 3],
      ['-5', 2, 2],
      ['-5', 2, 1],
    ]);
    expect(await rig.refused('bank/undo', { statement: 1 })).toMatchObject({ code: 'bank.undone' });
    expect((await rig.run('bank/statements', {})).map((s) => [s.id, s.state])).toEqual([
      [2, 'active'],
      [1, 'undone'],
    ]);
    expect(await take(part(0, 4))).toMatchObject({ added: 1, duplicates: 3 });
  });
});

describe('lines', () => {
  it('are found by state, direction, days and words, with exact sums', async () => {
    await take(whole);
    expect(await rig.run('bank/lines', { direction: 'out', limit: 2 })).toMatchObject({
      total: 4,
      sums: [{ currency: 'USD', count: 4, in: '0', out: '-125' }],
      rows: [{ amount: '-7' }, { amount: '-5' }],
    });
    expect(await list({ from: '2024-05-03', to: '2024-05-10' })).toEqual([['2024-05-09', '300', 'Customer', 'open']]);
    expect(await list({ search: 'sg-a' })).toHaveLength(1);
    expect(await rig.run('bank/line', { id: 1 })).toMatchObject({
      statements: [{ id: 1, row: 5 }],
      source: [{ field: ':61:' }, { field: ':86:', value: 'SG-A' }],
      history: [],
    });
  });
  it('are ignored with a reason, all or none, and taken up again', async () => {
    await take(whole);
    expect(await rig.refused('bank/ignore', { lines: [2, 99], reason: 'fee' })).toMatchObject({ code: 'bank.no-line' });
    expect(await rig.run('bank/lines', { state: 'ignored' })).toMatchObject({ total: 0 });
    await rig.run('bank/ignore', { lines: [2, 3], reason: 'fee' });
    expect(await rig.run('bank/line', { id: 3 })).toMatchObject({
      state: 'ignored',
      reason: 'fee',
      history: [{ action: 'bank/ignore', who: 'ann', state: 'ignored' }],
    });
    expect(await rig.run('bank/unignore', { lines: [1, 2] })).toEqual({ lines: 1 });
    expect(await rig.run('bank/lines', { state: 'ignored' })).toMatchObject({ total: 1 });
  });
});

describe('a line that is a payment', () => {
  const pay = async (amount: string) =>
    (await rig.call('payments/add', { date: '2024-05-02', amount, currency: 'USD', reference: 'TT', allocate: [] })).id;
  const link = (lineId: number, payment: number, amount: string): void =>
    rig.act((act) => linkLine(act, { line: lineId, payment, amount, action: 'match/accept' }));

  it('is matched once nothing of it is left; the payment leads back to file and row', async () => {
    await take(whole);
    const [first, second] = [await pay('100'), await pay('8')];
    link(1, first, '100');
    expect(await rig.run('bank/line', { id: 1 })).toMatchObject({ state: 'open', left: '8' });
    expect(() => link(1, second, '8.01')).toThrow('has 8 USD left');
    link(1, second, '8');
    expect(await rig.run('bank/line', { id: 1 })).toMatchObject({ state: 'matched', left: '0', payments: [{ id: first }, { id: second }] });
    expect(await rig.call('payments/show', { id: first })).toMatchObject({
      bank: [{ line: 1, statement: 1, account: '12345678', file: 'a.sta', row: 5, booked: '2024-05-02', amount: '100' }],
    });
    expect(await rig.refused('bank/ignore', { lines: [1], reason: 'x' })).toMatchObject({ code: 'bank.matched' });
    const told = await rig.refused('bank/undo', { statement: 1 });
    expect([told.code, told.message]).toEqual(['bank.statement-matched', '1 lines of the statement are payments: 2024-05-02 -108 USD.']);
  });
  it('is open again when the payment is voided, and the statement can be taken out', async () => {
    await take(whole);
    const id = await pay('108');
    link(1, id, '108');
    rig.act((act) => voidEntered(act, id, 'bounced'));
    expect(await rig.run('bank/line', { id: 1 })).toMatchObject({ state: 'open', left: '108', payments: [] });
    expect(await rig.run('bank/undo', { statement: 1 })).toMatchObject({ removed: 5 });
  });
  it('that was changed in the file of the book is found by verify', async () => {
    await take(whole);
    const changed = (sql: string, undo: string): string => {
      rig.book.write.run(sql);
      const { totals } = rig.verify();
      rig.book.write.run(undo);
      return totals;
    };
    expect(
      changed('UPDATE bank_line SET amount_f = amount_f + 1 WHERE id = 4', 'UPDATE bank_line SET amount_f = amount_f - 1 WHERE id = 4'),
    ).toContain('not those that were imported');
    expect(changed("UPDATE bank_line SET state = 'matched' WHERE id = 4", "UPDATE bank_line SET state = 'open' WHERE id = 4")).toContain(
      'is matched and 300 of it is left',
    );
    expect(changed("UPDATE bank_account SET currency = 'EUR'", "UPDATE bank_account SET currency = 'USD'")).toContain(
      'not as the audit trail',
    );
    expect(changed('UPDATE bank_statement SET closing_u = closing_u + 1', 'UPDATE bank_statement SET closing_u = closing_u - 1')).toContain(
      'not as the audit trail',
    );
  });
});
