import { describe, expect, it } from 'vitest';
import { VIEWS } from '../../formats/views.ts';
import { expectedSign } from '../bill-types.ts';
import { coverageOf, coverageWords, isSubscriptionMode, taxTypes } from './coverage.ts';
import { COARSE_POLICIES, isInCents, printed } from './rounding.ts';
import { viewWords } from './words.ts';

const [parts, row, cut] = COARSE_POLICIES as [(typeof COARSE_POLICIES)[0], (typeof COARSE_POLICIES)[0], (typeof COARSE_POLICIES)[0]];
const MEASURES = ['payable', 'cash', 'coupon'] as const;
/** 10^-10. */
const money = (text: string): bigint => BigInt(Math.round(Number(text) * 1e6)) * 10_000n;

describe('a telling in cents', () => {
  it('prints each means of payment half-up, and their sum as the total', () => {
    // 0.005 + 0.005: each becomes 0.01, so that the total of 0.01 becomes 0.02.
    const sums = [money('0.01'), money('0.005'), money('0.005')];
    expect(printed(sums, MEASURES, parts)).toEqual([money('0.02'), money('0.01'), money('0.01')]);
    expect(printed(sums, MEASURES, row)).toEqual([money('0.01'), money('0.01'), money('0.01')]);
    expect(printed(sums, MEASURES, cut)).toEqual([money('0.01'), 0n, 0n]);
  });
  it('rounds what is given back away from zero as well, and leaves what is missing missing', () => {
    expect(printed([money('-0.005'), null, money('-0.0049')], MEASURES, row)).toEqual([money('-0.01'), null, 0n]);
    expect(printed([money('-0.019'), null, null], MEASURES, parts)).toEqual([money('-0.02'), null, null]);
    expect(printed([money('-0.019'), null, null], MEASURES, cut)).toEqual([money('-0.01'), null, null]);
  });
  it('is known by its figures', () => expect([isInCents(money('-3.21')), isInCents(money('3.211'))]).toEqual([true, false]));
});

describe('what files tell', () => {
  it('is all, but for the files of the bucket', () => {
    expect(coverageWords(coverageOf('huawei.detail'))).toBeNull();
    expect(coverageWords(coverageOf('constructor'))).toBeNull();
    expect(coverageOf('huawei.spending')).toEqual({ untaxed: true, only: null });
    expect(coverageWords(coverageOf('huawei.item-overview'))?.en).toBe('Subscriptions without tax lines.');
  });
  it('knows taxes and subscriptions by their words', () => {
    expect(taxTypes(['消费-税金', '消费-使用', '退款-退订税金', null])).toEqual(['消费-税金', '退款-退订税金']);
    expect(['包年/包月', '包月', 'Monthly', '按需', null].map(isSubscriptionMode)).toEqual([true, true, true, false, false]);
  });
  it('has a name in both languages', () => {
    const words = [...VIEWS, 'statement' as const].map(viewWords);
    expect(words.filter(({ en, zh }) => !/^[a-z, ]+$/.test(en) || !/^[\p{Script=Han}（）]+$/u.test(zh))).toEqual([]);
    expect(new Set(words.map(({ en }) => en)).size).toBe(words.length);
  });
});

describe('the sign that a bill type carries', () => {
  it.each([
    ['消费-使用', 1],
    ['退款-退订', -1],
    ['调账-补偿', -1],
    ['调账-扣费', 1],
    ['包年包月退款', -1],
    ['线下产品调账补偿', -1],
    ['按量计费小时结', 1],
    ['包年包月新购', 1],
    ['月度计费精度差异', null],
    ['变更', null],
    [null, null],
  ] as const)('%s: %s', (type, sign) => expect(expectedSign(type)).toBe(sign));
});
