import { readFileSync } from 'node:fs';
import { parse } from 'lossless-json';
import { describe, expect, it } from 'vitest';
import { formatNamed, vendorFormats, viewIn } from '../../../test/samples/fits.ts';
import { brokenIdentities, readBack, sums, type ReadLine } from '../../../test/samples/read-back.ts';
import { readRegister } from '../../../test/samples/read-register.ts';
import type { Format } from '../format.ts';
import { tencentApiSummary } from './api-summary.ts';
import { refused } from './refused.ts';
import { tencentBillList, tencentSamples, tencentVouchers } from './registers.ts';
import { tencentApiResources } from './resources.ts';

const fixture = (action: string): string =>
  readFileSync(new URL(`../../../test/fixtures/vendor-api/tencent-${action}.json`, import.meta.url), 'utf8');
const read = (action: string): ReadLine[] => readBack(tencentApiSummary, fixture(action));
const view = (action: string) =>
  viewIn(tencentApiSummary, [
    ...new Set([...tencentApiSummary.records(parse(fixture(action)))!].flatMap(({ cells }) => Object.keys(cells))),
  ]);

/** Sum of decimal texts in integers of 10^-8; shares nothing with the formats. */
const total = (texts: readonly (string | null | undefined)[]): bigint =>
  texts.reduce((sum, text) => {
    const [whole = '0', fraction = ''] = (text ?? '0').replace('-', '').split('.');
    const value = BigInt(whole) * 100_000_000n + BigInt(fraction.padEnd(8, '0'));
    return (text ?? '').startsWith('-') ? sum - value : sum + value;
  }, 0n);

