import { describe, expect, it } from 'vitest';
import type { Output } from '../../services/contract/index.ts';
import { rig, type Ran } from './cli-rig.ts';

const line = { invoice: 'MY-1', vendor: 'huawei', amount: '100', wht: null };
const proposal = { key: '1:100', lines: [line], payment: null, fee: '2', steps: [], reasons: [], score: 90, exact: true };
const shown = {
  money: { key: 'bank:7', date: '2024-03-30', left: '102', currency: 'USD', counterparty: '', reference: 'MY-1', text: '' },
  outcome: 'one',
  proposals: [proposal],
  gaveUp: false,
} as unknown as Output<'match/show'>;
const items = [{ money: shown.money, proposal }] as unknown as Output<'match/bulk'>;
const settings: Output<'match/settings'> = { fees: [{ currency: 'USD', amount: '50' }], tolerancePct: '1', learn: true };
const cli = () =>
  rig({
    'match/show': shown,
    'match/bulk': items,
    'match/settings': settings,
    'match/saveSettings': settings,
    'match/accept': {} as Output<'match/accept'>,
    'match/acceptBulk': { bulk: 1, accepted: [] },
    'match/undo': {} as Output<'match/undo'>,
    'match/undoBulk': [],
    'match/forget': { forgotten: 2 },
  });
const input = (ran: Ran, name: string) => ran.calls.find((c) => c.name === name)?.input;
const BOOK = ['--book', 'b.tallybook'];

describe('match', () => {
  it('accepts the n-th candidate as it is shown', async () => {
    const ran = await cli().run('match', 'accept', 'bank:7', '--candidate', '1', ...BOOK);
    expect(input(ran, 'match/accept')).toEqual({
      money: 'bank:7',
      lines: [{ invoice: 'MY-1', vendor: 'huawei', amount: '100' }],
      payment: null,
      fee: '2',
      proposal: '1:100',
      learn: null,
    });
    const none = await cli().run('match', 'accept', 'bank:7', '--candidate', '2', ...BOOK);
    expect([none.exit, input(none, 'match/accept')]).toEqual([2, undefined]);
  });
  it('accepts shares as they are given, and teaches nothing where it is told so', async () => {
    const ran = await cli().run('match', 'accept', 'payment:3', '--allocate', 'A=10.5', '--allocate', 'B=-2', '--no-learn', ...BOOK);
    expect(input(ran, 'match/accept')).toMatchObject({
      lines: [
        { invoice: 'A', amount: '10.5' },
        { invoice: 'B', amount: '-2' },
      ],
      learn: false,
    });
    expect((await cli().run('match', 'accept', 'card:3', ...BOOK)).exit).toBe(2);
  });
  it('accepts by rule only what it was shown, and only when asked to', async () => {
    const seen = await cli().run('match', 'bulk', '--condition', 'party', ...BOOK);
    expect(input(seen, 'match/acceptBulk')).toBeUndefined();
    const ran = await cli().run('match', 'bulk', '--accept', ...BOOK);
    expect(input(ran, 'match/acceptBulk')).toEqual({ condition: 'number', rule: null, items: [{ money: 'bank:7', proposal: '1:100' }] });
  });
  it('undoes one or a whole go, with a reason', async () => {
    expect(input(await cli().run('match', 'undo', '4', '--reason', 'wrong', ...BOOK), 'match/undo')).toEqual({ id: 4, reason: 'wrong' });
    const go = await cli().run('match', 'undo', '4', '--bulk', '--reason', 'wrong', ...BOOK);
    expect(input(go, 'match/undoBulk')).toEqual({ bulk: 4, reason: 'wrong' });
    expect((await cli().run('match', 'undo', '4', ...BOOK)).exit).toBe(2);
  });
  it('forgets one rule or all of them, never by accident; changes only the settings that are named', async () => {
    expect((await cli().run('match', 'rules', 'forget', ...BOOK)).exit).toBe(2);
    expect(input(await cli().run('match', 'rules', 'forget', '--all', ...BOOK), 'match/forget')).toEqual({ id: null });
    const ran = await cli().run('match', 'settings', '--fee', 'EUR=20', ...BOOK);
    expect(input(ran, 'match/saveSettings')).toEqual({
      fees: [settings.fees[0], { currency: 'EUR', amount: '20' }],
      tolerancePct: '1',
      learn: true,
    });
    expect(input(await cli().run('match', 'settings', ...BOOK), 'match/saveSettings')).toBeUndefined();
  });
});
