import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../time/plain-date.ts';
import { checkOwnRule } from './check-own-rule.ts';
import { effectivePack } from './effective-pack.ts';
import { firstCollision } from './overlap.ts';
import { overrideBody } from './override-body.ts';
import type { OwnBody, OwnRule } from './own-rules.ts';
import { packDiff } from './pack-diff.ts';
import { taxPack, type CustomerStatus, type TaxRule } from './pack.ts';
import { quote } from './quote.ts';
import { resolveTax, type TaxCase } from './resolve.ts';

const rule = (id: string): TaxRule => taxPack.rules.find((r) => r.id === id)!;
const bodyOf = (id: string, change: Partial<OwnBody> = {}): OwnBody => {
  const { id: _, own: _own, ...body } = rule(id);
  return { ...body, ...change };
};
const add = (body: OwnBody, id = 'MY-U01'): OwnRule => ({ id, act: 'add', replaces: null, since: null, body, reason: 'test' });
const override = (replaces: string, ratePct: string, from: string, to: string | null = null, id = 'MY-U01'): OwnRule => {
  const made = overrideBody(rule(replaces), ratePct, from, 'law');
  if (!made.ok) throw new Error(made.error.message);
  return { id, act: 'override', replaces, since: null, body: { ...made.value, to }, reason: 'test' };
};
const off = (replaces: string, since: string | null, id = 'MY-U09'): OwnRule => ({
  id,
  act: 'off',
  replaces,
  since,
  body: null,
  reason: 'test',
});
const at = (date: string, change: Partial<TaxCase> = {}): TaxCase => ({
  country: 'MY',
  entity: 'SPARKOO_SG',
  status: 'registered',
  region: null,
  date,
  ...change,
});
const found = (own: OwnRule[], asked: TaxCase): string | null => {
  const pack = effectivePack(taxPack, own);
  if (!pack.ok) throw new Error(pack.error.message);
  return resolveTax(pack.value, asked).rule?.id ?? null;
};
const refusal = (own: OwnRule[]) => {
  const pack = effectivePack(taxPack, own);
  return pack.ok ? null : pack.error;
};

describe('own rules on top of the pack', () => {
  it('leaves the pack as it is without any', () => expect(effectivePack(taxPack, [])).toEqual({ ok: true, value: taxPack }));

  it('an override takes its days, the rule goes on before and after', () => {
    const own = [override('MY-02', '10', '2024-06-01', '2024-08-31')];
    expect(['2024-05-31', '2024-06-01', '2024-08-31', '2024-09-01'].map((d) => found(own, at(d)))).toEqual([
      'MY-02',
      'MY-U01',
      'MY-U01',
      'MY-02',
    ]);
  });
  it('a rule that is off ends the day before, or never held', () => {
    expect(found([off('MY-02', '2024-06-01')], at('2024-05-31'))).toBe('MY-02');
    expect(found([off('MY-02', '2024-06-01')], at('2024-06-01'))).toBeNull();
    expect(found([off('MY-02', null)], at('2024-03-01'))).toBeNull();
  });
  it('makes room for another rule where one is off', () => {
    const own = [off('MY-02', '2024-06-01'), add(bodyOf('MY-02', { from: '2024-06-01', status: 'registered' }))];
    expect(found(own, at('2024-06-01'))).toBe('MY-U01');
    expect(found(own, at('2024-06-01', { status: 'unregistered' }))).toBeNull();
  });
  it('knows a country and an entity that own rules bring along', () => {
    const body = bodyOf('MY-02', {
      country: 'FR',
      entity: 'ACME_FR',
      from: null,
      defines: {
        country: { iso: 'FR', nameEn: 'France', nameZh: '法国', currency: 'EUR', regions: [] },
        entity: { id: 'ACME_FR', name: 'Acme SAS', nameZh: 'Acme', residence: 'FR', registrations: [] },
      },
    });
    const pack = effectivePack(taxPack, [add(body, 'FR-U01')]);
    expect(pack.ok && pack.value.countries.at(-1)!.iso).toBe('FR');
    expect(found([add(body, 'FR-U01')], at('2024-01-01', { country: 'FR', entity: 'ACME_FR' }))).toBe('FR-U01');
  });
  it('names itself and its reason in the answer', () => {
    const pack = effectivePack(taxPack, [override('MY-02', '10', '2024-06-01')]);
    if (!pack.ok) throw new Error(pack.error.message);
    const q = quote(pack.value, { ...at('2024-06-01'), amount: '100', currency: 'USD', whtRate: '8' });
    expect(q).toMatchObject({ invoiceTotal: '110', netPayable: '102', rule: { id: 'MY-U01', own: { replaces: 'MY-02', reason: 'test' } } });
    expect(q.notes[0]).toBe('Own rule of this book in the place of MY-02: test');
  });
});