describe('Tencent Cloud’s own examples', () => {
  it.each([
    ['DescribeBillDetail', 'tencent.api.detail'],
    ['DescribeBillResourceSummary', 'tencent.api.resources'],
    ['DescribeBillSummary', 'tencent.api.summary'],
    ['DescribeBillSummary_2', 'tencent.api.summary'],
    ['DescribeBillSummary_3', 'tencent.api.summary'],
    ['DescribeBillSummary_4', 'tencent.api.summary'],
    ['DescribeBillSummary_5', 'tencent.api.summary'],
    ['DescribeBillSummaryByPayMode', 'tencent.api.summary'],
    ['DescribeBillSummaryByProduct', 'tencent.api.summary'],
    ['DescribeBillSummaryByProject', 'tencent.api.summary'],
    ['DescribeBillSummaryByRegion', 'tencent.api.summary'],
    ['DescribeBillSummaryByTag', 'tencent.api.summary'],
    ['DescribeVoucherInfo', 'tencent.api.vouchers'],
    ['DescribeBillList', 'tencent.api.movements'],
    ['DescribeDosageDetailByDate', 'tencent.api.usage-samples'],
  ])('%s is %s and nothing else', (action, id) => {
    const root = parse(fixture(action));
    expect(vendorFormats.flatMap((format) => ('records' in format && format.records?.(root) ? [format.id] : []))).toEqual([id]);
    expect(refused.filter(({ is }) => is(root))).toEqual([]);
  });

  it.each([
    'DescribeAllocationBillDetail',
    'DescribeCostDetail',
    'DescribeCostSummaryByProduct',
    'DescribeCostSummaryByResource',
    'DescribeBillAdjustInfo',
    'DescribeAccountBalance',
    'DescribeBillDownloadUrl',
  ])('%s is no bill, and is refused in words', (action) => {
    const root = parse(fixture(action));
    expect(vendorFormats.filter((format) => 'records' in format && format.records?.(root))).toEqual([]);
    const reasons = refused.filter(({ is }) => is(root));
    expect(reasons).toHaveLength(1);
    expect(action.startsWith(reasons[0]!.title.replace('By…', ''))).toBe(true);
    expect(reasons[0]!.message && reasons[0]!.remedy).toMatch(/\.$/);
  });

  it('a document that is empty or another’s is neither read nor refused', () => {
    for (const text of ['{}', '[]', 'null', '1', '{"Response":{"Error":{"Code":"AuthFailure"}}}', '{"Response":{"Data":[]}}'])
      expect(refused.filter(({ is }) => is(parse(text)))).toEqual([]);
  });

  it('by product, project and region: month, names, five kinds of money', () => {
    expect(read('DescribeBillSummaryByProduct')).toMatchObject([
      { period: '2022-07', productType: 'SSL证书', payable: '1458', listPrice: '1458', cash: '1458', discount: '0' },
    ]);
    expect(read('DescribeBillSummaryByProject').map(({ enterpriseProject }) => enterpriseProject)).toEqual([
      '默认项目',
      '安玛',
      '开放平台',
      '有云',
    ]);
    expect(read('DescribeBillSummaryByRegion').map(({ region, period }) => [region, period])).toEqual([
      ['华南地区（广州）', '2021-11'],
      ['华北地区（北京）', '2021-11'],
      ['华东地区（上海）', '2021-11'],
      ['其他', '2021-11'],
    ]);
    expect(['ByProduct', 'ByProject', 'ByRegion', 'ByPayMode', 'ByTag'].map((by) => view(`DescribeBillSummary${by}`))).toEqual([
      'product-cycle',
      'project-cycle',
      'region-cycle',
      'mode-cycle',
      'tag-cycle',
    ]);
    for (const by of ['ByProduct', 'ByProject', 'ByRegion', 'ByPayMode', 'ByTag'])
      expect(brokenIdentities(tencentApiSummary, read(`DescribeBillSummary${by}`))).toEqual([]);
  });

  it('by tag: the answer’s own total, to the last digit', () => {
    const lines = read('DescribeBillSummaryByTag');
    expect(lines.map(({ tags }) => tags)).toEqual(['', 'kCH0vYyI']);
    // 3081.26707105 + 3.77264 = 3085.03971105 as the answer says.
    expect(total(lines.map(({ payable }) => payable))).toBe(308_503_971_105n);
    expect(sums(lines)).toMatchObject({ payable: '3085.03971105', listPrice: '5031.09287609' });
  });

  it('by mode: the kinds of charge with the virtual adjustment row make the charged cents', () => {
    const lines = read('DescribeBillSummaryByPayMode');
    expect(lines.map(({ billingMode, billType }) => [billingMode, billType])).toEqual([
      ['包年包月', '包年包月续费'],
      ['按量计费', '按量计费小时结'],
      ['按量计费', '按量计费日结'],
      ['按量计费', '按量计费月结'],
      ['按量计费', '月度计费精度差异'],
    ]);
    const postpaid = lines.slice(1);
    // 19.32711686 + 0.80604458 + 0 − 3.69316144 = 16.44; list 27.64446128; bonus 16.44; cash 0.
    expect(total(postpaid.map(({ payable }) => payable))).toBe(1_644_000_000n);
    expect(total(postpaid.map(({ listPrice }) => listPrice))).toBe(2_764_446_128n);
    expect(total(postpaid.map(({ bonus }) => bonus))).toBe(1_644_000_000n);
    expect(total(postpaid.map(({ cash }) => cash))).toBe(0n);
    expect(sums(lines)).toMatchObject({ payable: '3245.24', cash: '0', bonus: '3245.24' });
  });

  it('DescribeBillSummary does not say what it is grouped by; keys and values do', () => {
    expect(['', '_2', '_3', '_4', '_5'].map((n) => view(`DescribeBillSummary${n}`))).toEqual([
      'product-cycle',
      'region-cycle',
      'tag-cycle',
      'mode-cycle',
      'project-cycle',
    ]);
    expect(read('DescribeBillSummary').map(({ productType, payable }) => [productType, payable])).toEqual([
      ['实时音视频', '5661.16'],
      ['云服务器CVM', '5069.65'],
    ]);
    expect(read('DescribeBillSummary_2').map(({ region }) => region)).toEqual([
      '华南地区（广州）',
      '亚太地区（日本）',
      '华南地区（深圳金融）',
    ]);
    expect(read('DescribeBillSummary_3').map(({ tags }) => tags)).toContain('部门分类:采购部');
    expect(read('DescribeBillSummary_5').map(({ enterpriseProject, payable }) => [enterpriseProject, payable])).toEqual([
      ['默认项目', '9915.36'],
      ['PC端游戏', '860.72'],
    ]);
    for (const n of ['', '_2', '_3', '_4', '_5']) expect(brokenIdentities(tencentApiSummary, read(`DescribeBillSummary${n}`))).toEqual([]);
  });

  it('names no month there: the file’s name has to', () => {
    expect(read('DescribeBillSummary')[0]).not.toHaveProperty('period');
    expect(tencentApiSummary.nameHint?.('DescribeBillSummary_by_used_time_2022-07.json')).toEqual({
      period: '2022-07',
      basis: 'by-billing-cycle',
    });
    expect(tencentApiSummary.nameHint?.('DescribeBillSummary.json')).toBeNull();
  });

  it('by resource: one row, tags joined, month of the payment', () => {
    const lines = readBack(tencentApiResources, fixture('DescribeBillResourceSummary'));
    expect(lines).toMatchObject([
      {
        period: '2020-09-22 00:00:00',
        productType: '内容分发网络 CDN',
        product: '中国境外CDN',
        resourceId: '125391_sv_cdn_ux_AS1_1',
        spec: 'config desc',
        tags: 'tk_1:tv_1',
        account: '909619400',
        listPrice: '4.84660512',
        payable: '4.84660512',
        cash: '4.84660512',
        discount: '0',
        billType: '按量计费小时结',
      },
    ]);
    expect(brokenIdentities(tencentApiResources, lines)).toEqual([]);
    expect(viewIn(tencentApiResources, [])).toBe('resource-cycle');
  });
});

