import type { CertificateSource } from '../../services/wht/papers/source.ts';
import type { IncomeLine } from '../../domain/wht/certificate.ts';
import type { Certificate } from '../../services/contract/wht.ts';
import { formById } from '../../domain/wht/forms/index.ts';
import { address, party } from './papers.ts';
import { shownCertificate } from './shown-certificate.ts';

export const income = (part: Partial<IncomeLine> = {}): IncomeLine => ({
  category: 'services',
  code: '5',
  description: '',
  paid: '2024-03-05',
  base: '10000',
  rate: '3',
  tax: '300',
  ...part,
});

export const siam = party('Siam Data Co., Ltd.', 'TH', {
  nameLocal: 'บริษัท สยามดาต้า จำกัด',
  taxIds: [{ scheme: 'TIN', value: '0105551234567' }],
  addresses: [address('TH', ['เลขที่ 88/8 อาคารปทุมวัน ชั้นที่ 12', 'ถนนพระรามที่ 1 แขวงปทุมวัน เขตปทุมวัน'], { region: 'TH-10', postcode: '10330' })],
});
export const sparkoo = party('Sparkoo Technologies (Thailand) Co., Ltd.', 'TH', {
  nameLocal: 'บริษัท สปาร์คคู เทคโนโลยีส์ (ประเทศไทย) จำกัด',
  taxIds: [{ scheme: 'VAT', value: '0105565047713' }],
  addresses: [
    address('TH', ['เลขที่ 9 อาคารจี ทาวเวอร์ ชั้นที่ 34', 'ถนนพระราม 9 แขวงห้วยขวาง เขตห้วยขวาง'], { region: 'TH-10', postcode: '10310' }),
  ],
});

/** A Thai certificate of 300 baht on services of 10,000, unless told otherwise. */
export const tawiSource = (part: Partial<Certificate> = {}, rest: Partial<CertificateSource> = {}): CertificateSource => ({
  certificate: shownCertificate({
    number: '67-0031',
    country: 'TH',
    form: 'TH-50-TAWI',
    date: '2024-03-05',
    total: '300',
    currency: 'THB',
    income: [income()],
    ...part,
  }),
  form: formById('TH-50-TAWI'),
  payer: siam,
  payee: sparkoo,
  ...rest,
});

/** A Malaysian certificate over USD 100 and 10 %, two invoices, converted to ringgit. */
export const malaysian = (part: Partial<Certificate> = {}, rest: Partial<CertificateSource> = {}): CertificateSource => ({
  certificate: shownCertificate({
    number: 'CP37D-2024-0417',
    country: 'MY',
    form: 'MY-CP37D',
    date: '2024-04-17',
    first: '2024-03-01',
    last: '2024-03-31',
    total: '1412.5',
    currency: 'MYR',
    remittance: 'e-WHT 2024-0417-88123',
    remitted: '2024-04-16',
    income: [
      income({
        category: 'technical-services',
        code: '109B',
        description: 'Cloud services, February 2024',
        base: '9425',
        rate: '10',
        tax: '942.5',
      }),
      income({ category: 'technical-services', code: '109B', description: 'Support plan', base: '4700', rate: '10', tax: '470' }),
    ],
    allocations: [allocation('HWI-2024-0211', '942.5', '200', '4.7125'), allocation('HWI-2024-0305', '470', '100', '4.7')],
    ...part,
  }),
  form: formById('MY-CP37D'),
  payer: party('Kuala Data Sdn. Bhd.', 'MY', {
    taxIds: [{ scheme: 'TIN', value: 'C 25845632020' }],
    addresses: [address('MY', ['Level 12, Menara Satu', 'Jalan Sultan Ismail'], { city: 'Kuala Lumpur', postcode: '50250' })],
  }),
  payee: party('Sparkoo Technologies Singapore Pte. Ltd.', 'SG', {
    nameLocal: '华为云新加坡',
    taxIds: [{ scheme: 'UEN', value: '202141109N' }],
    addresses: [address('SG', ['51 Changi Business Park Central 2', '#07-08 The Signature'], { city: 'Singapore', postcode: '486066' })],
  }),
  ...rest,
});

const allocation = (invoice: string, amount: string, payAmount: string, rate: string): Certificate['allocations'][number] => ({
  invoice,
  invoiceCurrency: 'USD',
  invoiceDate: '2024-03-05',
  invoiceTotal: payAmount + '0',
  invoiceNet: payAmount + '0',
  amount,
  payAmount,
  fx: { rate, date: '2024-04-16', source: 'Bank Negara Malaysia' },
  conversion: { converted: payAmount, difference: '0' },
  vendor: 'huawei',
  invoiceEntity: 'SPARKOO_SG',
});
