import type { Book } from '../../db/book.ts';
import { insertCertificate, type CertificateFacts, type CertificateLine } from '../../db/queries/wht.ts';
import type { PartyDetails } from '../../domain/parties/party.ts';
import { PLAIN_CERTIFICATE, type IncomeLine } from '../../domain/wht/certificate.ts';
import { addInvoice } from './documents.ts';
import { applicationRig } from '../../services/runtime/rig.ts';

export const party = (change: Partial<PartyDetails> = {}): PartyDetails => ({
  name: 'Siam Cloud Co., Ltd.',
  nameLocal: 'บริษัท สยามคลาวด์ จำกัด',
  country: 'TH',
  region: null,
  status: null,
  taxIds: [{ scheme: 'TIN', value: '0-1055-65047-71-3' }],
  addresses: [
    {
      use: 'legal',
      recipient: '',
      phone: '',
      lines: ['99 ถนนสุขุมวิท', 'แขวงคลองเตย'],
      city: 'เขตคลองเตย',
      region: 'TH-10',
      postcode: '10110',
      country: 'TH',
    },
  ],
  contacts: [],
  bank: null,
  endpoint: null,
  ...change,
});

export const income = (change: Partial<IncomeLine> = {}): IncomeLine => ({
  category: 'services',
  code: '5',
  description: 'ค่าบริการ',
  paid: '2024-03-15',
  base: '6000',
  rate: '3',
  tax: '180',
  ...change,
});

/** Writes a certificate past the rules of its entry: a register has to cope with whatever a book holds. */
export function addPaper(book: Book, facts: Partial<CertificateFacts>, lines: readonly CertificateLine[] = []): number {
  return insertCertificate(
    book.write,
    {
      ...PLAIN_CERTIFICATE,
      replacesId: null,
      number: 'W-1',
      generated: false,
      issuer: '',
      date: '2024-03-15',
      total: '180',
      currency: 'THB',
      note: '',
      status: 'accepted',
      country: 'TH',
      form: 'TH-50-TAWI',
      payer: party({ name: 'Harbour Trading Co., Ltd.', nameLocal: null, taxIds: [{ scheme: 'TIN', value: '0105536000315' }] }),
      payee: party(),
      ...facts,
    },
    lines,
  );
}

/** For tests: a fresh book of a company in Thailand, and the whole application on it. */
export function whtRig() {
  const rig = applicationRig({ country: 'TH', entity: 'SPARKOO_TH', company: 'Harbour Trading Co., Ltd.' });
  const { book } = rig;
  return {
    ...rig,
    refusal: rig.refused,
    invoice: (number: string, facts: Parameters<typeof addInvoice>[1] = {}): number =>
      addInvoice(book, { number, date: '2024-03-02', currency: 'USD', net: '6000', tax: '420', ...facts }),
  };
}
export type WhtRig = ReturnType<typeof whtRig>;

/** A small book with everything that the register tells apart. */
export function smallBook(rig: WhtRig): void {
  const { book } = rig;
  const [a, b, c] = [
    rig.invoice('TH-0001'),
    rig.invoice('TH-0002', { net: '1000.05', tax: '70' }),
    rig.invoice('=2+5', { vendor: 'tencent' }),
  ];
  const fx = { rate: '35.8', date: '2024-03-15', source: 'Bank of Thailand' };
  addPaper(
    book,
    {
      number: 'W-0001',
      issuer: 'Harbour',
      total: '6444',
      income: [income({ base: '214800', tax: '6444' })],
      remittance: 'R-77',
      remitted: '2024-04-05',
      submitted: '2024-04-08',
      decided: '2024-04-20',
      first: '2024-03-01',
      last: '2024-03-31',
    },
    [{ invoiceId: a, amount: '6444', payAmount: '180', fx }],
  );
  addPaper(
    book,
    {
      number: 'W-0002',
      status: 'submitted',
      date: '2024-03-20',
      total: '1500.03',
      income: [
        income({ base: '30000.5', tax: '900.02', paid: '2024-03-18' }),
        income({ category: 'advertising', code: '6', rate: '2', base: '30000.5', tax: '600.01', paid: '2024-03-20' }),
      ],
      remittance: 'R-77',
      remitted: '2024-04-05',
    },
    [{ invoiceId: b, amount: '1500.03', payAmount: '41.9', fx }],
  );
  addPaper(book, { number: 'W-0003', status: 'refused', date: '2024-03-21', total: '99', income: [income({ base: '3300', tax: '99' })] }, [
    { invoiceId: c, amount: '99', payAmount: '2.77' },
  ]);
  addPaper(book, { number: 'W-0004', status: 'void', date: '2024-03-22', total: '1' });
  addPaper(book, { number: 'W-0005', status: 'draft', date: '2024-03-25', total: '60', income: [income({ base: '2000', tax: '60' })] });
  addPaper(
    book,
    {
      number: 'W-0006',
      form: null,
      country: null,
      payee: null,
      payer: null,
      date: '2024-03-26',
      total: '12.5',
      currency: 'USD',
      status: 'submitted',
      note: '=HYPERLINK("x")',
    },
    [{ invoiceId: c, amount: '12.5', payAmount: '12.5' }],
  );
  addPaper(book, {
    number: 'MY-1',
    side: 'payee',
    country: 'MY',
    form: 'MY-CP37D',
    date: '2024-03-27',
    total: '80',
    currency: 'MYR',
    income: [income({ code: null, base: '800', rate: '10', tax: '80', description: '' })],
    payer: party({ name: 'Kuala Sdn. Bhd.', nameLocal: null, country: 'MY', taxIds: [{ scheme: 'TIN', value: 'C20880050010' }] }),
    first: '2024-03-01',
    last: '2024-03-31',
    remittance: 'CP-9',
    remitted: '2024-03-30',
  });
  addPaper(book, { number: 'W-0100', date: '2024-04-02', total: '30', income: [income({ base: '1000', tax: '30', paid: '2024-04-01' })] });
}
