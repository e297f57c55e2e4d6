/** The smallest bill that its format is certain of: every case of a hostile text is built around its rows. */
export const HEADERS =
  '账期,账号,产品类型,产品,计费模式,账单类型,交易时间,资源ID,官网价,优惠金额,抹零金额,应付金额,现金支付,代金券抵扣,月度结算'.split(',');
export const HEADER = HEADERS.join(',');

export interface Row {
  list?: string;
  payable?: string;
  period?: string;
  time?: string;
  resource?: string;
  product?: string;
}

/** The cells of a row of 5 USD in September 2023, unless told otherwise. */
export const cells = ({
  list = '5',
  payable = list,
  period = '2023-09',
  time = '2023-09-15 16:00:00 GMT+08:00',
  resource = 'vol-1',
  product = '云硬盘',
}: Row = {}): string[] => [
  period,
  'demo',
  '云硬盘 EVS',
  product,
  '按需',
  '消费-使用',
  time,
  resource,
  list,
  '0',
  '0',
  payable,
  '0',
  '0',
  payable,
];
export const row = (given: Row = {}): string => cells(given).join(',');
export const bill = (...rows: string[]): string => [HEADER, ...rows, ''].join('\n');
