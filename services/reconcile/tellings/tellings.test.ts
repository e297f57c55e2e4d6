import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { billRig } from '../../../test/support/bill-rig.ts';
import type { TestLine } from '../../../test/support/lines.ts';
import { insertTelling, type Told } from '../../../test/support/tellings.ts';
import type { Check } from '../../contract/reconcile.ts';

let rig: ReturnType<typeof billRig>;
beforeEach(() => (rig = billRig()));
afterEach(() => rig.close());

const tell = (lines: readonly TestLine[], options?: Told): number => insertTelling(rig.book, lines, options);

const charge = (order: string, amount: string, more: TestLine = {}): TestLine => ({
  account: 'alpha',
  resourceId: `r-${order}`,
  productType: 'ECS',
  billType: '消费-使用',
  orderId: order,
  date: '2023-09-05',
  listPrice: amount,
  discount: '0',
  payable: amount,
  cash: '0',
  monthlySettled: amount,
  ...more,
});
const MONTH = [
  charge('T-1', '10.5'),
  charge('T-2', '20.25', { account: 'beta', date: '2023-09-12' }),
  charge('T-3', '3.125', { productType: 'OBS' }),
  charge('T-4', '0.0625', { account: 'beta', productType: 'OBS', date: '2023-09-20' }),
];
/** What a telling without orders and resources prints of a line. */
const coarse = ({ orderId: _, resourceId: _r, date: _d, ...line }: TestLine): TestLine => line;
async function checks(id: string, period = '2023-09'): Promise<Check[]> {
  return (await rig.call('reconcile/run', { period })).checks.filter((c) => c.check === id);
}
const kinds = (found: readonly Check[]): string[][] => found.map((c) => c.findings.map((f) => f.kind));

describe('bill = its other tellings', () => {
  it('passes for each of them, named', async () => {
    tell(MONTH);
    tell(MONTH.map(coarse), { view: 'type-cycle', format: 'huawei.detail.by-type' });
    tell(MONTH, { kind: 'statement' });
    const found = await checks('bill.tellings');
    expect(found.map((c) => [c.status, c.title])).toEqual([['pass', 'Bill = its other tellings (by product type, by billing cycle)']]);
    expect((await checks('bill.statement')).map((c) => c.status)).toEqual(['pass']);
  });

  it('is not there where there is but the bill', async () => {
    tell(MONTH);
    expect(await checks('bill.tellings')).toEqual([]);
  });

  it('names a line that the bill lacks, once for all tellings', async () => {
    tell(MONTH.slice(1));
    tell(MONTH, { kind: 'statement', file: 's.csv' });
    tell(MONTH.map(coarse), { view: 'type-cycle', format: 'huawei.detail.by-type' });
    const found = [...(await checks('bill.statement')), ...(await checks('bill.tellings')), ...(await checks('huawei.detail-payable'))];
    expect(kinds(found)).toEqual([['line.missing'], ['line.missing'], ['line.missing']]);
    expect(found.map((c) => c.findings[0]!.amount)).toEqual(['-10.5', '-10.5', '10.5']);
    expect(found[1]!.lines.map((l) => [l.file, l.row])).toEqual([['s.csv', 2]]);
  });

  it('fails though the sums agree where two lines have each other’s account', async () => {
    tell(MONTH.map((line, i) => (i === 0 ? { ...line, account: 'beta' } : i === 1 ? { ...line, account: 'alpha' } : line)));
    tell(MONTH, { kind: 'statement' });
    const [found] = await checks('bill.statement');
    expect(found).toMatchObject({ status: 'fail', difference: '0', lineCount: 4 });
    expect(kinds([found!])).toEqual([['line.account']]);
    expect(found!.lines[0]!.text).toContain('account in the counted bill: beta');
    expect(found!.lines[0]!.textZh).toContain('计入账单的账号：beta');
  });

  it('names a line that is paid in another way', async () => {
    tell(MONTH);
    tell(
      MONTH.map((line, i) => (i === 2 ? { ...line, cash: '3', monthlySettled: '0.125' } : line)),
      { kind: 'statement' },
    );
    expect(kinds(await checks('bill.statement'))).toEqual([['line.method']]);
  });

  it('leaves out an attribute that the other file words differently', async () => {
    tell(MONTH);
    tell(
      MONTH.map((line) => ({ ...line, productType: line.productType === 'ECS' ? '弹性云服务器' : '对象存储' })),
      { kind: 'statement' },
    );
    expect((await checks('bill.statement')).map((c) => c.status)).toEqual(['pass']);
  });

  it('explains a telling in cents by the rule that yields every row', async () => {
    const lines = [charge('T-1', '10.504'), charge('T-2', '20.256'), charge('T-3', '0.004'), charge('T-4', '1.007')];
    tell(lines);
    tell(
      lines.map((line) => {
        const cents = Number(line.payable).toFixed(2);
        return { ...line, listPrice: cents, payable: cents, monthlySettled: cents };
      }),
      { view: 'resource-line', format: 'huawei.api.resource-records' },
    );
    const [found] = await checks('bill.tellings');
    expect(found).toMatchObject({ status: 'explained', tolerance: 'telling.parts.half-up-2', findings: [] });
  });

  it('does not judge a file that was made before the month’s bill was drawn up', async () => {
    tell(MONTH);
    tell(MONTH.slice(0, 2).map(coarse), { view: 'type-cycle', format: 'huawei.detail.by-type', asOf: '2023-09-15', estimate: true });
    expect((await checks('bill.tellings')).map((c) => [c.status, c.explanation])).toEqual([
      ['missing', "The file was made on 2023-09-15, before the month's bill was drawn up. Import the final one."],
    ]);
  });

  it('holds files without tax lines against the bill without them', async () => {
    tell([...MONTH, charge('T-1', '0.84', { billType: '消费-税金' })]);
    tell(
      MONTH.map(({ orderId: _, ...line }) => line),
      { view: 'resource-cycle', format: 'huawei.spending' },
    );
    const [found] = await checks('bill.tellings');
    expect(found).toMatchObject({ status: 'pass', left: '33.9375', explanation: 'Both agree in all that both print. Without tax lines.' });
  });

  it('finds a line in the month beside, and one in another currency', async () => {
    tell(MONTH.slice(1));
    tell([charge('T-1', '10.5', { date: '2023-10-01' })], { period: '2023-10' });
    tell(MONTH, { kind: 'statement' });
    expect(kinds(await checks('bill.statement'))).toEqual([['line.period']]);
    rig.close();
    rig = billRig();
    tell([...MONTH.slice(1), { ...MONTH[0]!, currency: 'CNY' }]);
    tell(MONTH, { kind: 'statement' });
    expect(kinds(await checks('bill.statement'))).toEqual([['line.currency']]);
  });
});

