import { PLAIN_DOCUMENT } from '../../db/queries/invoices.ts';
import type { InvoiceLine } from '../../domain/invoices/document.ts';
import { add, amount, multiply, sum } from '../../domain/money/amount.ts';
import { minorUnits } from '../../domain/money/minor-units.ts';
import { round } from '../../domain/money/rounding.ts';
import type { PartyDetails } from '../../domain/parties/party.ts';
import { taxPack } from '../../domain/tax/pack.ts';
import type { PaperRecord, PaperSource } from '../../services/documents/source.ts';

export const party = (name: string, country: string, rest: Partial<PartyDetails> = {}): PartyDetails => ({
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
  ...rest,
});

export const address = (
  country: string,
  lines: string[],
  rest: Partial<PartyDetails['addresses'][number]> = {},
): PartyDetails['addresses'][number] => ({
  use: 'legal',
  recipient: '',
  phone: '',
  lines,
  city: '',
  region: null,
  postcode: '',
  country,
  ...rest,
});

/** A line of one position at 100.10 a piece unless told otherwise. */
export const line = (position: number, rest: Partial<InvoiceLine> = {}): InvoiceLine => ({
  position,
  description: `Elastic Cloud Server, line ${position}`,
  quantity: '1',
  unit: 'C62',
  price: '100.1',
  net: '100.1',
  tax: null,
  taxCategory: null,
  taxCode: null,
  ratePct: null,
  first: null,
  last: null,
  scope: null,
  ...rest,
});

/** An issued invoice over its lines; `tax` in percent makes one component, half up to cents. */
export function source(
  rest: Partial<PaperRecord> = {},
  options: { lines?: InvoiceLine[]; tax?: [code: string, ratePct: string][]; credited?: PaperSource['credited'] } = {},
): PaperSource {
  const lines = options.lines ?? [line(1), line(2, { quantity: '720', unit: 'HUR', price: '0.25', net: '180' })];
  const net = rest.net ?? sum(lines.map((l) => l.net));
  const components = (options.tax ?? []).map(([code, ratePct]) => ({
    code,
    name: code,
    ratePct,
    base: net,
    amount: round(multiply(multiply(net, ratePct), '0.01'), { mode: 'half-up', places: minorUnits(rest.currency ?? 'USD') }),
  }));
  const tax = rest.tax ?? sum(components.map((c) => c.amount));
  return {
    lines,
    credited: options.credited ?? null,
    company: { name: 'Book Company Ltd', country: rest.seller?.country ?? 'SG' },
    pack: taxPack,
    quotedCountry: null,
    record: {
      ...PLAIN_DOCUMENT,
      vendor: 'other',
      number: 'INV-2024-0001',
      kind: 'invoice',
      entity: null,
      date: '2024-03-05',
      due: '2024-04-04',
      period: '2024-02',
      currency: 'USD',
      net,
      tax,
      total: add(net, tax),
      stated: 'unpaid',
      creditsId: null,
      note: '',
      source: 'made',
      figures: {},
      direction: 'issued',
      issued: '2024-03-05',
      ...rest,
      document: { ...(components.length > 0 && { components }), ...rest.document },
    },
  };
}

const singapore = party('Sparkoo Technologies Singapore Pte. Ltd.', 'SG', {
  taxIds: [{ scheme: 'GST', value: '202141109N' }],
  addresses: [address('SG', ['15 Changi Business Park Central 1', '#03-01'], { city: 'Singapore', postcode: '486057' })],
  bank: {
    bank: 'Example Bank Ltd, Singapore',
    holder: 'Sparkoo Technologies Singapore Pte. Ltd.',
    account: '003-912345-6',
    swift: 'EXAMSGSG',
    currency: 'USD',
  },
});

