import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { huaweiEra } from '../policies.ts';
import { isPrecisionRow, isRefund, isTaxLine } from '../bill-types.ts';
import { vendorFigures } from '../vendor-figures.ts';
import { billTypes } from '../../formats/huawei/bill-types.ts';
import { checks } from './index.ts';

describe('checks', () => {
  it('have ids of their own, both languages and a source', () => {
    expect(new Set(checks.map((c) => c.id)).size).toBe(checks.length);
    for (const c of checks) {
      expect(c.title.zh + c.step.zh).toMatch(/\p{Script=Han}/u);
      expect(c.source.length).toBeGreaterThan(10);
    }
  });

  it('are all in docs/reconcile.md, and no others', () => {
    const text = readFileSync(new URL('../../../docs/reconcile.md', import.meta.url), 'utf8');
    const documented = [...text.matchAll(/^\| `([a-z.-]+)` \|/gm)].map((m) => m[1]);
    expect(documented.sort()).toEqual(checks.map((c) => c.id).sort());
  });
});

describe('bill types', () => {
  it('refunds are those of Huawei Cloud’s list that begin with 退款; adjustments are none', () => {
    expect(billTypes.filter((t) => isRefund(t.text)).map((t) => t.code)).toEqual(['4', '20', '24', '100']);
    expect(isRefund('Refund-unsubscription')).toBe(true);
    expect(isRefund('调账-补偿')).toBe(false);
    expect(isRefund(null)).toBe(false);
  });
  it('tax lines', () => expect(billTypes.filter((t) => isTaxLine(t.text)).map((t) => t.code)).toEqual(['15', '100', '101', '102']));
  it('precision rows', () => {
    expect(['月度计费精度差异', '扣费精度补偿', 'billVirtualId', '按量计费日结', null].map(isPrecisionRow)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('history of rounding (billing guide 7.2.2.2, 13.2.8)', () => {
  it.each([
    ['2020-03', 'monthly', 'huawei.per-settlement.truncate-2'],
    ['2020-03', 'non-monthly', 'huawei.per-settlement.truncate-2'],
    ['2020-04', 'monthly', 'huawei.per-specification.truncate-2'],
    ['2021-05', 'monthly', 'huawei.per-specification.truncate-2'],
    ['2021-06', 'monthly', 'huawei.month-total.half-up-2'],
    ['2020-09', 'non-monthly', 'huawei.non-monthly.truncate-2'],
    ['2024-01', 'non-monthly', 'huawei.non-monthly.truncate-2'],
  ] as const)('%s, %s: %s', (period, settlement, id) => expect(huaweiEra(period, settlement).policy.id).toBe(id));
});

describe('vendor figures', () => {
  it('in cents are known by their total', () => {
    expect(vendorFigures({ total: '45000', tax: '5001', status: 'unpaid', due: null }, '450')).toEqual({ total: '450', tax: '50.01' });
    expect(vendorFigures({ total: '450', tax: '50.01' }, '450')).toEqual({ total: '450', tax: '50.01' });
    expect(vendorFigures({ total: '0', tax: '0' }, '0')).toEqual({ total: '0', tax: '0' });
  });
});
