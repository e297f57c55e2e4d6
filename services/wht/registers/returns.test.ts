import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addPaper, income, party, whtRig, type WhtRig } from '../../../test/support/wht-register-book.ts';

let rig: WhtRig;
beforeEach(() => {
  rig = whtRig();
});
afterEach(() => rig.close());

const pnd = async (kind: '3' | '53' | '54', rest: object = {}): Promise<string> =>
  (await rig.written('export/whtPnd', { kind, period: '2024-03', ...rest })).bytes.toString();
const refused = async (kind: '3' | '53' | '54', rest: object = {}) =>
  rig.refusal('export/whtPnd', { kind, period: '2024-03', target: rig.target(), ...rest } as never);

const person = party({
  name: 'Somchai Jaidee',
  nameLocal: 'นาย สมชาย  ใจดี',
  taxIds: [{ scheme: 'TIN', value: '1 1014 00000 12 7' }],
  addresses: [],
});
const abroad = party({
  name: 'Cloud Pte. Ltd.',
  nameLocal: null,
  country: 'SG',
  taxIds: [{ scheme: 'UEN', value: '201912345K' }],
  addresses: [],
});

describe('attachments of Thai returns', () => {
  it('writes a line for each income, 16 fields for companies, in the order of payment', async () => {
    addPaper(rig.book, {
      number: 'B',
      date: '2024-03-20',
      income: [
        income({ paid: '2024-03-19' }),
        income({ code: '6', description: '', rate: '1.5', base: '1000', tax: '15', paid: '2024-03-02' }),
      ],
    });
    addPaper(rig.book, {
      number: 'A',
      figures: { condition: '3' },
      payee: party({
        taxIds: [
          { scheme: 'TIN', value: '0105565047713' },
          { scheme: 'BRANCH', value: '12' },
        ],
      }),
      income: [income({ paid: null })],
    });
    const address = '99 ถนนสุขุมวิท|แขวงคลองเตย|เขตคลองเตย|กรุงเทพมหานคร|10110';
    expect(await pnd('53')).toBe(
      [
        `1|0105565047713|00000|บริษัท|สยามคลาวด์ จำกัด|${address}|02032567|6|1.50|1000.00|15.00|1`,
        `2|0105565047713|00012|บริษัท|สยามคลาวด์ จำกัด|${address}|15032567|ค่าบริการ|3.00|6000.00|180.00|3`,
        `3|0105565047713|00000|บริษัท|สยามคลาวด์ จำกัด|${address}|19032567|ค่าบริการ|3.00|6000.00|180.00|1`,
        '',
      ].join('\r\n'),
    );
  });

  it('sends individuals to PND 3 with 17 fields, companies abroad to PND 54', async () => {
    addPaper(rig.book, { number: 'P', payee: person, income: [income()] });
    addPaper(rig.book, { number: 'X', payee: abroad, income: [income({ rate: '15', tax: '900' })] });
    expect(await pnd('3')).toBe('1|1101400000127|00000|นาย|สมชาย|ใจดี||||||15032567|ค่าบริการ|3.00|6000.00|180.00|1\r\n');
    expect(await pnd('54')).toBe('1||00000||Cloud Pte. Ltd.||||||15032567|ค่าบริการ|15.00|6000.00|900.00|1\r\n');
    expect(await pnd('54', { condition: '2' })).toMatch(/\|2\r\n$/);
    expect(await refused('53')).toMatchObject({ code: 'wht.list-empty' });
  });

  it('takes the day of payment, and neither drafts nor void nor refused ones, nor those that a bank reports, nor the other side', async () => {
    addPaper(rig.book, {
      number: 'MAR',
      date: '2024-04-03',
      income: [income({ paid: '2024-03-31' }), income({ paid: '2024-04-01', base: '1', tax: '0.03' })],
    });
    addPaper(rig.book, { number: 'APR', income: [income({ paid: '2024-04-01' })] });
    for (const status of ['draft', 'void', 'refused'] as const) addPaper(rig.book, { number: status, status, income: [income()] });
    addPaper(rig.book, { number: 'BANK', form: 'TH-E-WHT', income: [income()] });
    addPaper(rig.book, { number: 'THEIRS', side: 'payee', income: [income()] });
    expect((await pnd('53')).trim().split('\r\n')).toHaveLength(1);
    expect(await rig.call('wht/listed', { list: 'TH-PND-53', period: '2024-03' })).toMatchObject({
      rows: 1,
      certificates: 1,
      currency: 'THB',
      base: '6000',
      tax: '180',
      lacks: [],
      leftOut: 3,
    });
  });

  it('writes CSV with a head, and TIS-620', async () => {
    addPaper(rig.book, { income: [income({ description: '=ค่า, "x"' })] });
    const csv = await pnd('53', { format: 'csv' });
    expect(csv.startsWith('\ufeffลำดับที่,เลขประจำตัวผู้เสียภาษี,สาขาที่,คำนำหน้าชื่อ,ชื่อผู้มีเงินได้,')).toBe(true);
    expect(csv).toContain(`,15032567,"'=ค่า, ""x""",3.00,`);
    const { bytes } = await rig.written('export/whtPnd', { kind: '53', period: '2024-03', encoding: 'tis-620' });
    expect(new TextDecoder('windows-874').decode(bytes)).toBe(await pnd('53'));
    expect(bytes.length).toBe((await pnd('53')).length);
  });

  it.each([
    ['no tax number', { payee: party({ taxIds: [] }) }, 'Siam Cloud Co., Ltd. has no Thai tax number of 13 digits.'],
    ['a tax number of another length', { payee: party({ taxIds: [{ scheme: 'TIN', value: '01055650477' }] }) }, 'has no Thai tax number'],
    ['no name', { payee: party({ name: ' ', nameLocal: null }) }, 'the payee has no name.'],
    ['no payee', { payee: null }, 'names no payee.'],
    ['no income', { income: [] }, 'prints no income line.'],
    ['no base', { income: [income({ base: null })] }, 'without its base.'],
    ['no rate', { income: [income({ rate: null })] }, 'without its rate.'],
    ['three decimals', { income: [income({ tax: '180.001' })] }, '180.001 has more than two decimals.'],
    ['dollars', { currency: 'USD' }, 'is in USD; the list is in THB.'],
    ['no words', { income: [income({ description: '', code: null })] }, 'does not say what it is.'],
    ['a bar', { income: [income({ description: 'a|b' })] }, '“a|b” contains the sign'],
  ])('refuses %s in words, and writes nothing', async (_, facts, words) => {
    addPaper(rig.book, { income: [income()], ...facts });
    const error = await refused('53');
    expect(error.message).toContain(words);
    expect((error as { details?: { remedy?: string } }).details?.remedy).toBeTruthy();
  });

  it('refuses a character that TIS-620 has no place for', async () => {
    addPaper(rig.book, { payee: party({ nameLocal: 'บริษัท 华为 จำกัด' }), income: [income()] });
    expect(await refused('53', { encoding: 'tis-620' })).toMatchObject({ code: 'wht.list-misfit', details: { value: '华' } });
  });

  it('asks for the payee in each list that the certificate might belong in', async () => {
    addPaper(rig.book, { number: 'TAWI', payee: null });
    addPaper(rig.book, { number: 'ABROAD', payee: null, form: 'TH-PND-54' });
    addPaper(rig.book, { number: 'ANY', payee: null, form: null });
    const lacking = async (kind: '3' | '53' | '54') =>
      (await rig.call('wht/listed', { list: `TH-PND-${kind}`, period: '2024-03' })).lacks.map((l) => l.number);
    expect(await lacking('3')).toEqual(['TAWI', 'ANY']);
    expect(await lacking('53')).toEqual(['TAWI', 'ANY']);
    expect(await lacking('54')).toEqual(['ABROAD', 'ANY']);
  });

  it('says how much is lacking, and leaves it out where told to', async () => {
    addPaper(rig.book, { number: 'GOOD', income: [income()] });
    addPaper(rig.book, { number: 'BAD', income: [income({ base: null, rate: null })] });
    expect(await refused('53')).toMatchObject({
      code: 'wht.list-lacks',
      message: expect.stringMatching(/without its .+ 1 more things are lacking\.$/) as string,
    });
    expect((await rig.call('wht/listed', { list: 'TH-PND-53', period: '2024-03' })).lacks.map((l) => l.number)).toEqual(['BAD', 'BAD']);
    expect((await pnd('53', { leaveOut: true })).trim().split('\r\n')).toHaveLength(1);
  });
});