describe('what does not go together is refused, with both rules named', () => {
  it.each([
    ['beside a rule of the pack', [add(bodyOf('MY-02'))], 'MY-U01', 'MY-02'],
    ['for one status of a rule for all', [add(bodyOf('MY-02', { status: 'registered' }))], 'MY-U01', 'MY-02'],
    ['for every entity', [add(bodyOf('MY-02', { entity: null, from: '2030-01-01' }))], 'MY-U01', 'MY-02'],
    [
      'two overrides of one rule',
      [override('MY-02', '9', '2024-05-01'), override('MY-02', '10', '2024-06-01', null, 'MY-U02')],
      'MY-U02',
      'MY-U01',
    ],
    ['the wider status', [add(bodyOf('ID-03', { status: 'registered' }), 'ID-U01')], 'ID-U01', 'ID-02'],
    ['the other withholding clause', [add(bodyOf('MY-06', { from: '2021-10-31' }))], 'MY-U01', 'MY-05'],
    ['another way of counting days', [add(bodyOf('MY-06', { basis: undefined, from: '2030-01-01' }))], 'MY-U01', 'MY-05'],
  ] as const)('%s', (_, own, mine, other) => {
    const error = refusal([...own])!;
    expect(error.code).toBe('tax.rule-overlap');
    expect(error.message).toContain(mine);
    expect(error.message).toContain(other);
    expect(error.details?.remedy).toContain(other);
  });
  it('an override for another case, of days that the rule never had, or of no rule', () => {
    expect(refusal([{ ...override('MY-02', '9', '2024-05-01'), body: bodyOf('MY-02', { status: 'registered' }) } as OwnRule])?.code).toBe(
      'tax.rule-other-case',
    );
    expect(refusal([override('MY-01', '9', '2024-03-01')])?.code).toBe('tax.rule-elsewhere');
    expect(refusal([{ ...off('MY-02', null), replaces: 'MY-77' } as OwnRule])?.code).toBe('tax.rule-unknown');
  });
});

describe('a rule that makes no sense by itself is refused by its field', () => {
  const tax = rule('MY-02').tax!;
  it.each([
    ['treatment', { treatment: 'treaty_rate' as const }],
    ['to', { from: '2024-02-01', to: '2024-01-31' }],
    ['tax', { tax: undefined }],
    ['tax.ratePct', { tax: { ...tax, ratePct: '9' } }],
    ['tax.ratePct', { tax: { ...tax, ratePct: null } }],
    ['tax.ratePct', { tax: { ...tax, ratePct: null, components: [{ code: 'DST', ratePct: null }] } }],
    ['country', { country: 'XX' }],
    ['defines.country', { country: 'FR' }],
    ['defines.entity', { entity: 'ACME' }],
    ['region', { region: { is: 'SG-01' } }],
    ['wht', { kind: 'wht' as const, treatment: 'withheld_from_payment' as const }],
    ['evidence', { kind: 'evidence' as const, treatment: 'certificate_required' as const }],
  ])('%s', (field, change) => {
    const checked = checkOwnRule(bodyOf('MY-02', change), taxPack);
    expect(checked.ok ? null : checked.error.details?.column).toBe(`rule.${field}`);
  });
  it('takes every rule of the pack that prints one', () => {
    for (const { id, ...body } of taxPack.rules.filter((r) => r.treatment !== 'not_stated'))
      expect([id, checkOwnRule(body, taxPack).ok]).toEqual([id, true]);
  });
  it('has one rate alone to override, or wants the whole rule', () => {
    expect(overrideBody(rule('IN-01'), '9', '2024-01-01', 'x').ok).toBe(false);
    expect(overrideBody(rule('MY-08'), '9', '2024-01-01', 'x').ok).toBe(false);
    expect(overrideBody(rule('MY-06'), '9', '2024-01-01', 'x')).toMatchObject({ ok: true, value: { wht: { ratePct: '9' } } });
  });
});

