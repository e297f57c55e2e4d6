import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { billTypes } from '../formats/huawei/bill-types.ts';
import { readTags } from '../formats/profiles/kit/tags.ts';
import { COLUMNS } from '../formats/focus/columns.ts';
import { clockOf } from '../time/zone.ts';
import { LocalBounds } from './bounds.ts';
import { chargeKindOf, modeKindOf } from './charges.ts';
import { keyOf, keyText } from './own-columns.ts';
import { serviceOf } from './services.ts';
import { belongs, SUBCATEGORIES } from './subcategories.ts';
import { tagsJson } from './tags-json.ts';

/**
 * Expected from Huawei Cloud's own FOCUS export (cost center guide, FOCUS fields: uses are Usage, refunds and compensation
 * Adjustment, taxes Tax, the rest Purchase); 调账-扣费 and 消费-抹零补扣 are Adjustment by the specification's words instead.
 */
const HUAWEI: Readonly<Record<string, readonly string[]>> = {
  Usage: ['消费-使用', '消费-节省计划抵扣'],
  Adjustment: ['退款-退订', '退款-变更', '退款-包年/包月转按需', '调账-补偿', '调账-扣费', '消费-抹零补扣'],
  Tax: ['消费-税金', '退款-退订税金', '调账-补偿税金', '调账-扣费税金'],
  Purchase: [
    '消费-新购',
    '消费-续订',
    '消费-变更',
    '消费-自动续订',
    '消费-按时计费',
    '消费-退订手续费增收',
    '消费-服务支持计划月末补扣',
    '消费-保底差额',
    '消费-按月付费',
    '消费-按年付费',
  ],
};

describe('what a bill type says', () => {
  it.each(billTypes.map((t) => t.text))('Huawei Cloud: %s', (text) => {
    const [expected] = Object.entries(HUAWEI).find(([, types]) => types.includes(text)) ?? [];
    expect(chargeKindOf('huawei', text)?.category).toBe(expected);
  });

  it.each([
    ['huawei', '消费-自动续订', 'Purchase', 'Recurring'],
    ['huawei', '消费-新购', 'Purchase', 'One-Time'],
    ['huawei', 'Expenditure-use', 'Usage', 'Usage-Based'],
    ['huawei', 'Refund-unsubscription', 'Adjustment', 'One-Time'],
    ['huawei', 'Expenditure-tax', 'Tax', 'One-Time'],
    ['tencent', '按量计费小时结', 'Usage', 'Usage-Based'],
    ['tencent', 'Hourly settlement', 'Usage', 'Usage-Based'],
    ['tencent', '包年包月续费', 'Purchase', 'Recurring'],
    ['tencent', '包年包月新购', 'Purchase', 'One-Time'],
    ['tencent', '包年包月退款', 'Adjustment', 'One-Time'],
    ['tencent', '月度计费精度差异', 'Adjustment', 'One-Time'],
    ['tencent', '线下产品调账补偿', 'Adjustment', 'One-Time'],
    ['zilliz', null, 'Usage', 'Usage-Based'],
    ['other', 'DiscountedUsage', 'Usage', 'Usage-Based'],
    ['other', 'RIFee', 'Purchase', 'Recurring'],
    ['other', 'Credit', 'Credit', 'One-Time'],
    ['other', 'Tax', 'Tax', 'One-Time'],
  ] as const)('%s: %s', (vendor, text, category, frequency) => expect(chargeKindOf(vendor, text)).toMatchObject({ category, frequency }));

  it('nothing where nobody knows, and never a purchase by use (ChargeFrequency-C-004-C)', () => {
    expect(chargeKindOf('huawei', '某种新类型')).toBeNull();
    expect(chargeKindOf('huawei', null)).toBeNull();
    for (const { text } of billTypes) {
      const kind = chargeKindOf('huawei', text)!;
      expect(kind.category === 'Purchase' && kind.frequency === 'Usage-Based').toBe(false);
    }
  });
});

