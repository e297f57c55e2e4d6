import type { RegisterFormat } from '../../format.ts';
import { partOf } from '../../register-parts.ts';
import { exportedName } from '../names.ts';
import { account, BILL_ONLY, field, orderId, product, productType, project, region, registerBase, required, status } from './shared.ts';

const DEDUCTED = ['抵扣量', '抵扣使用量', '使用量', 'Deducted Usage', 'Usage Deducted'];
const LEFT = ['抵扣后剩余量', '剩余量', '剩余使用量', 'Remaining Usage'];

/** 使用明细 and 导出抵扣明细 of resource packages. Source of the terms: Huawei Cloud billing guide 4; the sheet's headers are not published. */
export const packageDeductions: RegisterFormat = {
  ...registerBase,
  id: 'huawei.package-deductions',
  title: 'Huawei Cloud resource package deductions',
  titleZh: '华为云资源包抵扣明细',
  register: 'package-deductions',
  fields: [
    required('time', 'instant', '抵扣时间', 'Deducted', 'Deduction Time'),
    field('packageId', 'text', '资源包ID', 'Package ID', 'Resource Package ID'),
    field('packageName', 'text', '资源包名称/ID', '资源包名称', 'Resource Package Name'),
    productType,
    product,
    region,
    project,
    orderId,
    field('resourceId', 'text', '资源ID', '实例ID', 'Resource ID'),
    field('resourceName', 'text', '资源名称', '实例名称', '实例名称/ID', 'Resource Name'),
    field('usageType', 'text', '使用量类型', 'Usage Type'),
    { ...required('quantity', 'amount', ...DEDUCTED), read: partOf.quantity },
    { ...field('quantityUnit', 'text', ...DEDUCTED), read: partOf.unit },
    field('unit', 'text', '单位', '使用量单位', 'Unit', 'Usage Unit'),
    { ...field('left', 'amount', ...LEFT), read: partOf.quantity },
    field('usageStart', 'instant', '使用开始时间', 'Usage Start Time'),
    field('usageEnd', 'instant', '使用结束时间', 'Usage End Time'),
  ],
  key: [],
  marks: ['抵扣时间', 'Deducted', 'Deduction Time'],
  excludes: BILL_ONLY,
  nameHint: exportedName(),
};

const VALUE = [
  '带宽',
  '带宽值',
  '峰值带宽',
  '日峰值带宽',
  '用量',
  '使用量',
  'Bandwidth',
  'Usage',
  // Unit in the header, and what people name the column of a table of their own.
  '带宽(Mbps)',
  '带宽值(Mbps)',
  'Bandwidth(Mbps)',
  'Bandwidth(Mbit/s)',
  'Mbps',
  'Value',
];

/**
 * 用量明细: the samples behind 95th-percentile, enhanced and guaranteed 95th-percentile and daily-peak charges (CDN, VPC, CC, EIP,
 * OBS). Source: Huawei Cloud billing guide 6.1.5, 7.2.7 and 13.2.6, which name products, terms and time, but no header.
 */
export const usageSamples: RegisterFormat = {
  ...registerBase,
  id: 'huawei.usage-samples',
  title: 'Huawei Cloud usage details (95th percentile, daily peak)',
  titleZh: '华为云用量明细（95 计费、日峰值）',
  register: 'usage-samples',
  fields: [
    required('time', 'instant', '采样时间', '统计时间', '上报时间', '使用时间', '时间', 'Sampled', 'Time', 'Usage Time', 'Timestamp'),
    productType,
    product,
    region,
    account,
    field('billingSpec', 'text', '计费规格', '计费方式', '计费模式', 'Billing Specification', 'Billing Mode'),
    field('resourceId', 'text', '资源ID', '实例ID', 'Resource ID'),
    field('resourceName', 'text', '资源名称', '实例名称', 'Resource Name'),
    field('domain', 'text', '域名', 'Domain Name'),
    field('direction', 'text', '方向', '流量方向', 'Direction'),
    { ...required('value', 'amount', ...VALUE), read: partOf.quantity },
    { ...field('valueUnit', 'text', ...VALUE), read: partOf.unit },
    field('unit', 'text', '单位', '带宽单位', '使用量单位', 'Unit', 'Usage Unit'),
  ],
  key: [],
  marks: ['采样时间', '统计时间', '上报时间', '计费规格', '带宽', '带宽值', '峰值带宽', '日峰值带宽', 'Sampled', 'Bandwidth'],
  excludes: [...BILL_ONLY, '抵扣时间', '订单号', '应付金额', '官网价'],
  nameHint: exportedName(),
};

/** 优惠券 > 代金券. Source of the terms: Huawei Cloud billing guide 9.1 (validity, value, balance, restrictions, status). */
export const coupons: RegisterFormat = {
  ...registerBase,
  id: 'huawei.coupons',
  title: 'Huawei Cloud coupons',
  titleZh: '华为云代金券列表',
  register: 'coupons',
  fields: [
    field('couponId', 'text', '代金券ID', '优惠券ID', '券ID', '券码', 'Coupon ID'),
    field('couponName', 'text', '代金券名称', '优惠券名称', '券名称', '名称', 'Coupon Name', 'Name'),
    field('kind', 'text', '券类型', '优惠券类型', 'Coupon Type'),
    { ...field('value', 'amount', '面值', '代金券面值', '券面值', '金额', 'Face Value', 'Amount'), read: partOf.amount },
    { ...required('balance', 'amount', '余额', '代金券余额', '券余额', '剩余金额', 'Balance'), read: partOf.amount },
    {
      ...field('effective', 'instant', '生效时间', '有效期开始', '有效期', 'Effective', 'Effective Time', 'Validity Period'),
      read: partOf.firstTime,
    },
    {
      ...field('expires', 'instant', '失效时间', '到期时间', '有效期结束', '有效期', 'Expires', 'Expiration Time', 'Validity Period'),
      read: partOf.lastTime,
    },
    field('products', 'text', '适用产品', 'Applicable Products'),
    field('regions', 'text', '适用区域', 'Applicable Regions'),
    field('billingModes', 'text', '计费模式', 'Billing Mode'),
    field('restrictions', 'text', '使用限制', 'Restrictions', 'Usage Restrictions'),
    status,
  ],
  // The balance changes from one export to the next.
  key: ['couponId'],
  keyElse: ['couponName', 'kind', 'value', 'effective'],
  marks: [
    '代金券ID',
    '优惠券ID',
    '券ID',
    '代金券名称',
    '优惠券名称',
    '券名称',
    '面值',
    '代金券面值',
    '券面值',
    'Coupon ID',
    'Coupon Name',
    'Face Value',
  ],
  excludes: [...BILL_ONLY, '收支类型', '资源包名称/ID', '资源包名称'],
  nameHint: exportedName(),
};
