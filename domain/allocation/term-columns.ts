/** Where the original rows of the bills tell a term, by the names of their columns; the first that is there and filled counts. */
export interface TermColumns {
  start: readonly string[];
  end: readonly string[];
  /** The order that this one changes or gives back. */
  original: readonly string[];
  /** Length of the order, and its unit. */
  length: readonly string[];
  unit: readonly string[];
}

/**
 * Huawei Cloud: international billing guide, section 7.2.2.3 (使用开始时间, 使用结束时间, 原订单号) and the file description of the
 * China site (订单周期数, 订单周期单位); BSS API (effective_time, expire_time, period_num). Tencent Cloud: bill field tables of both
 * sites. QingCloud: charge records. FOCUS 1.2: charge period.
 */
export const TERM_COLUMNS_OF_BILLS: TermColumns = {
  start: [
    '生效时间',
    '使用开始时间',
    '开始使用时间',
    'Effective Time',
    'Usage Start Time',
    'Start Date of Usage',
    'effective_time',
    'FeeBeginTime',
    'start_time',
    '计费开始时间',
    '开始时间',
    'ChargePeriodStart',
  ],
  end: [
    '失效时间',
    '使用结束时间',
    '结束使用时间',
    'Expiration Time',
    'Usage End Time',
    'End Date of Usage',
    'expire_time',
    'FeeEndTime',
    'end_time',
    '计费结束时间',
    '结束时间',
    'ChargePeriodEnd',
  ],
  original: ['原订单号', 'Original Order No.', 'Original Order ID', 'relative_order_id'],
  length: ['订单周期数', 'Order Periods', 'period_num'],
  unit: ['订单周期单位', 'Order Period Unit', 'period_type'],
};