describe('lists of other authorities', () => {
  const list = async (id: string): Promise<string[]> =>
    (await rig.written('export/whtList', { list: id, period: '2024-03' })).bytes.toString().replace('\ufeff', '').trim().split('\r\n');

  it('BPPU for Coretax', async () => {
    const invoice = rig.invoice('INV/7');
    const payer = party({ country: 'ID', taxIds: [{ scheme: 'NPWP', value: '63.785.526.3-014.000' }] });
    const payee = party({ name: 'PT Awan', nameLocal: null, country: 'ID', taxIds: [{ scheme: 'NPWP', value: '0637855263014000' }] });
    addPaper(
      rig.book,
      {
        country: 'ID',
        form: 'ID-BPPU',
        currency: 'IDR',
        payer,
        payee,
        income: [income({ code: '24-104-01', rate: '2', base: '9000', tax: '180' })],
      },
      [{ invoiceId: invoice, amount: '180', payAmount: '0.01' }],
    );
    expect(await list('ID-BPPU')).toEqual([
      'TaxPeriodMonth,TaxPeriodYear,CounterpartTin,IDPlaceOfBusinessActivityOfIncomeRecipient,TaxCertificate,TaxObjectCode,TaxBase,Rate,Document,DocumentNumber,DocumentDate,IDPlaceOfBusinessActivity,GovTreasurerOpt,SP2DNumber,WithholdingDate',
      '3,2024,0637855263014000,0637855263014000000000,N/A,24-104-01,9000.00,2.00,CommercialInvoice,INV/7,2024-03-02,0637855263014000000000,N/A,,2024-03-15',
    ]);
  });

  it('QAP of the quarter', async () => {
    const payee = party({
      name: 'Manila Cloud, Inc.',
      nameLocal: null,
      country: 'PH',
      taxIds: [{ scheme: 'TIN', value: '123-456-789-00012' }],
    });
    addPaper(rig.book, {
      country: 'PH',
      form: null,
      currency: 'PHP',
      payee,
      income: [income({ code: 'WC158', rate: '2', base: '9000', tax: '180', paid: '2024-01-09' })],
    });
    expect(await list('PH-QAP-1601EQ')).toContain('D1,1601EQ,1,123456789,0012,"Manila Cloud, Inc.",03/2024,WC158,2.00,9000.00,180.00');
  });

  it('CP37D', async () => {
    addPaper(rig.book, {
      country: 'MY',
      form: 'MY-CP37D',
      currency: 'MYR',
      payee: abroad,
      remittance: 'R-1',
      income: [income({ rate: '10', base: '1800', tax: '180', description: 'Technical fee' })],
    });
    expect(await list('MY-CP37D')).toContain('1,Cloud Pte. Ltd.,201912345K,SG,Technical fee,2024-03-15,1800.00,10.00,180.00,1620.00,R-1');
  });
});
