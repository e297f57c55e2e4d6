import { describe, expect, it } from 'vitest';
import { taxPack } from '../../../domain/tax/pack.ts';
import { quote } from '../../../domain/tax/quote.ts';
import { say } from './say.ts';

const STATUSES = [
  'any',
  'registered',
  'unregistered',
  'individual_unregistered',
  'enterprise_registered',
  'vat_collector',
  'registered_not_collector',
] as const;
/** Codes, figures and names that both languages write alike. */
const LETTERS = /[a-z]{3,}/;
const CHINESE = /\p{Script=Han}/u;

/** Every sentence that the rules can say: all countries, entities, statuses, regions, at dates before and after the changes. */
function allSaid(): Set<string> {
  const said = new Set<string>();
  for (const country of [...taxPack.countries.map((c) => c.iso), 'XX'])
    for (const { id: entity } of taxPack.entities)
      for (const status of STATUSES)
        for (const region of [null, ...(taxPack.countries.find((c) => c.iso === country)?.regions ?? [])])
          for (const date of ['2019-01-01', '2022-06-01', '2023-06-01', '2024-04-01'])
            for (const whtRate of [null, '7.77']) {
              const q = quote(taxPack, { country, entity, status, region, date, amount: '100.05', currency: 'USD', whtRate });
              for (const step of q.steps) said.add(step.label).add(step.formula);
              for (const note of q.notes) said.add(note);
              if (q.wht?.due) said.add(q.wht.due);
              if (q.tax?.name) said.add(q.tax.name);
              if (q.rule) said.add(q.rule.source);
            }
  return said;
}

describe('tax sentences in Chinese', () => {
  it('has a form for everything that the rules say', () => {
    const said = [...allSaid()];
    expect(said.length).toBeGreaterThan(100);
    expect(said.filter((text) => LETTERS.test(text) && !CHINESE.test(say(text, 'zh-CN')))).toEqual([]);
  });
  it('names every country of the pack', () => {
    for (const { nameEn, nameZh } of taxPack.countries)
      expect(say(`No indirect-tax rule is printed for ${nameEn}.`, 'zh-CN')).toBe(`${nameZh}：未印出间接税规则。`);
  });
  it('keeps the figures', () => {
    expect(say('100.05 × 8 % = 8.004, rounded half-up to 2 decimals (tax.half-up-2)', 'zh-CN')).toBe(
      '100.05 × 8 % = 8.004，四舍五入到 2 位小数（tax.half-up-2）',
    );
    expect(
      say(
        "Treaty MY-SG (MY-08): royalty 8 %, technical service fee 5 %, if the customer applies for it with the seller's residency certificate.",
        'zh-CN',
      ),
    ).toBe('税收协定 MY-SG（MY-08）：特许权使用费 8 %，技术服务费 5 %，须由客户凭卖方的居民证明申请。');
  });
  it('leaves English and unknown text alone', () => {
    expect(say('Fee', 'en')).toBe('Fee');
    expect(say('100 + 8', 'zh-CN')).toBe('100 + 8');
  });
});
