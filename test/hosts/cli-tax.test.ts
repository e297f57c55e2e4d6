import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rig } from './cli-rig.ts';

const BOOK = ['--book', 'b.tallybook'];
const CASE = 'tax quote --country MY --entity SPARKOO_SG --status registered --amount 100 --currency USD --date 2024-03-02'.split(' ');
const DIFF = {
  added: [{ part: 'rule', id: 'MY-U01' }],
  removed: [],
  changed: [{ part: 'rule', id: 'MY-02', fields: [{ field: 'to', before: null, after: '"2024-05-31"' }] }],
};
const names = (calls: { name: string }[]): string[] => calls.map((call) => call.name);

describe('tax rules on the command line', () => {
  it('a quote needs no book, takes one when it is named, and can be kept', async () => {
    const { run } = rig({ 'tax/record-quote': { id: 7, quote: { invoiceTotal: '108' } } });
    expect(names((await run(...CASE)).calls)).toEqual(['tax/quote']);
    expect(names((await run(...CASE, ...BOOK)).calls)).toEqual(['book/open', 'tax/quote']);
    const kept = await run(...CASE, '--usage-date', '2024-02-29', '--record', '--json', ...BOOK);
    expect(JSON.parse(kept.out)).toEqual({ recorded: 7, invoiceTotal: '108' });
    expect(kept.calls.at(-1)).toMatchObject({ name: 'tax/record-quote', input: { usageDate: '2024-02-29' } });
    expect((await run(...CASE, '--record')).exit).toBe(2);
  });
  it('a rule is overridden by a rate from a day, or by a file', async () => {
    const { run, cwd } = rig({ 'tax/override-rule': { id: 'MY-U01' }, 'tax/add-rule': { id: 'MY-U02' } });
    const rule = {
      country: 'MY',
      kind: 'identity',
      entity: null,
      status: 'any',
      from: null,
      to: null,
      treatment: 'status_selection_rule',
      source: 'Law',
    };
    writeFileSync(join(cwd, 'rule.json'), JSON.stringify(rule));
    const rate = await run(...'tax rule override MY-02 --rate 10 --from 2024-06-01 --reason Budget'.split(' '), ...BOOK);
    expect(rate.calls.at(-1)).toEqual({
      name: 'tax/override-rule',
      input: { replaces: 'MY-02', with: { ratePct: '10', from: '2024-06-01' }, reason: 'Budget' },
    });
    const file = await run(...'tax rule add --file rule.json --reason Law'.split(' '), ...BOOK);
    expect(file.calls.at(-1)).toMatchObject({ name: 'tax/add-rule', input: { rule: { ...rule, certainty: 'explicit' }, reason: 'Law' } });
    const off = await run(...'tax rule off MY-02 --from 2024-06-01 --reason Law'.split(' '), ...BOOK);
    expect(off.calls.at(-1)).toMatchObject({ name: 'tax/switch-off-rule', input: { replaces: 'MY-02', since: '2024-06-01' } });
    const withdrawn = await run(...'tax rule withdraw MY-U01 --reason Wrong'.split(' '), ...BOOK);
    expect(withdrawn.calls.at(-1)).toMatchObject({ name: 'tax/withdraw-rule', input: { id: 'MY-U01', reason: 'Wrong' } });
  });
  it.each([
    ['tax rule override MY-02 --reason x', /Give --rate with --from, or --file/],
    ['tax rule override MY-02 --rate 9 --reason x', /--rate needs --from/],
    ['tax rule override MY-02 --rate 9 --from 2024-02-30 --reason x', /Give a day of the calendar/],
    ['tax rule override MY-02 --rate 9 --from 2024-03-01', /Required option '--reason <text>'/],
    ['tax rule add --file bill.csv --reason x', /bill\.csv is not JSON/],
    ['tax pack diff nowhere.json', /There is no file/],
    ['tax recompute one', /Give a whole number/],
    ['tax pack', /“pack” wants one of: export, diff, import/],
  ])('%s is refused', async (args, message) => {
    const { exit, err, calls } = await rig().run(...args.split(' '), ...BOOK);
    expect(exit).toBe(2);
    expect(err).toMatch(message);
    expect(calls).toEqual([]);
  });
  it('a pack is shown before it is taken in, and taken in on demand', async () => {
    const answers = { kind: 'own', name: 'p@1', current: 'p@1', diff: DIFF, refusal: null, forcible: false };
    const { run, cwd } = rig({ 'tax/diff-pack': answers, 'tax/import-pack': { kind: 'own', name: 'p@1', diff: DIFF, changed: true } });
    writeFileSync(join(cwd, 'p.json'), '{}');
    const diff = await run('tax', 'pack', 'diff', 'p.json');
    expect(diff.exit).toBe(3);
    expect(diff.out).toBe('p@1 → p@1\n+ rule MY-U01\n~ rule MY-02\n    to: (none) → "2024-05-31"\n');
    const dry = await run('tax', 'pack', 'import', 'p.json', '--dry-run', '--json', ...BOOK);
    expect(names(dry.calls)).toEqual(['book/open', 'tax/diff-pack']);
    expect(JSON.parse(dry.out)).toMatchObject({ changed: false, diff: DIFF });
    const taken = await run('tax', 'pack', 'import', 'p.json', '--force', ...BOOK);
    expect(taken.calls.at(-1)).toMatchObject({ name: 'tax/import-pack', input: { force: true } });
  });
  it('a recorded answer that comes out otherwise ends with 3', async () => {
    const { run } = rig({ 'tax/recompute': { id: 1, equal: false, differences: [] } });
    expect((await run('tax', 'recompute', '1', ...BOOK)).exit).toBe(3);
  });
});
