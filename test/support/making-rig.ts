import { insertLines } from './lines.ts';
import type { Input } from '../../services/contract/index.ts';
import { documentRig } from '../../services/invoices/rig.ts';

export type Rig = ReturnType<typeof documentRig>;
export type MakingInput = Input<'invoices/make'>;

/** A party as it is entered, with nothing but name, kind and country. */
export const party = (kind: 'own' | 'vendor' | 'customer', name: string, country: string, more: object = {}): Input<'parties/save'> => ({
  kind,
  name,
  nameLocal: null,
  country,
  region: null,
  status: null,
  taxIds: [],
  addresses: [],
  contacts: [],
  bank: null,
  endpoint: null,
  ...more,
});

/** A book of a reseller in Singapore: own company, a customer in Malaysia, series of both kinds, and two months of bills. */
export async function makingRig(): Promise<{ rig: Rig; seller: number; buyer: number; invoices: number; credits: number }> {
  const rig = documentRig();
  const { id: seller } = await rig.call('parties/save', party('own', 'Example Pte. Ltd.', 'SG', { entity: 'SPARKOO_SG' }));
  const { id: buyer } = await rig.call('parties/save', party('customer', 'Contoh Sdn. Bhd.', 'MY', { status: 'registered' }));
  const series = { resets: 'year' as const };
  const { id: invoices } = await rig.call('series/save', { name: 'Invoices', forKind: 'invoice', pattern: 'INV-{YYYY}-{####}', ...series });
  const { id: credits } = await rig.call('series/save', {
    name: 'Credits',
    forKind: 'credit-note',
    pattern: 'CN-{YYYY}-{####}',
    ...series,
  });
  insertLines(
    rig.book,
    [
      { productType: 'ECS', account: 'a', payable: '10.12501236', billType: '消费-使用', orderId: 'CS1' },
      { productType: 'ECS', account: 'b', payable: '20.00500001', billType: '消费-新购', orderId: 'CS2' },
      { productType: 'OBS', account: 'a', payable: '3.40499', billType: '消费-使用' },
      { account: 'a', payable: '0.005', billType: '消费-使用' },
      { productType: 'EVS', account: 'a', listPrice: '7', billType: '消费-使用' },
    ],
    { period: '2024-04' },
  );
  insertLines(
    rig.book,
    [
      { productType: 'ECS', payable: '-5.005', billType: '退款-退订' },
      { productType: 'OBS', payable: '2', billType: '消费-使用' },
      { productType: 'OBS', payable: '9', currency: 'CNY', billType: '消费-使用' },
    ],
    { period: '2024-05' },
  );
  return { rig, seller, buyer, invoices, credits };
}
