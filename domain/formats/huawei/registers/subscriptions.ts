import type { RegisterFormat } from '../../format.ts';
import { partOf } from '../../register-parts.ts';
import { exportedName } from '../names.ts';
import { account, BILL_ONLY, field, orderId, product, productType, project, region, registerBase, required, status } from './shared.ts';

/** 我的订单, exported. Source of the terms: Huawei Cloud billing guide 3.3.4 to 3.3.6; the sheet's own headers are not published. */
export const orders: RegisterFormat = {
  ...registerBase,
  id: 'huawei.orders',
  title: 'Huawei Cloud orders list',
  titleZh: '华为云订单列表',
  register: 'orders',
  fields: [
    { ...orderId, required: true },
    field('combinedOrderId', 'text', '组合交易订单号', '组合交易单号'),
    field('originalOrderId', 'text', '原订单号', 'Original Order No.'),
    field('orderType', 'text', '订单类型', 'Order Type'),
    productType,
    product,
    region,
    project,
    account,
    field('spec', 'text', '规格', '产品规格', 'Specifications'),
    field('quantity', 'count', '数量', '购买数量', 'Quantity'),
    field('term', 'text', '购买时长', '时长', 'Required Duration'),
    field('created', 'instant', '创建时间', '下单时间', 'Created', 'Creation Time'),
    field('paidAt', 'instant', '支付时间', '付款时间', 'Payment Time'),
    { ...field('listPrice', 'amount', '官网价', '原价', '订单原价', 'List Price'), read: partOf.amount },
    { ...field('discount', 'amount', '优惠金额', '优惠', 'Discount'), read: partOf.amount },
    { ...field('amount', 'amount', '订单金额', '应付金额', '金额', 'Order Amount', 'Amount'), read: partOf.amount },
    { ...field('paidAmount', 'amount', '实付金额', '实付', 'Amount Paid'), read: partOf.amount },
    field('status', 'text', '订单状态', '状态', 'Order Status', 'Status'),
  ],
  key: ['orderId', 'product', 'spec'],
  marks: ['订单状态', '创建时间', '下单时间', 'Order Status', 'Created', 'Creation Time'],
  excludes: [...BILL_ONLY, '到期时间', '开通/到期时间', '倒计时', '失效时间'],
  nameHint: exportedName(),
};

const OPENED_EXPIRES = ['开通/到期时间', '开通时间/到期时间', '开通到期时间'];
const INSTANCE = ['实例名称/ID', '实例名称ID'];

/** 续费清单: what is about to expire, and its price for the chosen term. Source of the terms: Huawei Cloud billing guide 3.2.9, 3.2.10 and 13.1.6. */
export const renewals: RegisterFormat = {
  ...registerBase,
  id: 'huawei.renewals',
  title: 'Huawei Cloud renewal list',
  titleZh: '华为云续费清单',
  register: 'renewals',
  fields: [
    field('resourceId', 'text', '实例ID', '资源ID', 'Instance ID', 'Resource ID'),
    field('resourceName', 'text', '实例名称', '资源名称', ...INSTANCE, 'Instance Name', 'Resource Name', 'Instance Name/ID'),
    field('productType', 'text', '产品类型', '产品类型/规格', '产品类型规格', 'Product Type', 'Service Type'),
    product,
    field('spec', 'text', '规格', '产品规格', 'Specifications'),
    region,
    project,
    orderId,
    {
      ...field('opened', 'instant', '开通时间', '生效时间', ...OPENED_EXPIRES, 'Provisioned', 'Provisioning Time'),
      read: partOf.firstTime,
    },
    { ...required('expires', 'instant', '到期时间', ...OPENED_EXPIRES, 'Expires', 'Expiration Time'), read: partOf.lastTime },
    status,
    field('countdown', 'text', '倒计时', 'Countdown'),
    field('onExpiry', 'text', '到期处理', '到期策略', '续费方式', 'Upon Expiration'),
    field('term', 'text', '续费时长', 'Renewal Duration'),
    { ...field('listPrice', 'amount', '官网价', '原价', 'List Price'), read: partOf.amount },
    { ...field('discount', 'amount', '优惠金额', '优惠', 'Discount'), read: partOf.amount },
    {
      ...field('amount', 'amount', '续费金额', '续费价格', '价格', '应付金额', '金额', 'Renewal Amount', 'Price', 'Amount'),
      read: partOf.amount,
    },
  ],
  // What a resource is called and when it was opened stays; state, countdown and price of the chosen term change.
  key: ['resourceId'],
  keyElse: ['resourceName', 'productType', 'product', 'region', 'opened'],
  marks: ['到期时间', ...OPENED_EXPIRES, 'Expires', 'Expiration Time', '续费时长'],
  excludes: [...BILL_ONLY, '资源包名称/ID', '资源包名称', '剩余使用量/总额', '订单状态'],
  nameHint: exportedName(),
};

const QUOTA = ['剩余使用量/总额', '剩余量/总量'];
const LEFT = [...QUOTA, '剩余使用量', '剩余量', 'Remaining Usage'];
const TOTAL = [...QUOTA, '总额', '总量', '资源包总量', 'Total Quota'];

/** 资源包列表. Source of the terms: Huawei Cloud billing guide 4 (columns of the page). A cell with several quotas keeps its text only. */
export const packages: RegisterFormat = {
  ...registerBase,
  id: 'huawei.packages',
  title: 'Huawei Cloud resource packages',
  titleZh: '华为云资源包列表',
  register: 'packages',
  fields: [
    field('packageId', 'text', '资源包ID', 'Package ID', 'Resource Package ID'),
    required('packageName', 'text', '资源包名称/ID', '资源包名称', 'Resource Package Name/ID', 'Resource Package Name'),
    productType,
    region,
    field('scope', 'text', '适用范围', '企业项目', 'Application Scope'),
    field('deductionMethod', 'text', '抵扣方式', '重置方式', 'Deduction Mode'),
    status,
    field('quotas', 'text', ...QUOTA),
    { ...field('left', 'amount', ...LEFT), read: partOf.left },
    { ...field('total', 'amount', ...TOTAL), read: partOf.total },
    { ...field('unit', 'text', ...LEFT), read: partOf.quotaUnit },
    field('effective', 'instant', '生效时间', '开通时间', 'Effective', 'Effective Time'),
    field('expires', 'instant', '失效时间', '到期时间', 'Expires', 'Expiration Time'),
    orderId,
  ],
  // What is left changes from one export to the next.
  key: ['packageId'],
  keyElse: ['packageName', 'productType', 'region', 'orderId', 'effective'],
  marks: [...LEFT, '失效时间'],
  excludes: [...BILL_ONLY, '抵扣时间', '抵扣量', '抵扣使用量', '券余额', '面值'],
  nameHint: exportedName(),
};
