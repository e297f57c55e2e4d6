import { describe, expect, it } from 'vitest';
import type { ResidenceProof } from '../../../domain/residence/certificate.ts';
import { grossUp } from '../../../domain/tax/gross-up.ts';
import { taxPack } from '../../../domain/tax/pack.ts';
import { quote } from '../../../domain/tax/quote.ts';
import { INCOME_TYPES } from '../../../domain/tax/treaty.ts';
import { say } from './say.ts';

const LETTERS = /[a-z]{3,}/;
const CHINESE = /\p{Script=Han}/u;

/** What withholding says with and without a certificate of residence, for every country that has a treaty or a rule. */
function allSaid(): Set<string> {
  const said = new Set<string>();
  for (const { iso: country } of taxPack.countries)
    for (const { id: entity, residence } of taxPack.entities)
      for (const incomeType of [null, ...INCOME_TYPES])
        for (const held of [true, false]) {
          const proof: ResidenceProof = { number: 'TRC-1', residence, forCountry: country, validFrom: '2024-01-01', validTo: '2024-12-31' };
          const at = {
            country,
            entity,
            status: 'any' as const,
            region: null,
            date: '2024-04-01',
            amount: '100.05',
            currency: 'USD',
            whtRate: null,
          };
          const q = quote(taxPack, { ...at, incomeType, residence: held ? proof : null });
          for (const step of q.steps) said.add(step.label).add(step.formula);
          for (const note of q.notes) said.add(note);
        }
  for (const step of grossUp('100', '10', 'USD').steps) said.add(step.label).add(step.formula);
  return said;
}

describe('withholding in Chinese', () => {
  it('has a form for everything that is said', () => {
    const said = [...allSaid()];
    expect(said.some((text) => text.startsWith('No certificate of residence'))).toBe(true);
    expect(said.some((text) => text.startsWith('Certificate of residence'))).toBe(true);
    expect(said.filter((text) => LETTERS.test(text) && !CHINESE.test(say(text, 'zh-CN')))).toEqual([]);
  });
  it('keeps the figures', () => {
    expect(
      say(
        '100.05 × 5 % = 5.0025, rounded half-up to 2 decimals (tax.half-up-2); treaty rate MY-SG (MY-08, technical service fee)',
        'zh-CN',
      ),
    ).toBe('100.05 × 5 % = 5.0025，四舍五入到 2 位小数（tax.half-up-2）；协定税率 MY-SG（MY-08，技术服务费）');
    expect(say('100 ÷ (1 − 10 %) = 111.1111111111…, rounded half-up to 2 decimals (gross-up.half-up-2)', 'zh-CN')).toBe(
      '100 ÷ (1 − 10 %) = 111.1111111111…，四舍五入到 2 位小数（gross-up.half-up-2）',
    );
  });
});
