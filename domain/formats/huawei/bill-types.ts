/** A bill type of Huawei Cloud: the API's number, the words in files, the sign that its amounts carry, what it is for. */
export interface BillType {
  code: string;
  text: string;
  sign: 'charge' | 'refund';
  meaning: string;
  meaningZh: string;
  /** Other words for the same type, of older files, other pages of the guide or the API models. */
  also?: readonly string[];
}

type Row = [code: string, text: string, sign: BillType['sign'], meaning: string, meaningZh: string, also?: readonly string[]];

/**
 * Every code known, with the words of the billing guide's field tables. Source: bill_type of the BSS API models (Intl and
 * China) and Huawei Cloud billing guide 6.1.1, 7.2.2.2, 13.2.8. Code 9/101 negative: the guide's adjustment examples print
 * −41.22 and −4.12.
 */
const ROWS: readonly Row[] = [
  ['1', '消费-新购', 'charge', 'New yearly/monthly subscription', '新订的包年/包月产品'],
  ['2', '消费-续订', 'charge', 'Subscription renewed by hand', '手动续订的包年/包月产品', ['消费-续费']],
  ['3', '消费-变更', 'charge', 'Subscription changed to more', '升配、扩容等变更的差价'],
  ['4', '退款-退订', 'refund', 'Unsubscription; until 2022-08-29 downgrades as well', '退订退款（2022-08-30 之前含降配）'],
  ['5', '消费-使用', 'charge', 'Pay-per-use', '按需使用'],
  ['8', '消费-自动续订', 'charge', 'Subscription renewed automatically', '自动续订的包年/包月产品', ['消费-自动续费']],
  ['9', '调账-补偿', 'refund', 'Compensation by Huawei Cloud', '华为云的补偿'],
  ['12', '消费-按时计费', 'charge', 'Hourly charge of a reserved instance or savings plan', '预留实例、节省计划的按时计费'],
  [
    '13',
    '消费-退订手续费增收',
    'charge',
    'Handling fee added at unsubscription',
    '退订时增收的手续费',
    ['消费-退订手续费', '消费-退订手续费(增收)'],
  ],
  [
    '14',
    '消费-服务支持计划月末补扣',
    'charge',
    'Support plan, balance taken at the end of the month',
    '服务支持计划的月末补扣',
    ['消费-服务支持计划月末扣费'],
  ],
  ['15', '消费-税金', 'charge', 'Tax on charges', '消费的税金'],
  ['16', '调账-扣费', 'charge', 'Amount taken by an adjustment', '调账扣取的费用'],
  ['17', '消费-保底差额', 'charge', 'What a minimum commitment was missed by', '未达到保底金额的差额'],
  ['18', '消费-按月付费', 'charge', 'Monthly instalment of a subscription', '按月支付的包年/包月产品'],
  ['20', '退款-变更', 'refund', 'Subscription changed to less, from 2022-08-30', '降配退款（2022-08-30 起）'],
  ['23', '消费-节省计划抵扣', 'charge', 'Use covered by a savings plan', '由节省计划抵扣的使用'],
  ['24', '退款-包年/包月转按需', 'refund', 'Rest of a subscription that became pay-per-use', '转按需时退还的余额', ['退款-包年包月转按需']],
  ['25', '消费-抹零补扣', 'charge', 'Cut-off fractions of cents, taken later', '补扣此前抹零的金额'],
  ['100', '退款-退订税金', 'refund', 'Tax on refunds', '退款的税金', ['退款-税金']],
  ['101', '调账-补偿税金', 'refund', 'Tax on compensation', '补偿的税金'],
  ['102', '调账-扣费税金', 'charge', 'Tax on an adjustment', '调账扣费的税金'],
  ['103', '消费-按年付费', 'charge', 'Yearly instalment of a subscription', '按年支付的包年/包月产品'],
];

export const billTypes: readonly BillType[] = ROWS.map(([code, text, sign, meaning, meaningZh, also]) => ({
  code,
  text,
  sign,
  meaning,
  meaningZh,
  ...(also ? { also } : {}),
}));

/** API number → words in files. */
export const billTypeCodes: Readonly<Record<string, string>> = Object.fromEntries(billTypes.map((t) => [t.code, t.text]));

/** Words in files, older and other ones included → one word for each type. Words beyond these are kept and reported. */
export const billTypeWords: Readonly<Record<string, string>> = Object.fromEntries(
  billTypes.flatMap((t) => [t.text, ...(t.also ?? [])].map((word) => [word, t.text])),
);