/** Documents of many countries, as rooms of the register would make them. */
export const PAPERS = {
  SG: () =>
    source(
      {
        number: 'TSG20240000056',
        entity: 'SPARKOO_SG',
        seller: singapore,
        buyer: party('Lion City Trading Pte. Ltd.', 'SG', {
          nameLocal: '狮城贸易私人有限公司',
          status: 'registered',
          taxIds: [
            { scheme: 'GST', value: 'M90312345A' },
            { scheme: 'UEN', value: '201912345K' },
          ],
          addresses: [
            address('SG', ['1 Raffles Place', '#20-61 One Raffles Place Tower 2'], { city: 'Singapore', postcode: '048616' }),
            address('SG', ['10 Anson Road'], { use: 'mailing', recipient: 'Accounts Payable', city: 'Singapore', postcode: '079903' }),
          ],
        }),
        fx: { currency: 'SGD', rate: '1.3452', date: '2024-03-05' },
        document: {
          treatment: 'charged',
          first: '2024-02-01',
          last: '2024-02-29',
          orderReference: 'CS2402011230ABC',
          paymentTerms: '30 days net',
        },
      },
      { tax: [['GST', '9']] },
    ),
  IN: () =>
    source(
      {
        number: 'HRIN/24/000017',
        entity: 'HW_IN',
        currency: 'INR',
        seller: party('Huawei Telecommunications (India) Company Private Limited', 'IN', {
          region: 'IN-HR',
          taxIds: [{ scheme: 'GSTIN', value: '06AABCH1234M1ZQ' }],
          addresses: [address('IN', ['Tower A, DLF Cyber City'], { city: 'Gurugram', postcode: '122002', region: 'IN-HR' })],
        }),
        buyer: party('Haryana Agro Data Private Limited', 'IN', {
          region: 'IN-HR',
          status: 'registered',
          taxIds: [{ scheme: 'GSTIN', value: '06AAACH7890K1Z3' }],
          addresses: [address('IN', ['Plot 12, Sector 34'], { city: 'Faridabad', postcode: '121003', region: 'IN-HR' })],
        }),
        document: { treatment: 'charged' },
      },
      {
        tax: [
          ['CGST', '9'],
          ['SGST', '9'],
        ],
        lines: [line(1, { description: 'Cloud hosting (SAC 998315), February 2024', quantity: null, price: null, net: '10000.55' })],
      },
    ),
  SA: () =>
    source(
      {
        number: 'SA-24-000201',
        entity: 'SPARKOO_ARABIA',
        currency: 'SAR',
        seller: party('Sparkoo Technologies Arabia Co., Ltd.', 'SA', {
          nameLocal: 'شركة سباركو للتقنية العربية المحدودة',
          taxIds: [{ scheme: 'VAT', value: '311241898900003' }],
          addresses: [address('SA', ['King Fahd Road'], { city: 'Riyadh', postcode: '12271' })],
        }),
        buyer: party('Ahmed Al-Harbi', 'SA', { status: 'unregistered' }),
        document: { treatment: 'charged' },
      },
      { tax: [['VAT', '15']] },
    ),
  ID: () =>
    source(
      {
        number: '030.003-24.00000017',
        entity: 'SPARKOO_ID',
        currency: 'USD',
        net: '100',
        seller: party('PT Sparkoo Technologies Indonesia', 'ID', {
          taxIds: [{ scheme: 'NPWP', value: '63.785.526.3-014.000' }],
          addresses: [address('ID', ['Sahid Sudirman Center'], { city: 'Jakarta', postcode: '10220' })],
        }),
        buyer: party('PT Contoh Badan Usaha Milik Negara (Persero)', 'ID', {
          status: 'vat_collector',
          taxIds: [{ scheme: 'NPWP', value: '01.000.013.1-093.000' }],
          addresses: [address('ID', ['Jl. Medan Merdeka Selatan 13'], { city: 'Jakarta', postcode: '10110' })],
        }),
        fx: { currency: 'IDR', rate: '15710', date: '2024-03-05' },
        document: { treatment: 'charged_customer_remits' },
      },
      { tax: [['VAT', '11']], lines: [line(1, { price: '100', net: '100' })] },
    ),
  AE: () =>
    source({
      number: 'AE-24-77',
      entity: 'HWS_HK',
      seller: party('Huawei Services (Hong Kong) Co., Limited', 'HK', {
        taxIds: [{ scheme: 'TRN', value: '100123456700003' }],
        addresses: [address('HK', ['9/F, Tower 6, The Gateway, No. 9 Canton Road'], { city: 'Kowloon' })],
      }),
      buyer: party('Dubai Logistics FZ-LLC', 'AE', {
        status: 'registered',
        taxIds: [{ scheme: 'TRN', value: '100987654300003' }],
        addresses: [address('AE', ['Dubai Internet City, Building 3'], { city: 'Dubai' })],
      }),
      document: { treatment: 'reverse_charge' },
    }),
  JP: () =>
    source(
      {
        number: 'JP202403-0009',
        entity: 'HWS_HK',
        currency: 'JPY',
        seller: party('Huawei Services (Hong Kong) Co., Limited', 'HK', { taxIds: [{ scheme: 'T', value: 'T7700150113391' }] }),
        buyer: party('株式会社サンプル商事', 'JP', {
          addresses: [address('JP', ['東京都千代田区丸の内1-1-1'], { postcode: '100-0005' })],
        }),
        document: { treatment: 'charged' },
      },
      { tax: [['JCT', '10']], lines: [line(1, { quantity: '3', price: '41000', net: '123000' }), line(2, { price: '4567', net: '4567' })] },
    ),
  CN: () =>
    source(
      {
        number: 'HT-2024-03-018',
        currency: 'CNY',
        seller: party('北京示例云计算有限公司', 'CN', {
          taxIds: [{ scheme: 'USCC', value: '91110108MA01ABCD2X' }],
          addresses: [address('CN', ['北京市海淀区中关村大街1号'], { postcode: '100080' })],
          bank: {
            bank: '示例银行北京分行',
            holder: '北京示例云计算有限公司',
            account: '6222 0000 1111 2222 333',
            swift: '',
            currency: 'CNY',
          },
        }),
        buyer: party('上海某某贸易有限公司', 'CN', { taxIds: [{ scheme: 'USCC', value: '91310000MA1FL4567P' }] }),
        document: { notes: ['本账单依据 2024 年 2 月云服务消费明细编制。'] },
      },
      {
        tax: [['增值税', '6']],
        lines: [
          line(1, {
            description: '弹性云服务器（通用计算增强型，8 核 32 GB，华北-北京四可用区），包月，含系统盘与数据盘各一块以及公网带宽',
            net: '1280.5',
            price: '1280.5',
          }),
          line(2, { description: '对象存储服务', quantity: '2048', unit: 'E34', price: '0.1482', net: '303.51' }),
        ],
      },
    ),
  credit: () =>
    source(
      {
        kind: 'credit-note',
        number: 'CSG20240000003',
        entity: 'SPARKOO_SG',
        stated: 'paid',
        note: 'Resource unsubscribed on 2024-03-10',
        seller: singapore,
        buyer: party('Lion City Trading Pte. Ltd.', 'SG', { status: 'registered', taxIds: [{ scheme: 'GST', value: 'M90312345A' }] }),
        fx: { currency: 'SGD', rate: '1.3452', date: '2024-03-05' },
        net: '-100.1',
        tax: '-9.01',
        document: { treatment: 'charged', components: [{ code: 'GST', name: 'GST', ratePct: '9', base: '-100.1', amount: '-9.01' }] },
      },
      { lines: [line(1, { net: '-100.1', quantity: '-1' })], credited: { number: 'TSG20240000056', date: '2024-03-05' } },
    ),
} as const satisfies Record<string, () => PaperSource>;

/** So many lines, every seventh with a description that wraps. */
export const manyLines = (count: number): PaperSource =>
  source(
    { seller: singapore, buyer: party('Lion City Trading Pte. Ltd.', 'SG'), document: { treatment: 'charged' } },
    {
      tax: [['GST', '9']],
      lines: Array.from({ length: count }, (_, i) =>
        line(i + 1, {
          description:
            i % 7 === 3
              ? 'Relational database, MySQL, high availability, 16 vCPUs, 64 GB, region Asia Pacific Singapore, enterprise project 生产环境一号集群'
              : `Elastic Cloud Server s6.large.2, ecs-prod-${String(i + 1).padStart(4, '0')}`,
          net: amount(`${i + 1}.${String((i * 37) % 100).padStart(2, '0')}`),
          price: amount(`${i + 1}.${String((i * 37) % 100).padStart(2, '0')}`),
          first: '2024-02-01',
          last: '2024-02-29',
        }),
      ),
    },
  );
