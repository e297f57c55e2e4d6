/**
 * Figures that the vendor's guide prints about bills, their precision, conversion, usage units and overflow, with what an exact
 * computation gives. Source: Huawei Cloud international billing guide; `section` names the place. The figures are facts; the words
 * are our own. `fits`: print and computation agree. `differs`: the print contradicts its own rule; both figures stand here, and
 * nothing is bent to agree. `partial`: the print leaves out what would be needed. `rule`: a rule without a worked figure.
 */
export interface Vector {
  id: string;
  section: string;
  about: string;
  given: Readonly<Record<string, string | readonly string[]>>;
  printed: readonly string[];
  ours: readonly string[];
  verdict: 'fits' | 'differs' | 'partial' | 'rule';
}

const row = (
  id: string,
  section: string,
  about: string,
  given: Vector['given'],
  printed: readonly string[],
  ours: readonly string[] = printed,
  verdict: Vector['verdict'] = 'fits',
): Vector => ({ id, section, about, given, printed, ours, verdict });

export const VECTORS: readonly Vector[] = [
  row('BILL-1', '6.1.1', 'cloud and store make the total', { cloud: '14913.37', store: '31280.00' }, ['46193.37']),
  // The page states 46,193.37 for this sum, and another figure of the same month prints 24,309.84 for what remains.
  row(
    'BILL-2',
    '6.1.1',
    'what remains and what is paid make the total',
    { remaining: '24248.99', paid: '21883.53' },
    ['46193.37', '60.85'],
    ['46132.52', '60.85'],
    'differs',
  ),
  row('BILL-3', '6.1.1', 'what remains, in euros', { amount: '24248.99', rate: '5.333333', to: 'EUR' }, ['129327.94']),
  row('BILL-4', '6.1.1', 'three refunds', { parts: ['-3.71', '-41.22', '-4.12'], coupons: ['16.73', '8.00', '19.40', '10.62'] }, [
    '-49.05',
    '54.75',
  ]),
  row(
    'BILL-5',
    '6.1.6',
    'cloud by settlement; the total both ways',
    { realtime: '6651.53', monthly: '8261.84', store: '31280.00', remaining: '24309.84', paid: '21883.53' },
    ['14913.37', '46193.37', '46193.37'],
  ),
  row(
    'BILL-6',
    '7.2.2.2',
    'cloud by settlement, the total, monthly parts in euros',
    { realtime: '16740.00', monthly: '217208.75', store: '2094400.00', rate: '1.04', to: 'EUR' },
    ['233948.75', '2328348.75', '225897.10', '2178176.00'],
  ),
  row('BILL-7', '7.2.3.1', 'one monthly payment and equal orders', { monthly: '2311608.75', order: '108.00', total: '2328348.75' }, [
    '16740.00',
    '155',
  ]),
  // The row of cloud charges carries the grand total in print; by its parts it is 234,439.37.
  row(
    'BILL-8',
    '7.2.3.1',
    'details less coupons are the total',
    {
      cloud: ['56605.64', '159234.89', '20.35', '734.37', '17844.12'],
      store: '2094400.00',
      coupons: '490.62',
    },
    ['2328839.37', '2328839.37', '2328348.75'],
    ['234439.37', '2328839.37', '2328348.75'],
    'differs',
  ),
  // Both lists are cut off in print; what is visible cannot reach the totals.
  row(
    'BILL-9',
    '7.2.3.1',
    'discounts and coupons, first page of each list',
    { discounts: ['1017.00', '613.33', '2.83', '2.85'], coupons: ['9.30', '71.86', '71.86', '75.71', '0.62'] },
    ['4383.96', '490.62'],
    ['1636.01', '229.35'],
    'partial',
  ),
  row('BILL-10', '13.2.8', 'payable of an account not settled monthly', { cash: '89.29', coupon: '0.00', outstanding: '7.92' }, ['97.21']),
  // One row of the printed sheet breaks the identity: 10 = 0 + 0.005 + 10.
  row(
    'BILL-11',
    '13.2.8',
    'rows of a sheet: list price, discount, rounding-off, payable',
    { rows: ['0.315 0 0.005 0.31', '2.4E-07 0 2.4E-07 0', '10 0 0.005 10'] },
    ['0.315', '0.00000024', '10'],
    ['0.315', '0.00000024', '10.005'],
    'differs',
  ),
  row('PREC-1', '6.1.6', 'usage is priced to eight decimals', { price: '10.12501236' }, ['10.12501236'], undefined, 'rule'),
  row('PREC-2', '6.1.6', 'total of an account settled monthly', { total: '100.12501236', period: '2021-06' }, ['100.13']),
  row('PREC-3', '13.2.3', 'charge of an account not settled monthly', { total: '10.12501236', period: '2023-09' }, ['10.12']),
  row('PREC-4', '13.2.8', 'bill of an account not settled monthly', { total: '100.12501236', period: '2023-09' }, ['100.12']),
  row(
    'PREC-5',
    '6.1.6',
    'what was rounded, by month',
    { months: ['2020-03', '2020-04', '2021-05', '2021-06'] },
    ['settlement', 'specification', 'specification', 'total'],
    undefined,
    'rule',
  ),
  row('PREC-6', '6.1.1', 'decimals on a page', { currencies: ['USD', 'EUR', 'THB', 'JPY'] }, ['2', '2', '2', '0'], undefined, 'rule'),
  row('FX-1', '5.2.1', 'a top-up in euros', { amount: '100', rate: '0.83721', to: 'EUR' }, ['83.72']),
  // The rate of the day is not printed; it follows from the two amounts.
  row(
    'FX-2',
    '5.1.1',
    'a card authorisation in Hong Kong dollars',
    { amount: '1', rate: '7.85', to: 'HKD' },
    ['7.85'],
    undefined,
    'partial',
  ),
  row('FX-JPY-1', '5.2.3', 'whole yen', { amount: '2.87', rate: '147.911', to: 'JPY' }, ['425.00'], ['425']),
  row('FX-JPY-2', '5.2.3', 'whole yen', { amount: '0.53', rate: '144.736', to: 'JPY' }, ['77.00'], ['77']),
  row('FX-JPY-3', '5.2.3', 'whole yen', { amount: '0.09', rate: '140.086', to: 'JPY' }, ['13.00'], ['13']),
  row('FX-JPY-4', '5.2.3', 'whole yen', { amount: '2.42', rate: '140.409', to: 'JPY' }, ['340.00'], ['340']),
  row('FX-3', '5.2.3', 'three open months', { parts: ['2.87', '0.53', '0.09'], due: '1.45', remaining: '0.53' }, ['3.49', '0.92']),
  row('FX-4', '6.1.4', 'a payment in Hong Kong dollars', { amount: '100.23', rate: '7.75428', to: 'HKD' }, ['777.21']),
  row('UNIT-1', '6.1.1', 'one byte in gigabytes', { usage: '1', ratio: '1073741824' }, ['0.0000000009']),
  row('UNIT-2', '6.1.1', 'seconds in an hour', { usage: '3600' }, ['3600', '1']),
  row('OVF-1', '7.2.2.3', 'refunds exceed charges on credit', { refunds: '-10', charges: '5' }, ['-5']),
];
