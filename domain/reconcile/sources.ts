import type { Words } from './words.ts';

/** Where the checks are written, in Chinese; the English text is the one that the check declares. */
const ZH: Readonly<Record<string, string>> = {
  'Huawei Cloud billing guide 7.2.2.2, reconciliation step 1': '华为云费用指南 7.2.2.2 对账步骤1',
  'Huawei Cloud billing guide 13.2.8, reconciliation step 1 (97.21 = 89.29 + 0.00 + 7.92)':
    '华为云费用指南 13.2.8 对账步骤1（97.21 = 89.29 + 0.00 + 7.92）',
  'Huawei Cloud billing guide 7.2.2.2, reconciliation step 2; 13.2.8': '华为云费用指南 7.2.2.2 对账步骤2；13.2.8',
  'Huawei Cloud billing guide 13.2.8, reconciliation step 2': '华为云费用指南 13.2.8 对账步骤2',
  'Huawei Cloud billing guide 7.2.2.2, reconciliation step 3': '华为云费用指南 7.2.2.2 对账步骤3',
  'Huawei Cloud billing guide 6.1.6, 7.2 and 13.2; Tencent Cloud bills L1, L2, L3; QingCloud GetChargeSums':
    '华为云费用指南 6.1.6、7.2、13.2；腾讯云 L1、L2、L3 账单；青云 GetChargeSums',
  'Huawei Cloud billing guide 6.1.6 (bills of linked accounts)': '华为云费用指南 6.1.6（关联账号的账单）',
  'Huawei Cloud billing guide 7.2.8 and 13.2.9 (names of pushed files)': '华为云费用指南 7.2.8、13.2.9（推送文件的命名）',
  'Huawei Cloud billing guide 7.2.8, table 7-5 (month to date, without the current day)':
    '华为云费用指南 7.2.8 表 7-5（月初至今，不含当天）',
  'Huawei Cloud billing guide 13.2 (账期, 消费时间)': '华为云费用指南 13.2（账期、消费时间）',
  'Huawei Cloud billing guide 6.1.1 (币种)': '华为云费用指南 6.1.1（币种）',
  'Huawei Cloud billing guide 6.1.1 and 13.2 (官网价)': '华为云费用指南 6.1.1、13.2（官网价）',
  'Huawei Cloud billing guide 6.1.1 and 7.2.2.3 (应付金额); BSS API, amount and consume_amount':
    '华为云费用指南 6.1.1、7.2.2.3（应付金额）；BSS API 的 amount、consume_amount',
  'Tencent Cloud billing API 2018-07-09, BillDetailComponent (RealCost); international bill: amount before tax = total after discount − voucher':
    '腾讯云计费 API 2018-07-09，BillDetailComponent（RealCost）；国际站账单：税前金额 = 优惠后总价 − 代金券',
  'Zilliz Cloud documentation: understand your invoice; invoice API v2 (subtotal = usageAmount − creditsApplied)':
    'Zilliz Cloud 文档：了解您的账单；发票 API v2（subtotal = usageAmount − creditsApplied）',
  'Huawei Cloud billing guide 6.1.1 and 7.2.2.2 (bill types); BSS API, bill_type':
    '华为云费用指南 6.1.1、7.2.2.2（账单类型）；BSS API 的 bill_type',
  'Huawei Cloud billing guide 7.2.2.3 (单价, 使用量转换比率); Tencent Cloud billing API 2018-07-09 (SinglePrice, UsedAmount)':
    '华为云费用指南 7.2.2.3（单价、使用量转换比率）；腾讯云计费 API 2018-07-09（SinglePrice、UsedAmount）',
  'Huawei Cloud billing guide 7.2.2.3 (单价: the unit price of a product’s usage)': '华为云费用指南 7.2.2.3（单价）',
  'Huawei Cloud billing guide 7.2.2.3 (优惠金额, 优惠信息)': '华为云费用指南 7.2.2.3（优惠金额、优惠信息）',
  'Tencent Cloud face recognition prices (阶梯到达: the whole month at the price of the tier reached); Huawei Cloud billing guide 6.1.1 (阶梯定价)':
    '腾讯云人脸核身价格（阶梯到达：全月用量按到达的阶梯计价）；华为云费用指南 6.1.1（阶梯定价）',
  'Huawei Cloud billing guide 6.1.1, 6.2.2 (消费-保底差额: guaranteed amount less what was spent)':
    '华为云费用指南 6.1.1、6.2.2（消费-保底差额 = 保底金额 − 消费金额）',
  'Huawei Cloud billing guide 5.3 (used quota; notice above 80 %, restrictions from 100 %)':
    '华为云费用指南 5.3（已用消费配额；超过 80 % 提醒，达到 100 % 受限）',
  'Huawei Cloud billing guide 7.2.2.2 (消费-税金, 退款-税金), 8.1 and 8.2 (rates)':
    '华为云费用指南 7.2.2.2（消费-税金、退款-税金）、8.1、8.2（税率）',
  'Huawei Cloud billing guide 3.3.4 to 3.3.6 (orders), 3.4.2.1 (month of a refund), 7.2.2.3 (订单号/交易号)':
    '华为云费用指南 3.3.4 至 3.3.6（订单）、3.4.2.1（退款所属账期）、7.2.2.3（订单号/交易号）',
  'Huawei Cloud billing guide 3.4.2 (refunds), 7.2.2.3 (原订单号)': '华为云费用指南 3.4.2（退款）、7.2.2.3（原订单号）',
  'Huawei Cloud billing guide 7.2.2.2 (coupons are matched with eight decimals), 9.1.2, 13.2.5':
    '华为云费用指南 7.2.2.2（代金券按八位小数抵扣）、9.1.2、13.2.5',
  'Huawei Cloud billing guide 9.1.2 (value and balance), 13.2.5 (income and expenses)':
    '华为云费用指南 9.1.2（面值与余额）、13.2.5（收支明细）',
  'Huawei Cloud billing guide 3.2.4.1 (packages that are filled anew and others), section 4 (使用明细)':
    '华为云费用指南 3.2.4.1（可重置与不可重置的资源包）、第 4 章（使用明细）',
  'Huawei Cloud billing guide 5.2.1, 5.2.3, 6.1.1, 6.1.4 and 10.1 (amounts in two currencies)':
    '华为云费用指南 5.2.1、5.2.3、6.1.1、6.1.4、10.1（两种币种的金额）',
  'Tencent Cloud billing API 2018-07-09, DescribeBillSummaryByPayMode (billVirtualId, 月度计费精度差异)':
    '腾讯云计费 API 2018-07-09，DescribeBillSummaryByPayMode（billVirtualId，月度计费精度差异）',
  'Tencent Cloud billing API 2018-07-09, DescribeBillSummaryByProduct (RealTotalCost, CashPayAmount, IncentivePayAmount …)':
    '腾讯云计费 API 2018-07-09，DescribeBillSummaryByProduct（RealTotalCost、CashPayAmount、IncentivePayAmount …）',
  'Zilliz Cloud: understand your invoice; invoice API v2': 'Zilliz Cloud：了解您的账单；发票 API v2',
  'Zilliz Cloud: understand your invoice (amount due)': 'Zilliz Cloud：了解您的账单（应付金额）',
  'QingCloud billing: consumption details (消费明细); GetBalance (balance, bonus, coupons)':
    '青云计费：消费明细；GetBalance（余额、赠送、优惠券）',
  'Huawei Cloud billing guide 10.1 (invoices are drawn from the month’s bill); Zilliz Cloud: understand your invoice':
    '华为云费用指南 10.1（发票按本月账单开具）；Zilliz Cloud：了解您的账单',
  'Huawei Cloud billing guide 7.2.2.2 (消费-税金, 退款-税金); Tencent Cloud International bill fields (Tax Amount)':
    '华为云费用指南 7.2.2.2（消费-税金、退款-税金）；腾讯云国际站账单字段（税额）',
  'Huawei Cloud billing guide 10.1 (发票管理)': '华为云费用指南 10.1（发票管理）',
  'Tallybook: duplicates of documents (invoices/duplicates)': 'Tallybook：单据疑似重复',
  'Huawei Cloud billing guide 10.1 (发票汇率)': '华为云费用指南 10.1（发票汇率）',
  'Huawei Cloud billing guide 7.2.2.2 (退款-…) and 10.1 (credit notes)': '华为云费用指南 7.2.2.2（退款-…）、10.1（贷项发票）',
  'Huawei Cloud billing guide 6.1.1 (total = paid + remaining)': '华为云费用指南 6.1.1（总额 = 已付 + 剩余）',
  'Tallybook DECISIONS: allocation': 'Tallybook DECISIONS：分配',
  'Huawei Cloud billing guide 6.1.4 and 7.2.6 (付款历史记录)': '华为云费用指南 6.1.4、7.2.6（付款历史记录）',
  'Tallybook DECISIONS: payments': 'Tallybook DECISIONS：付款',
  'Huawei Cloud billing guide 1.4 (到期还款日), 6.1.1 (remaining = due − paid)':
    '华为云费用指南 1.4（到期还款日）、6.1.1（剩余 = 应还 − 已还）',
  'Huawei Cloud billing guide 10.3 (the sum of the lines equals the certificate)': '华为云费用指南 10.3（各行合计等于凭证金额）',
  'Huawei Cloud billing guide 8.2, 10.3 (the certificate settles what was withheld)': '华为云费用指南 8.2、10.3（凭证抵消代扣金额）',
  'Huawei Cloud billing guide 8.1, 8.2 (WHT is taken on the amount without indirect tax)':
    '华为云费用指南 8.1、8.2（代扣税以不含间接税的金额为税基）',
};

/** Where a check is written, in both languages; as it is declared where it has no Chinese. */
export const sourceWords = (source: string): Words => ({ en: source, zh: Object.hasOwn(ZH, source) ? ZH[source]! : source });
