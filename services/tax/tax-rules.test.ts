import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { taxPack } from '../../domain/tax/pack.ts';
import { taxPackSchema } from '../contract/tax-rule.ts';
import { inTransaction } from '../invoices/act.ts';
import { documentRig } from '../invoices/rig.ts';
import { recordQuote } from './record-quote.ts';

let rig: ReturnType<typeof documentRig>;
beforeEach(() => (rig = documentRig()));
afterEach(() => rig.close());

const my = {
  country: 'MY',
  entity: 'SPARKOO_SG',
  status: 'registered',
  region: null,
  amount: '100',
  currency: 'USD',
  date: '2024-06-02',
  whtRate: '8',
} as const;
const override = (ratePct: string, from = '2024-06-01', replaces = 'MY-02') =>
  rig.call('tax/override-rule', { replaces, with: { ratePct, from }, reason: 'Budget' });
const vat = (country: string, change: object = {}) => ({
  country,
  kind: 'indirect' as const,
  entity: null,
  status: 'any' as const,
  from: null,
  to: null,
  treatment: 'charged' as const,
  tax: { code: 'VAT', name: 'VAT', nameZh: '增值税', ratePct: '20', components: [{ code: 'VAT', ratePct: '20' }] },
  source: 'Law',
  ...change,
});
const france = { iso: 'FR', nameEn: 'France', nameZh: '法国', currency: 'EUR', regions: [] };

describe('own rules', () => {
  it('stand in every quote of the book, and in none without it', async () => {
    expect(await override('10')).toEqual({ id: 'MY-U01' });
    expect(await rig.call('tax/quote', my)).toMatchObject({
      rule: { id: 'MY-U01' },
      invoiceTotal: '110',
      pack: expect.stringMatching(/^huawei-cloud-2024-04-16@1\+[0-9a-f]{12}$/) as unknown,
    });
    expect(await rig.call('tax/quote', { ...my, date: '2024-05-31' })).toMatchObject({ rule: { id: 'MY-02' }, invoiceTotal: '108' });
    rig.session.close();
    expect(await rig.call('tax/quote', my)).toMatchObject({ rule: { id: 'MY-02' }, pack: 'huawei-cloud-2024-04-16@1' });
  });
  it('take a country that the pack does not know, once it is defined', async () => {
    expect(await rig.refusal('tax/add-rule', { rule: vat('FR'), reason: 'x' })).toBe('tax.rule-wrong');
    await rig.call('tax/add-rule', { rule: vat('FR', { to: '2024-12-31', defines: { country: france } }), reason: 'x' });
    await rig.call('tax/add-rule', { rule: vat('FR', { from: '2025-01-01' }), reason: 'the second needs no telling again' });
    expect((await rig.call('tax/options', {})).countries.find((c) => c.iso === 'FR')).toMatchObject({ nameEn: 'France' });
    expect(await rig.call('tax/quote', { ...my, country: 'FR', date: '2025-01-01' })).toMatchObject({
      rule: { id: 'FR-U02' },
      invoiceTotal: '120',
    });
  });
  it.each([
    ['tax.rule-overlap', () => vat('MY')],
    ['tax.rule-wrong', () => vat('XX')],
    ['call', () => vat('MY', { tax: { ...vat('MY').tax, ratePct: '101' } })],
    ['call', () => ({ ...vat('MY'), treetment: 'charged' })],
  ])('are refused where they make no sense: %s', async (code, rule) => {
    const before = rig.auditCount();
    if (code === 'call') await expect(rig.refusal('tax/add-rule', { rule: rule(), reason: 'x' })).rejects.toThrow();
    else expect(await rig.refusal('tax/add-rule', { rule: rule(), reason: 'x' })).toBe(code);
    expect(rig.auditCount()).toBe(before);
    expect((await rig.call('tax/rules', {})).rules).toHaveLength(95);
  });
  it('are withdrawn, never deleted, and their ids are not given again', async () => {
    await override('10');
    await rig.call('tax/withdraw-rule', { id: 'MY-U01', reason: 'mistaken' });
    expect(await rig.call('tax/quote', my)).toMatchObject({ rule: { id: 'MY-02' }, pack: 'huawei-cloud-2024-04-16@1' });
    expect(await rig.refusal('tax/withdraw-rule', { id: 'MY-U01', reason: 'again' })).toBe('tax.rule-withdrawn');
    expect(await rig.refusal('tax/withdraw-rule', { id: 'MY-U07', reason: 'none' })).toBe('tax.rule-not-own');
    expect(await override('11')).toEqual({ id: 'MY-U02' });
    const { rules } = await rig.call('tax/rules', { country: 'MY' });
    expect(rules.find((r) => r.id === 'MY-U01')).toMatchObject({
      state: 'withdrawn',
      own: { reason: 'Budget', withdrawn: { who: 'ann', reason: 'mistaken' } },
    });
    expect(rules.find((r) => r.id === 'MY-02')).toMatchObject({
      state: 'partly',
      over: [{ id: 'MY-U02', act: 'override', from: '2024-06-01', to: null }],
    });
  });
  it('are not withdrawn where the rule that comes back would meet another', async () => {
    await rig.call('tax/switch-off-rule', { replaces: 'MY-02', since: null, reason: 'own rules instead' });
    await rig.call('tax/add-rule', { rule: vat('MY', { entity: 'SPARKOO_SG', from: '2024-03-01' }), reason: 'x' });
    expect(await rig.refusal('tax/withdraw-rule', { id: 'MY-U01', reason: 'x' })).toBe('tax.rule-overlap');
    await rig.call('tax/withdraw-rule', { id: 'MY-U02', reason: 'x' });
    await rig.call('tax/withdraw-rule', { id: 'MY-U01', reason: 'x' });
    expect((await rig.call('tax/rules', { country: 'MY' })).rules.find((r) => r.id === 'MY-02')!.state).toBe('holds');
  });
});

