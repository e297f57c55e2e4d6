import { describe, expect, it } from 'vitest';
import { taxPack } from '../../../../domain/tax/pack.ts';
import { ownBody, taxRule } from '../../../../services/contract/tax-rule.ts';
import { bodyOf, draftOf, emptyDraft, missingOf, totalOf, type RuleDraft } from './rule-draft.ts';

const known = { country: true, entity: true };
const draft = (change: Partial<RuleDraft> = {}): RuleDraft => ({
  ...emptyDraft('MY', 'SPARKOO_SG'),
  code: 'DST',
  name: 'Service tax',
  parts: [{ code: '', ratePct: '8.50' }],
  source: 'Law',
  reason: 'Budget',
  ...change,
});

describe('a rule as the form has it', () => {
  it('says what is missing, one thing at a time', () => {
    expect(missingOf(draft(), known)).toBeNull();
    const wanting: [string, Partial<RuleDraft>][] = [
      ['needCountry', { country: 'M' }],
      ['needEntity', { entity: 'a b' }],
      ['daysReversed', { from: '2024-02-01', to: '2024-01-31' }],
      ['needTax', { code: 'dst' }],
      ['needRate', { parts: [{ code: '', ratePct: '' }] }],
      ['needRate', { parts: [{ code: '', ratePct: '101' }] }],
      [
        'needRate',
        {
          parts: [
            { code: 'A', ratePct: '60' },
            { code: 'B', ratePct: '60' },
          ],
        },
      ],
      ['needTreaty', { kind: 'wht', treatment: 'treaty_rate' }],
      ['needSource', { source: ' ' }],
      ['needReason', { reason: '' }],
    ];
    for (const [word, change] of wanting) expect([change, missingOf(draft(change), known)]).toEqual([change, word]);
    expect(missingOf(draft(), { country: false, entity: true })).toBe('needCountryFacts');
    expect(missingOf(draft({ entity: 'ACME' }), { country: true, entity: false })).toBe('needEntityFacts');
  });
  it('adds parts up exactly', () => {
    expect(
      totalOf([
        { code: 'A', ratePct: '0.1' },
        { code: 'B', ratePct: '0.2' },
      ]),
    ).toBe('0.3');
    expect(
      totalOf([
        { code: 'A', ratePct: '9' },
        { code: 'B', ratePct: '' },
      ]),
    ).toBeNull();
  });
  it('becomes a rule of the contract', () => {
    expect(ownBody.parse(bodyOf(draft(), known))).toMatchObject({
      entity: 'SPARKOO_SG',
      tax: { ratePct: '8.5', components: [{ code: 'DST', ratePct: '8.5' }], nameZh: 'Service tax' },
    });
    const defined = bodyOf(draft({ country: 'FR', countryEn: 'France', currency: 'EUR', entity: '' }), { country: false, entity: true });
    expect(ownBody.parse(defined)).toMatchObject({ entity: null, defines: { country: { iso: 'FR', nameZh: 'France' } } });
    expect(ownBody.parse(bodyOf(draft({ kind: 'wht', treatment: 'treaty_rate', treaty: 'MY-SG', whtRate: '5' }), known))).toMatchObject({
      status: 'any',
      wht: { treaty: 'MY-SG', ratePct: null, rates: [{ ratePct: '5' }] },
    });
  });
  it('keeps the case of the rule that it stands for', () => {
    for (const rule of taxPack.rules.filter((r) => r.kind === 'indirect' && r.treatment !== 'not_stated')) {
      const body = ownBody.parse(
        bodyOf({ ...draftOf(taxRule.parse(rule)), from: '2024-01-01', source: 'Law', reason: 'x' }, known, taxRule.parse(rule)),
      );
      const of = (r: Pick<typeof rule, 'country' | 'entity' | 'status' | 'alsoStatus' | 'region' | 'basis'>) => [
        r.country,
        r.entity,
        r.status,
        r.alsoStatus,
        r.region,
        r.basis,
      ];
      expect([rule.id, ...of(body as typeof rule)]).toEqual([rule.id, ...of(rule)]);
      expect(body.tax).toEqual(rule.tax);
    }
  });
});
