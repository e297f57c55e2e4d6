import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Input } from '../../contract/index.ts';
import { gatherFacts } from '../../reconcile/facts.ts';
import { ageingOf } from '../../statements/ageing.ts';
import { statementFor } from '../../statements/statement.ts';
import { certificateRig, type CertificateRig } from '../rig.ts';

let rig: CertificateRig;
let customer: number;
let number: string;
const party = (change: Partial<Input<'parties/save'>>): Input<'parties/save'> => ({
  id: null,
  kind: 'own',
  entity: null,
  name: 'Us Sdn. Bhd.',
  nameLocal: null,
  country: 'MY',
  region: null,
  status: 'registered',
  taxIds: [],
  addresses: [],
  contacts: [],
  bank: null,
  endpoint: null,
  ...change,
});
/** 1,000 USD to a customer in Kenya, who holds 5 % back. */
beforeEach(async () => {
  rig = await certificateRig();
  const us = await rig.call('parties/save', party({}));
  customer = (await rig.call('parties/save', party({ kind: 'customer', name: 'Harbour Ltd', country: 'KE' }))).id;
  number = rig.issued(us.id, customer, '2024-03-02', '1000');
  await rig.call('wht/recordStep', {
    invoices: [{ invoice: number }],
    kind: 'rate',
    date: '2024-03-02',
    rate: '5',
    reason: 'as the customer told',
  });
});
afterEach(() => {
  expect(rig.verify()).toEqual({ integrity: 'ok', foreignKeys: 'ok', auditChain: 'ok', totals: 'ok' });
  rig.close();
});
const receive = () =>
  rig.call('payments/add', {
    date: '2024-03-20',
    amount: '950',
    currency: 'USD',
    reference: 'R-1',
    allocate: [{ invoice: number, amount: '950' }],
  });
const certify = (change: object = {}) =>
  rig.call('wht/add', rig.paper({ side: 'payee', number: 'KRA-1', total: '50', allocate: [{ invoice: number }], ...change }));
const ageing = (direction: 'received' | 'issued') =>
  ageingOf(rig.book.read, { asOf: '2024-05-20', direction, by: 'party', edges: null }, '2024-05-20');
const RANGE = { party: null, from: '2024-03-01', to: '2024-05-20' } as const;

it('a receipt net of the tax and the customer’s certificate settle what was made here', async () => {
  expect(await rig.call('payments/netPayable', { direction: 'issued', currency: 'USD' })).toMatchObject([
    { invoice: number, openCash: '950', openCertificates: '50', ratePct: '5' },
  ]);
  const { id } = await receive();
  expect(await rig.call('payments/settles', { id })).toMatchObject([{ direction: 'issued', withheld: '50', gross: '1000', base: '1000' }]);
  expect(ageing('issued').rows).toMatchObject([{ key: String(customer), awaited: '50', total: '50' }]);
  await certify({ draft: true });
  expect(await rig.call('invoices/show', { number })).toMatchObject({ status: 'unpaid', withheld: '0', open: '50' });
  await rig.call('wht/submit', { number: 'KRA-1' });
  expect(await rig.call('invoices/show', { number })).toMatchObject({ status: 'paid', paid: '950', withheld: '50', open: '0' });
  expect(await rig.call('invoices/settlement', { number })).toMatchObject({ direction: 'issued', match: 'exact', open: '0' });
  expect(ageing('issued').rows).toEqual([]);
  expect(statementFor(rig.book.read, { ...RANGE, party: customer, vendor: null, direction: 'issued' }).statements).toMatchObject([
    { closing: '0', awaited: '0', sums: { invoice: '1000', payment: '-950', certificate: '-50' } },
  ]);
});

it('none of it is among what is to be paid', async () => {
  const before = {
    ageing: ageing('received'),
    statement: statementFor(rig.book.read, { ...RANGE, vendor: 'huawei', direction: 'received' }),
    due: await rig.call('invoices/due', {}),
    list: await rig.call('invoices/list', {}),
    facts: gatherFacts(rig.book.read, '2024-02', 'monthly', null, '2024-05-20'),
    nets: await rig.call('payments/netPayable', { direction: 'received', currency: 'USD' }),
  };
  await receive();
  await certify();
  // A receipt that lies on what was made here is no payment to a vendor, and its certificate none of ours.
  expect(ageing('received')).toEqual(before.ageing);
  expect(statementFor(rig.book.read, { ...RANGE, vendor: 'huawei', direction: 'received' })).toEqual(before.statement);
  expect(await rig.call('invoices/due', {})).toEqual(before.due);
  expect(await rig.call('invoices/list', {})).toEqual(before.list);
  expect(await rig.call('payments/netPayable', { direction: 'received', currency: 'USD' })).toEqual(before.nets);
  const facts = gatherFacts(rig.book.read, '2024-02', 'monthly', null, '2024-05-20');
  expect(facts.map(({ probe: _probe, ...f }) => f)).toEqual(before.facts.map(({ probe: _probe, ...f }) => f));
  expect(facts.flatMap((f) => f.certificates)).toEqual([]);
});