describe('quotes on record', () => {
  it('keep case, answer and rules, and come out again when the rules have changed', async () => {
    const { id } = await rig.call('tax/record-quote', my);
    await override('10');
    await rig.call('tax/record-quote', my);
    expect(await rig.call('tax/quotes', {})).toMatchObject([
      { id: 2, rule: 'MY-U01', tax: '10', invoiceTotal: '110', netPayable: '102' },
      { id: 1, rule: 'MY-02', whtRule: 'MY-06', tax: '8', invoiceTotal: '108', invoices: [] },
    ]);
    expect(await rig.call('tax/quotes', { rule: 'MY-06' })).toHaveLength(2);
    expect(await rig.call('tax/recompute', { id })).toMatchObject({ equal: true, differences: [], now: { equal: false, rule: 'MY-U01' } });
    expect(await rig.call('tax/quote-record', { id })).toMatchObject({ input: { amount: '100' }, result: { invoiceTotal: '108' } });
    expect(await rig.refusal('tax/quote-record', { id: 99 })).toBe('tax.quote-unknown');
    expect(rig.verify().totals).toBe('ok');
  });
  it('are made by other commands in their own transaction', () => {
    const context = { host: { who: 'ann' }, session: rig.session } as Parameters<typeof inTransaction>[0];
    const { id, quote } = inTransaction(context, (act) => recordQuote(act, { ...my, country: 'ET' }));
    expect([id, quote.rule, quote.invoiceTotal]).toEqual([1, null, null]);
    expect(() =>
      inTransaction(context, (act) => {
        recordQuote(act, my);
        throw new Error('the rest failed');
      }),
    ).toThrow('the rest failed');
    expect(rig.book.read.get('SELECT COUNT(*) AS n FROM tax_quote')).toEqual({ n: 1 });
  });
  it('tell a figure that was changed behind the program', async () => {
    const { id } = await rig.call('tax/record-quote', my);
    rig.book.write.run(`UPDATE tax_quote SET result = json_set(result, '$.invoiceTotal', '109')`);
    expect(await rig.call('tax/recompute', { id })).toMatchObject({
      equal: false,
      differences: [{ field: 'invoiceTotal', recorded: '"109"', computed: '"108"' }],
    });
    expect(rig.verify().totals).toBe('tax quote 1 is not as the audit trail recorded it');
  });
  it('tell an own rule and a kept pack that were changed behind the program', async () => {
    await override('10');
    await rig.call('tax/record-quote', my);
    rig.book.write.run(`UPDATE tax_rule SET reason = 'other'`);
    expect(rig.verify().totals).toBe('tax rule MY-U01 is not as the audit trail recorded it');
    rig.book.write.run(`UPDATE tax_rule SET reason = 'Budget'`);
    expect(rig.verify().totals).toBe('ok');
    rig.book.write.run('PRAGMA foreign_keys = OFF');
    rig.book.write.run(`UPDATE tax_pack SET digest = '${'0'.repeat(64)}'`);
    expect(rig.verify().totals).toContain('rule pack 000000000000… was changed');
  });
});

