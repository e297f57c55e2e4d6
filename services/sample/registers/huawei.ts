import { timesHalfUp, roundToCents, units } from '../units.ts';
import { missing, plain, type Cell, type RegisterRow } from './register.ts';
import { cents, grouped, short, time } from './values.ts';

const RATES = [
  ['HKD', '7.75428'],
  ['EUR', '0.83721'],
  ['THB', '8.2'],
] as const;
const at = (header: string, field: string, { printed, instant }: ReturnType<typeof time>, suffix = ''): Cell => ({
  header,
  text: printed + suffix,
  values: { [field]: instant },
});

/** Lists of Huawei Cloud's billing centre, in the forms that the guide shows. */
export const HUAWEI_ROWS: Readonly<Record<string, RegisterRow>> = {
  'huawei.payment-history': (random) => {
    const amount = cents(random);
    const converted = random.chance(700) ? random.pick(RATES) : null;
    const paid = converted ? roundToCents(timesHalfUp(amount, units(converted[1]))) : null;
    const { day } = time(random);
    return [
      { header: '付款日期', text: day.replaceAll('-', '/'), values: { date: day } },
      missing('发票/收据ID', 'documentId'),
      plain('付款方式', 'paymentMethod', '尾号0001'),
      plain('交易类型', 'transactionType', '付款'),
      plain('支付方法', 'paymentChannel', '信用卡'),
      {
        header: '交易金额(USD)',
        text: converted ? `${grouped(amount)}USD =${grouped(paid!)} ${converted[0]}` : `${grouped(amount)}USD`,
        values: {
          amount: short(amount),
          currency: 'USD',
          paidAmount: paid === null ? null : short(paid),
          paidCurrency: converted?.[0] ?? null,
        },
      },
      { header: '汇率', text: converted ? `1USD=${converted[1]} ${converted[0]}` : '--', values: { rate: converted?.[1] ?? null } },
    ];
  },
  'huawei.income-expense': (random, number) => {
    const out = random.chance(800);
    const amount = cents(random) * (out ? -1n : 1n);
    const balance = cents(random);
    return [
      plain('流水号', 'serial', `AC-${500_000_004 + number}-0`),
      at('交易时间', 'time', time(random)),
      plain('收支类型', 'direction', out ? '支出' : '收入'),
      plain('交易类型', 'transactionType', out ? '消费' : '充值'),
      plain('备注', 'remark', '弹性云服务器'),
      { header: '金额(USD)', text: grouped(amount), values: { amount: short(amount) } },
      { header: '余额(USD)', text: grouped(balance), values: { balance: short(balance) } },
      { header: '操作', text: '', values: {} },
    ];
  },
  'huawei.invoices': (random, number) => {
    const amount = cents(random, 2_000_000_000);
    const [currency, rate] = random.pick(RATES);
    const paid = roundToCents(timesHalfUp(amount, units(rate)));
    return [
      plain('发票号码', 'number', `TTH${20_000_056 + number}`),
      at('生成时间', 'created', time(random), ' GMT+08:00'),
      { header: '账期', text: '2020/10', values: { period: '2020-10' } },
      plain('发票类型', 'kind', '商票'),
      plain('发票内容', 'content', random.pick(['普通开票', '订阅开票', '月结开票'])),
      {
        header: '发票金额',
        text: `${grouped(amount)} USD = ${grouped(paid)} ${currency}`,
        values: { amount: short(amount), currency: 'USD', paidAmount: short(paid), paidCurrency: currency },
      },
      { header: '发票汇率', text: `1 USD = ${rate} ${currency}`, values: { rate } },
      plain('状态', 'status', '已开票'),
      { header: '操作', text: '下载', values: {} },
    ];
  },
  'huawei.orders': (random, number) => {
    const amount = cents(random);
    return [
      plain('订单号', 'orderId', `CS2309280716${number.toString(36).toUpperCase().padStart(5, '0')}`),
      missing('组合交易订单号', 'combinedOrderId'),
      plain('订单类型', 'orderType', random.pick(['新购', '续费', '变更', '退订'])),
      plain('产品类型', 'productType', '弹性云服务器 ECS'),
      plain('数量', 'quantity', String(random.between(1, 9))),
      at('创建时间', 'created', time(random)),
      at('支付时间', 'paidAt', time(random)),
      { header: '订单金额(USD)', text: `$${grouped(amount)} USD`, values: { amount: short(amount) } },
      plain('订单状态', 'status', random.pick(['已完成', '待支付', '已取消'])),
    ];
  },
  'huawei.renewals': (random, number) => {
    const amount = cents(random);
    const [opened, expires] = [time(random), time(random)];
    return [
      plain('实例名称/ID', 'resourceName', `vm-${number}`),
      plain('产品类型/规格', 'productType', '弹性云服务器 通用网络优化型'),
      plain('区域', 'region', '中国-香港'),
      {
        header: '开通/到期时间',
        text: `${opened.printed} GMT+08:00\n${expires.printed} GMT+08:00`,
        values: { opened: opened.instant, expires: expires.instant },
      },
      plain('状态', 'status', random.pick(['使用中', '已过期', '已冻结'])),
      plain('倒计时', 'countdown', '7天后删除'),
      plain('续费时长', 'term', '1个月'),
      { header: '续费金额(USD)', text: grouped(amount), values: { amount: short(amount) } },
    ];
  },
  'huawei.packages': (random, number) => {
    const [total, several] = [random.between(100, 20_000), random.chance(200)];
    const left = random.int(total + 1);
    return [
      plain('资源包名称/ID', 'packageName', `OBS存储包 ${total}GB 包月 0${number}`),
      plain('产品类型', 'productType', '对象存储服务 OBS'),
      plain('区域', 'region', '华北-北京一'),
      plain('适用范围', 'scope', '所有项目'),
      plain('状态', 'status', '已生效'),
      several
        ? {
            header: '剩余使用量/总额',
            text: `容量 (${left}GB / ${total}GB)\n请求 (6000千次 / 6000千次)`,
            values: { quotas: `容量 (${left}GB / ${total}GB)\n请求 (6000千次 / 6000千次)`, left: null, total: null, unit: null },
          }
        : {
            header: '剩余使用量/总额',
            text: `容量 (${left}GB / ${total}GB)`,
            values: { quotas: `容量 (${left}GB / ${total}GB)`, left: String(left), total: String(total), unit: 'GB' },
          },
      at('生效时间', 'effective', time(random)),
      at('失效时间', 'expires', time(random)),
      plain('订单号', 'orderId', `CS2110221516${number}`),
    ];
  },
  'huawei.package-deductions': (random, number) => {
    const quantity = short(BigInt(random.between(1, 900_000_000)));
    return [
      at('抵扣时间', 'time', time(random)),
      plain('资源包ID', 'packageId', `90301-247012-0-${number % 3}`),
      plain('产品类型', 'productType', '对象存储服务 OBS'),
      plain('资源ID', 'resourceId', `bucket-${number}`),
      plain('使用量类型', 'usageType', '存储容量'),
      { header: '抵扣量', text: `${quantity} GB`, values: { quantity, quantityUnit: 'GB' } },
    ];
  },
  'huawei.usage-samples': (random) => {
    const value = short(BigInt(random.between(1, 2_000_000_000)) * 1000n);
    return [
      at('统计时间', 'time', time(random)),
      plain('产品类型', 'productType', '内容分发网络 CDN'),
      plain('计费规格', 'billingSpec', random.pick(['月95峰值带宽', '增强型95峰值', '日峰值月平均带宽'])),
      plain('域名', 'domain', 'www.example.com'),
      { header: '带宽', text: value, values: { value, valueUnit: null } },
      plain('单位', 'unit', 'Mbps'),
    ];
  },
  'huawei.coupons': (random, number) => {
    const [value, balance] = [cents(random), cents(random)];
    const [from, until] = [time(random), time(random)];
    return [
      plain('代金券ID', 'couponId', `CP2309280730${124 + number}R24`),
      plain('代金券名称', 'couponName', '华为云代金券'),
      { header: '面值(USD)', text: grouped(value), values: { value: short(value) } },
      { header: '余额(USD)', text: grouped(balance), values: { balance: short(balance) } },
      {
        header: '有效期',
        text: `${from.printed} GMT+08:00~${until.printed} GMT+08:00`,
        values: { effective: from.instant, expires: until.instant },
      },
      plain('使用限制', 'restrictions', '不限制订购类型'),
      plain('状态', 'status', '可使用'),
    ];
  },
};
