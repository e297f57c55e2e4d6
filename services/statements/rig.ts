import type { Input, ProcedureName } from '../contract/index.ts';
import { applicationRig } from '../runtime/rig.ts';

/** For tests: a fresh book of a company in Malaysia, and the whole application on it. */
export function statementRig() {
  const rig = applicationRig({ country: 'MY', entity: 'SPARKOO_SG', company: 'Harbour Trading Sdn. Bhd.' });
  const { call, refused } = rig;
  return {
    ...rig,
    refusal: async <N extends ProcedureName>(name: N, input: Input<N>): Promise<string> => (await refused(name, input)).code,
    invoice: (number: string, date: string, net: string, tax: string, rest: Partial<Input<'invoices/add'>> = {}) =>
      call('invoices/add', { number, date, vendor: 'huawei', entity: 'SPARKOO_SG', currency: 'USD', net, tax, ...rest }),
    pay: (reference: string, date: string, amount: string, allocate: { invoice: string; amount: string }[], currency = 'USD') =>
      call('payments/add', { date, amount, currency, reference, method: '', note: '', allocate }),
  };
}

export type StatementRig = ReturnType<typeof statementRig>;

const PDF = '%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n';

/** A small book with everything that registers and statements tell apart. */
export async function smallBook(rig: StatementRig): Promise<void> {
  await rig.invoice('HW-0001', '2024-02-10', '1000', '60', { due: '2024-03-11', period: '2024-01' });
  await rig.invoice('HW-0002', '2024-03-10', '1000.05', '80.01', { due: '2024-04-09', period: '2024-02', file: rig.file('hw2.pdf', PDF) });
  await rig.invoice('T-1', '2024-03-15', '500.5', '0', { vendor: 'tencent', entity: null, currency: 'CNY' });
  await rig.invoice('HW-0009', '2024-03-20', '77', '6.16', { due: '2024-04-20', period: '2024-03', note: '=HYPERLINK("x")' });
  await rig.call('invoices/void', { number: 'HW-0009', reason: 'entered twice' });
  await rig.call('invoices/credit', {
    number: 'HW-0002',
    creditNumber: 'HW-C1',
    date: '2024-04-01',
    net: '100',
    tax: '8',
    reason: 'refund',
  });
  await rig.pay('TT-1', '2024-03-05', '1060', [{ invoice: 'HW-0001', amount: '1060' }]);
  await rig.pay('TT-2', '2024-04-20', '600', [{ invoice: 'HW-0002', amount: '500' }]);
  await rig.call('wht/add', {
    number: 'W-1',
    issuer: '',
    date: '2024-04-25',
    total: '100.04',
    currency: 'USD',
    allocate: [{ invoice: 'HW-0002', amount: '100.04', payAmount: null }],
    attach: [rig.file('w1.pdf', PDF)],
    note: '',
  });
  await rig.call('bills/setRate', { period: '2024-03', from: 'CNY', to: 'USD', rate: '0.1389' });
}
