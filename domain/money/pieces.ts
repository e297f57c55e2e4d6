/**
 * What the charges of a month are added up by before each sum is cut to cents:
 * - `settlement`: every charge of an hour, a day or a month, known by its transaction number; orders are not cut;
 * - `line`: the same, each line of pay-per-use by itself, where one transaction holds several charges;
 * - `specification`: pay-per-use and spot by specification and usage type, at the end of the month; everything else by order;
 * - `usage`: all pay-per-use of the month in one; orders are not cut.
 */
export type Grouping = 'settlement' | 'line' | 'specification' | 'usage';

const USAGE_MODE = /^(按需|竞价|pay[ -]?per[ -]?use|spot)/i;
const USAGE_TYPE = /^(消费-使用|expenditures?-pay-per-use|使用$)/i;

/**
 * True for pay-per-use and spot instances, which are charged over time and cut apart from orders (Huawei Cloud billing guide 6.1.6,
 * 7.1). By the billing mode; a line without one by its bill type.
 */
export const cutsApart = (billingMode: string | null, billType: string | null): boolean =>
  billingMode === null ? billType !== null && USAGE_TYPE.test(billType) : USAGE_MODE.test(billingMode);
