import type { ParsedInput } from '../contract/index.ts';
import { partiesHandlers } from '../parties/index.ts';
import type { Context } from '../runtime/services.ts';

type Given = ParsedInput<'parties/save'>;
const PLAIN: Pick<Given, 'id' | 'entity' | 'nameLocal' | 'region' | 'status' | 'contacts' | 'bank' | 'endpoint'> = {
  id: null,
  entity: null,
  nameLocal: null,
  region: null,
  status: null,
  contacts: [],
  bank: null,
  endpoint: null,
};
const place = (country: string, city: string, postcode: string, ...lines: string[]): Given['addresses'][number] => ({
  use: 'legal',
  recipient: '',
  phone: '',
  lines,
  city,
  region: null,
  postcode,
  country,
});

/** An invented company with the desks that get its papers, its cloud vendor, and a company that it bills. */
const PARTIES: readonly Given[] = [
  {
    ...PLAIN,
    kind: 'own',
    name: 'Demo Company Sdn. Bhd.',
    nameLocal: '示例公司',
    country: 'MY',
    status: 'registered',
    taxIds: [{ scheme: 'SST', value: 'W10-0000-00000000' }],
    addresses: [
      place('MY', 'Kuala Lumpur', '50000', 'Level 1, Sample Tower'),
      { ...place('MY', 'Petaling Jaya', '46000', '1 Sample Road'), use: 'mailing', recipient: 'Accounts desk', phone: '+60 3 0000 0000' },
    ],
    contacts: [
      { name: 'Accounts desk', email: 'accounts@example.com', gets: ['invoice', 'reminder'] },
      { name: 'Tax desk', email: 'tax@example.com', gets: ['certificate', 'reminder'] },
    ],
    bank: { bank: 'Sample Bank', holder: 'Demo Company Sdn. Bhd.', account: '000-000000-000', swift: 'SAMPMYKL', currency: 'USD' },
  },
  {
    ...PLAIN,
    kind: 'vendor',
    entity: 'SPARKOO_SG',
    name: 'Sparkoo Technologies Singapore Pte. Ltd.',
    country: 'SG',
    taxIds: [{ scheme: 'GST', value: '202141109N' }],
    addresses: [],
  },
  {
    ...PLAIN,
    kind: 'customer',
    name: 'Demo Research Pte. Ltd.',
    country: 'SG',
    status: 'registered',
    taxIds: [],
    addresses: [place('SG', 'Singapore', '000000', '1 Sample Street')],
    contacts: [{ name: 'Accounts desk', email: 'accounts@research.example.com', gets: ['invoice'] }],
  },
];

/** Parties and a number series, as a user would enter them. */
export async function fillParties(context: Context): Promise<void> {
  for (const party of PARTIES) await partiesHandlers['parties/save'](party, context);
  for (const [name, forKind, pattern] of [
    ['Invoices', 'invoice', 'INV-{YYYY}-{####}'],
    ['Credit notes', 'credit-note', 'CN-{YYYY}-{####}'],
  ] as const)
    await partiesHandlers['series/save']({ id: null, name, forKind, pattern, resets: 'year' }, context);
}