describe('the difference of two packs', () => {
  it('names what is added, removed, and changed field by field', () => {
    const after = {
      ...taxPack,
      version: 2,
      rules: [
        ...taxPack.rules.filter((r) => r.id !== 'MY-01').map((r) => (r.id === 'MY-02' ? { ...r, tax: { ...r.tax!, ratePct: '9' } } : r)),
        { ...rule('MY-01'), id: 'MY-12' },
      ],
    };
    expect(packDiff(taxPack, after)).toEqual({
      added: [{ part: 'rule', id: 'MY-12' }],
      removed: [{ part: 'rule', id: 'MY-01' }],
      changed: [
        { part: 'pack', id: taxPack.id, fields: [{ field: 'version', before: '1', after: '2' }] },
        { part: 'rule', id: 'MY-02', fields: [{ field: 'tax.ratePct', before: '"8"', after: '"9"' }] },
      ],
    });
    expect(packDiff(taxPack, structuredClone(taxPack))).toEqual({ added: [], removed: [], changed: [] });
  });
});

describe('any own rules', () => {
  const taxed = taxPack.rules.filter((r) => r.kind === 'indirect' && r.treatment !== 'not_stated');
  const days = fc.integer({ min: 0, max: 3600 }).map((n) => addDays('2018-01-01', n));
  const statuses: CustomerStatus[] = [
    'any',
    'registered',
    'unregistered',
    'vat_collector',
    'individual_unregistered',
    'enterprise_registered',
  ];
  const ownRule = fc
    .record({
      of: fc.constantFrom(...taxed),
      act: fc.constantFrom('add', 'override', 'off'),
      from: days,
      length: fc.option(fc.integer({ min: 0, max: 900 })),
      status: fc.constantFrom(...statuses),
    })
    .map(({ of, act, from, length, status }): OwnRule => {
      const body = bodyOf(of.id, { from, to: length === null ? null : addDays(from, length) });
      if (act === 'off') return { id: 'XX-U01', act, replaces: of.id, since: from, body: null, reason: 'test' };
      if (act === 'override') return { id: 'XX-U01', act, replaces: of.id, since: null, body, reason: 'test' };
      return { id: 'XX-U01', act: 'add', replaces: null, since: null, body: { ...body, status }, reason: 'test' };
    });
  const cases = fc.record({
    of: fc.constantFrom(...taxed),
    status: fc.constantFrom(...statuses),
    region: fc.constantFrom(null, 'IN-HR', 'IN-KA', 'PK-SD'),
    date: days,
  });

  it('are refused, or leave exactly one rule or none for any case', () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.array(ownRule, { minLength: 1, maxLength: 4 }), fc.array(cases, { minLength: 20, maxLength: 20 }), (list, asked) => {
        const own = list.map((r, n) => ({ ...r, id: `XX-U${String(n + 1).padStart(2, '0')}` }));
        const pack = effectivePack(taxPack, own);
        if (!pack.ok) {
          expect(pack.error.details?.remedy).toBeTruthy();
          return;
        }
        taken++;
        expect(firstCollision(pack.value.rules)).toBeNull();
        for (const { of, status, region, date } of asked) {
          const c: TaxCase = { country: of.country, entity: of.entity ?? 'SPARKOO_SG', status, region, date };
          const now = resolveTax(pack.value, c).rule;
          const before = resolveTax(taxPack, c).rule;
          // Where no own rule speaks of the case's country, nothing changes.
          if (!own.some((r) => (r.replaces ?? r.body?.country ?? '').slice(0, 2) === of.country)) expect(now?.id).toBe(before?.id);
          if (now?.own) expect(own.map((r) => r.id)).toContain(now.id);
        }
      }),
      { numRuns: 400 },
    );
    // The property speaks of packs that were taken, so there have to be some.
    expect(taken).toBeGreaterThan(40);
  });
});