describe('files', () => {
  it('tells which part of a split file is not there', async () => {
    for (const part of [1, 2, 4]) tell([charge(`T-${part}`, '1')], { part, name: 'demo_Bill', file: `demo_Bill_${part}.csv` });
    const [found] = await checks('files.parts');
    expect(found).toMatchObject({ status: 'fail', explanation: 'Parts that are not there: demo_Bill_3. Import them.' });
    expect(kinds([found!])).toEqual([['file.part-missing']]);
    tell(
      [1, 2, 3, 4].map((n) => charge(`T-${n}`, '1')),
      { kind: 'statement' },
    );
    expect(kinds(await checks('bill.statement'))).toEqual([['file.part-missing']]);
  });

  it('holds a later file of sums to date against the one before', async () => {
    const sums = (...amounts: string[]): TestLine[] => amounts.map((amount, i) => charge(`T-${i}`, amount));
    const options = { view: 'resource-cycle', counted: true } as const;
    const earlier = tell(sums('5', '7', '2'), { ...options, file: 'a.csv', asOf: '2023-09-15', estimate: true });
    const later = tell(sums('6', '6.5', '1'), { ...options, file: 'b.csv' });
    rig.book.write.run('UPDATE bill_line SET superseded_by = ? WHERE batch_id = ?', [later, earlier]);
    const [found] = await checks('files.growth');
    expect(found).toMatchObject({ status: 'fail', left: '13.5', right: '14', lineCount: 4 });
    expect(found!.findings.map((f) => [f.kind, f.amount])).toEqual([['file.shrunk', '-1.5']]);
    // What was given back for the resource is reason enough.
    tell([charge('T-1', '-0.5', { billType: '退款-退订' }), charge('T-2', '-1', { billType: '退款-退订' })], { ...options, file: 'c.csv' });
    expect((await checks('files.growth')).map((c) => c.status)).toEqual(['pass']);
  });
});

describe('places of lines', () => {
  const many = Array.from({ length: 120 }, (_, i) => charge(`U-${i}`, '1'));
  it('finds the few that are dated outside the month, unless another telling dates them so', async () => {
    tell([...many, charge('T-9', '2', { date: '2023-10-01' })]);
    const [found] = await checks('lines.period');
    expect(found).toMatchObject({ status: 'fail', difference: '2', lineCount: 1 });
    tell([...many, charge('T-9', '2', { date: '2023-10-01' })], { kind: 'statement' });
    expect((await checks('lines.period')).map((c) => c.status)).toEqual(['pass']);
  });
  it('finds the few in another currency', async () => {
    tell([...many, charge('T-9', '2', { currency: 'CNY' })]);
    expect(kinds(await checks('lines.currency'))).toEqual([['line.currency']]);
  });
});

describe('sub-accounts', () => {
  it('are told when only sums of the paying account have them', async () => {
    tell(MONTH.slice(0, 1));
    tell(MONTH.map(coarse), { view: 'type-cycle', format: 'huawei.detail.by-type' });
    rig.book.write.run("UPDATE bill_line SET kind = 0 WHERE account = (SELECT id FROM term WHERE text = 'beta')");
    const [found] = await checks('bill.accounts');
    expect(found).toMatchObject({ status: 'fail', difference: '20.3125', lineCount: 2 });
    expect(found!.findings.map((f) => [f.kind, f.text])).toEqual([
      ['account.missing', 'Account beta is only told by product type, by billing cycle: 20.3125 (lines: 2).'],
    ]);
  });
});