it.each([
  ['按需', 'Standard'],
  ['包年/包月-月', 'Standard'],
  ['节省计划', 'Committed'],
  ['竞价计费', 'Dynamic'],
  ['Pay-as-You-Go resources', 'Standard'],
])('the billing mode %s is priced %s', (mode, pricing) => expect(modeKindOf('huawei', mode)?.pricing).toBe(pricing));

describe('services', () => {
  it.each([
    ['弹性云服务器', 'Compute', 'Virtual Machines'],
    ['云服务器CVM', 'Compute', 'Virtual Machines'],
    ['云硬盘', 'Storage', 'Block Storage'],
    ['对象存储服务', 'Storage', 'Object Storage'],
    ['虚拟私有云', 'Networking', 'Network Infrastructure'],
    ['内容分发网络', 'Networking', 'Content Delivery'],
    ['云数据库', 'Databases', 'Relational Databases'],
    ['TencentDB for MySQL', 'Databases', 'Relational Databases'],
    ['容器镜像服务', 'Compute', 'Containers'],
    ['云备份', 'Storage', 'Backup Storage'],
    ['Zilliz Cloud', 'Databases', 'NoSQL Databases'],
    ['某种新服务', 'Other', 'Other (Other)'],
  ])('%s', (name, category, subcategory) => expect(serviceOf(name)).toMatchObject({ category, subcategory }));

  it('categories are those of the column, and every answer is a pair of the specification', () => {
    expect(Object.keys(SUBCATEGORIES).sort()).toEqual([...COLUMNS.find((c) => c.name === 'ServiceCategory')!.allowed!].sort());
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => belongs(serviceOf(name).subcategory, serviceOf(name).category)));
  });
});

describe('months and days in UTC', () => {
  it.each([
    ['UTC+08:00', '2025-01', '2024-12-31T16:00:00Z', '2025-01-31T16:00:00Z'],
    ['UTC', '2025-02', '2025-02-01T00:00:00Z', '2025-03-01T00:00:00Z'],
    ['America/Los_Angeles', '2025-03', '2025-03-01T08:00:00Z', '2025-04-01T07:00:00Z'],
    ['UTC-05:00', '2024-12', '2024-12-01T05:00:00Z', '2025-01-01T05:00:00Z'],
  ])('%s %s', (zone, month, start, end) => expect(new LocalBounds(clockOf(zone)).month(month)).toEqual({ start, end }));

  it('a day of a changing clock has 23 or 25 hours', () => {
    const bounds = new LocalBounds(clockOf('Europe/Berlin'));
    expect(bounds.day('2025-03-30')).toEqual({ start: '2025-03-29T23:00:00Z', end: '2025-03-30T22:00:00Z' });
    expect(bounds.day('2025-10-26')).toEqual({ start: '2025-10-25T22:00:00Z', end: '2025-10-26T23:00:00Z' });
  });
});

describe('what comes back', () => {
  it('tags are one flat object, and are read as the same tags', () => {
    expect(tagsJson('env:prod;team:a:b;lonely')).toBe('{"env":"prod","team":"a:b","lonely":true}');
    expect(tagsJson(null)).toBeNull();
    const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).map((s) => s.replace(/[;:\s]/g, '_'));
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(word, word), { minLength: 1, maxLength: 5, selector: ([key]) => key }), (pairs) => {
        const tags = pairs.map(([key, value]) => `${key}:${value}`).join(';');
        expect(readTags(tagsJson(tags)!)).toEqual({ text: tags, problems: [] });
      }),
    );
  });

  it('the identity of a line, whatever it is; nothing else is one', () => {
    const half = fc.maxSafeNat();
    fc.assert(
      fc.property(half, half, (a, b) => {
        expect(keyOf(keyText(a, b))).toEqual([a, b]);
      }),
    );
    for (const text of ['', '-', '1', 'a-', 'zzzzzzzzzzzz-1', 'zzzzzzzzzzz-1', '1-2-3', 'é-1']) expect(keyOf(text)).toBeNull();
  });
});
