import { describe, expect, it } from 'vitest';
import { POLICIES } from '../money/rounding.ts';
import { checks } from './checks/index.ts';
import { policyTitle, toleranceZh } from './tolerances.ts';

describe('the tolerance of a check in Chinese', () => {
  it('is words, and for a named rule its name too', () => {
    expect(toleranceZh('exact')).toBe('完全一致');
    expect(toleranceZh('exact, line by line')).toBe('逐行完全一致');
    expect(toleranceZh('invoice.half-up-2')).toBe('发票金额四舍五入到分（invoice.half-up-2）');
    expect(toleranceZh('constructor')).toBe('constructor');
  });
  it.each(Object.values(POLICIES).map((policy) => policy.id))('knows %s', (id) =>
    expect(toleranceZh(id)).toMatch(/^\p{Script=Han}|^\d.*（/u),
  );
});

describe('policies that checks name', () => {
  it.each([...new Set(checks.flatMap((check) => check.tolerance))])('%s has words in both languages', (id) => {
    expect(policyTitle(id)).not.toBe(id);
    expect(toleranceZh(id)).not.toBe(id);
  });
});