describe('Tencent Cloud’s lists', () => {
  it('vouchers count in millionths of a 分, and 0002-11-30 is no day', () => {
    expect(readRegister(tencentVouchers, fixture('DescribeVoucherInfo'))).toEqual([
      {
        couponId: 'PPVIA653S3T7L07A4P',
        account: '909619400',
        status: null,
        value: '12',
        balance: '12',
        created: '2016-03-12T06:51:52Z',
        effective: null,
        expires: null,
        billingModes: 'prePay',
        scenes: 'purchase,renew',
        products: '云服务器CVM',
        excludedProducts: '轻量应用服务器; 腾讯企点客服; 腾讯企点营销云Tencent QiDian Marketing Cloud',
        remark: null,
      },
    ]);
    const other = fixture('DescribeVoucherInfo').replace('"micro"', '"fen"');
    expect([...tencentVouchers.records!(parse(other))!][0]!.cells).toMatchObject({ Balance: '1200000000 (unit fen)' });
  });

  it('movements count in 分, outflow negative', () => {
    expect(readRegister(tencentBillList, fixture('DescribeBillList'))).toEqual([
      {
        serial: '20200708000000005009170242661921',
        time: '2020-07-08T07:52:30Z',
        transactionType: 'deduct',
        channel: '用户余额',
        remark: 'OCR文字识别-广州-07月按月结算扣费',
        amount: '-0.45',
        balance: '19519321.74',
        cash: '19572745.1',
        bonus: '0',
        frozen: '53423.36',
        deductMode: 'trade',
      },
    ]);
  });

  it('usage samples keep their unit', () => {
    expect(readRegister(tencentSamples, fixture('DescribeDosageDetailByDate'))).toEqual([
      { time: '2018-12-31T16:00:00Z', domain: 'ddfs.dfwfn2.cn', resourceId: 'ddfs.dfwfn2.cn', value: '18731317843', unit: 'bps' },
    ]);
  });
});

describe('Tencent Cloud’s file names', () => {
  const hint = (name: string) => (formatNamed('tencent.detail') as Format).nameHint?.(name);
  it('tell month, day, part and statistics basis', () => {
    expect(hint('100000000001-202301-按扣费周期-明细账单.zip')).toMatchObject({
      period: '2023-01',
      asOf: '2023-01-31',
      basis: 'by-deduction-cycle',
    });
    expect(hint('100000000001-20230115-按计费周期-明细账单.csv')).toMatchObject({ asOf: '2023-01-15', basis: 'by-billing-cycle' });
    expect(hint('下载-L2-资源账单-100000000001-202606-按计费周期.csv')).toMatchObject({ period: '2026-06', basis: 'by-billing-cycle' });
    expect(hint('100000000001-20260715-bill_details.zip')).toEqual({
      logicalName: '100000000001-20260715-bill_details',
      asOf: '2026-07-15',
    });
    expect(hint('100000000001-202607-by_used_time-bill_details.zip')).toMatchObject({ period: '2026-07', basis: 'by-billing-cycle' });
    expect(hint('100000000001-202607-by_used_time-bill_details_2.csv')).toMatchObject({
      part: 2,
      logicalName: '100000000001-202607-by_used_time-bill_details',
    });
  });
  it('others tell nothing', () => {
    for (const name of ['bill.csv', '100000000001.csv', '202607.csv', '100000000001-202613-按扣费周期-明细账单.zip'])
      expect(hint(name)).toBeNull();
  });
});