describe('packs as files', () => {
  const written = async (what: 'pack' | 'own' = 'pack') => {
    const { token, path } = rig.target(`${what}.json`);
    const answer = await rig.call('tax/export-pack', { target: token, what });
    return { answer, text: readFileSync(path, 'utf8') };
  };
  const changed = (text: string, change: (pack: typeof taxPack) => void): string => {
    const content = JSON.parse(text) as { pack: typeof taxPack };
    change(content.pack);
    return JSON.stringify(content);
  };
  const newer = (text: string, version = 2): string =>
    changed(text, (pack) => {
      pack.version = version;
      const rule = pack.rules.find((r) => r.id === 'SG-03')!;
      rule.tax = { ...rule.tax!, ratePct: '10', components: [{ code: 'GST', ratePct: '10' }] };
    });

  it('the shipped pack has the shape that files must have', () => expect(taxPackSchema.parse(taxPack)).toEqual(taxPack));
  it('are the same bytes for the same rules, and no different from the book', async () => {
    const first = await written();
    expect(first.answer).toMatchObject({ rules: 95, name: 'huawei-cloud-2024-04-16@1' });
    expect((await written()).answer.sha256).toBe(first.answer.sha256);
    expect(await rig.call('tax/diff-pack', { file: rig.file('p.json', first.text) })).toMatchObject({
      diff: { added: [], removed: [], changed: [] },
      refusal: null,
    });
    expect(await rig.call('tax/import-pack', { file: rig.file('p.json', first.text) })).toMatchObject({ changed: false });
  });
  it('a newer one is shown field by field, taken in below the own rules, and old answers stay reproducible', async () => {
    const sg = { ...my, country: 'SG', date: '2024-06-01' } as const;
    const { text } = await written();
    await override('10');
    await rig.call('tax/record-quote', sg);
    const file = rig.file('p2.json', newer(text));
    const { diff } = await rig.call('tax/diff-pack', { file });
    expect(diff.changed).toEqual([
      { part: 'pack', id: taxPack.id, fields: [{ field: 'version', before: '1', after: '2' }] },
      {
        part: 'rule',
        id: 'SG-03',
        fields: [
          { field: 'tax.components.0.ratePct', before: '"9"', after: '"10"' },
          { field: 'tax.ratePct', before: '"9"', after: '"10"' },
        ],
      },
    ]);
    expect(await rig.call('tax/quote', sg)).toMatchObject({ invoiceTotal: '109' });
    expect(await rig.call('tax/import-pack', { file })).toMatchObject({ changed: true, diff });
    expect(await rig.call('tax/quote', sg)).toMatchObject({ invoiceTotal: '110' });
    expect(await rig.call('tax/quote', my)).toMatchObject({ rule: { id: 'MY-U01' } });
    expect(await rig.call('tax/recompute', { id: 1 })).toMatchObject({ equal: true, now: { equal: false } });
    expect((await rig.call('tax/rules', {})).pack).toMatchObject({ from: 'taken', version: 2, shippedVersion: 1, taken: { who: 'ann' } });
    expect(rig.verify().totals).toBe('ok');
  });
  it('an older one, or other content of the same edition, is taken in only by force', async () => {
    const { text } = await written();
    await rig.call('tax/import-pack', { file: rig.file('p3.json', newer(text, 3)) });
    const old = rig.file('p1.json', text);
    expect(await rig.call('tax/diff-pack', { file: old })).toMatchObject({ refusal: { code: 'tax.pack-older' }, forcible: true });
    expect(await rig.refusal('tax/import-pack', { file: old })).toBe('tax.pack-older');
    expect(await rig.call('tax/import-pack', { file: old, force: true })).toMatchObject({ changed: true });
    expect(await rig.refusal('tax/import-pack', { file: rig.file('p1b.json', newer(text, 1)) })).toBe('tax.pack-same-edition');
  });
  it.each([
    ['no JSON', () => '{', 'tax.pack-not-json', 'p.json'],
    ['another format', (text: string) => text.replace('tallybook.tax-pack/1', 'x'), 'tax.pack-shape', 'format'],
    ['a misspelt field', (text: string) => text.replace('"treatment": "charged"', '"treetment": "charged"'), 'tax.pack-shape', 'treetment'],
    ['a rate of 101', (text: string) => text.replace('"ratePct": "6"', '"ratePct": "101"'), 'tax.pack-shape', 'MY-01'],
    ['an unknown country', (text: string) => changed(text, (p) => void (p.rules[0]!.country = 'XX')), 'tax.pack-rule', 'country'],
    ['an unknown entity', (text: string) => changed(text, (p) => void (p.rules[0]!.entity = 'NOBODY')), 'tax.pack-rule', 'MY-01'],
    ['a rule twice', (text: string) => changed(text, (p) => void p.rules.push(p.rules[6]!)), 'tax.pack-rule-twice', 'MY-07'],
    [
      'two rules of one case',
      (text: string) => changed(text, (p) => void p.rules.push({ ...p.rules[0]!, id: 'MY-20' })),
      'tax.rule-overlap',
      'MY-20',
    ],
    ['another pack', (text: string) => changed(text, (p) => void (p.id = 'other-pack')), 'tax.pack-other', 'other-pack'],
  ])('are refused, with rule and field named: %s', async (_, make, code, named) => {
    const { text } = await written();
    const before = rig.auditCount();
    const result = await rig.attempt('tax/import-pack', { file: rig.file('p.json', make(text)), force: true });
    expect(result.ok).toBe(false);
    if (result.ok) return;
    expect(result.error.code).toBe(code);
    expect(`${result.error.message} ${result.error.details?.column ?? ''}`).toContain(named);
    expect(result.error.details?.remedy).toBeTruthy();
    expect(rig.auditCount()).toBe(before);
  });
  it('own rules go to another book, once, under their ids', async () => {
    await override('10');
    await rig.call('tax/add-rule', { rule: vat('FR', { defines: { country: france } }), reason: 'x' });
    const { text, answer } = await written('own');
    expect(answer).toMatchObject({ what: 'own', rules: 2 });
    expect(await rig.call('tax/import-pack', { file: rig.file('own.json', text) })).toMatchObject({ kind: 'own', changed: false });
    const other = documentRig();
    try {
      const file = other.file('own.json', text);
      expect((await other.call('tax/diff-pack', { file })).diff).toMatchObject({
        added: [
          { part: 'country', id: 'FR' },
          { part: 'rule', id: 'FR-U01' },
          { part: 'rule', id: 'MY-U01' },
        ],
        changed: [{ id: 'MY-02', fields: [{ field: 'to', before: 'null', after: '"2024-05-31"' }] }],
      });
      expect(await other.call('tax/import-pack', { file })).toMatchObject({ changed: true });
      expect(await other.call('tax/quote', my)).toMatchObject({ invoiceTotal: '110' });
      expect(other.verify().totals).toBe('ok');
    } finally {
      other.close();
    }
    // A whole pack with own rules written into it is no pack of its own.
    expect(await rig.refusal('tax/import-pack', { file: rig.file('p.json', (await written()).text), force: true })).toBe('tax.pack-merged');
  });
  it('that no longer fit the own rules are told as a problem, which is mended by withdrawing', async () => {
    const { text } = await written();
    await override('10');
    const gone = changed(text, (p) => {
      p.version = 2;
      p.rules = p.rules.filter((r) => r.id !== 'MY-02');
    });
    expect(await rig.refusal('tax/import-pack', { file: rig.file('p.json', gone) })).toBe('tax.rule-unknown');
    await rig.call('tax/withdraw-rule', { id: 'MY-U01', reason: 'x' });
    await rig.call('tax/import-pack', { file: rig.file('p.json', gone) });
    // As an update of the program would leave it: the own rule is there, its rule is not.
    rig.book.write.run('UPDATE tax_rule SET withdrawn_at = NULL, withdrawn_by = NULL, withdrawn_reason = NULL');
    expect(await rig.refusal('tax/quote', my)).toBe('tax.rule-unknown');
    expect((await rig.call('tax/rules', {})).problem).toMatchObject({ code: 'tax.rule-unknown' });
    await rig.call('tax/withdraw-rule', { id: 'MY-U01', reason: 'x' });
    expect((await rig.call('tax/rules', {})).problem).toBeNull();
  });
});
