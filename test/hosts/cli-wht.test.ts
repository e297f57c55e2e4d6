import { describe, expect, it } from 'vitest';
import { shownCertificate } from '../support/shown-certificate.ts';
import { rig } from './cli-rig.ts';

const BOOK = ['--book', 'b.tallybook'];
const draft = shownCertificate({
  id: 7,
  number: 'W1',
  status: 'draft',
  issuer: 'RD',
  country: 'TH',
  attachments: [{ id: 3, name: 'old.pdf', type: 'application/pdf', size: 1, sha256: 'a' }],
  allocations: [
    {
      invoice: 'N-1',
      vendor: 'huawei',
      invoiceEntity: null,
      invoiceCurrency: 'USD',
      invoiceDate: '2023-10-01',
      invoiceTotal: '10',
      invoiceNet: '10',
      amount: '30.5',
      payAmount: '0.87',
      fx: { rate: '35', date: null, source: null },
      conversion: { converted: '0.87', difference: '0' },
    },
  ],
});
const answers = {
  'wht/list': [],
  'wht/saveSettings': { partial: true, open: [], given: [] },

  'wht/show': draft,
  'wht/settings': { partial: false, open: [{ country: 'KE', entity: 'SPARKOO_SG' }], given: [{ country: 'MY', entity: 'SPARKOO_SG' }] },
};
const head = 'wht add --number W1 --date 2023-10-20 --total 180 --currency THB --attach wht.pdf';

describe('certificates on the command line', () => {
  it.each([
    [
      `${head} --side payee --country TH --form TH-50-TAWI --first 2023-10-01 --last 2023-10-31 --payer 4 --payee none --remittance R-1 --remitted 2023-10-25 --submitted 2023-10-26`,
      {
        side: 'payee',
        country: 'TH',
        form: 'TH-50-TAWI',
        first: '2023-10-01',
        last: '2023-10-31',
        payerId: 4,
        payeeId: null,
        remittance: 'R-1',
        remitted: '2023-10-25',
        submitted: '2023-10-26',
        draft: false,
      },
    ],
    [
      `${head} --income services:5:6000:3:180 --income royalty:-:-:0`,
      {
        income: [
          { category: 'services', code: '5', base: '6000', rate: '3', tax: '180' },
          { category: 'royalty', code: null, base: null, rate: null, tax: '0' },
        ],
      },
    ],
    [
      `${head} --allocate A=B@x=90:2.5@36/2023-10-19 --allocate C=90@36.5`,
      {
        allocate: [
          { invoice: 'A=B@x', amount: '90', payAmount: '2.5', fx: { rate: '36', date: '2023-10-19', source: null } },
          { invoice: 'C', amount: '90', payAmount: null, fx: { rate: '36.5', date: null, source: null } },
        ],
      },
    ],
    [`${head} --draft --replaces W0`, { draft: true, replaces: { number: 'W0', issuer: null, id: null } }],
  ] as const)('%s', async (args, input) => {
    const { exit, err, calls } = await rig().run(...args.split(' '), ...BOOK);
    expect([exit, err]).toEqual([0, '']);
    expect(calls.at(-1)).toMatchObject({ name: 'wht/add', input });
  });
  it('leaves the parties to the book where none is named', async () => {
    const { calls } = await rig().run(...head.split(' '), ...BOOK);
    expect(Object.keys(calls.at(-1)!.input)).not.toEqual(expect.arrayContaining(['payerId']));
  });
  it.each([
    ['wht submit W1 --date 2023-10-21', 'wht/submit', { number: 'W1', issuer: null, date: '2023-10-21' }],
    ['wht review W1 --accept --date 2023-10-22', 'wht/review', { number: 'W1', decision: 'accept', date: '2023-10-22' }],
    ['wht void W1 --reason wrong', 'wht/void', { number: 'W1', reason: 'wrong' }],
    ['wht attach W1 wht.pdf --issuer RD', 'wht/attach', { number: 'W1', issuer: 'RD' }],
    ['wht list --side payee --country TH --form TH-50-TAWI', 'wht/list', { side: 'payee', country: 'TH', form: 'TH-50-TAWI' }],
    ['wht settings', 'wht/settings', {}],
    [
      'wht settings --share on --open ID:SPARKOO_ID --close KE:SPARKOO_SG',
      'wht/saveSettings',
      { partial: true, open: [{ country: 'ID', entity: 'SPARKOO_ID' }] },
    ],
    [
      'wht edit W1 --total 31 --detach old.pdf --attach wht.pdf --submit',
      'wht/update',
      {
        id: 7,
        number: 'W1',
        issuer: 'RD',
        country: 'TH',
        total: '31',
        detach: [3],
        submit: true,
        allocate: [{ invoice: 'N-1', vendor: 'huawei', amount: '30.5', payAmount: null, fx: { rate: '35' } }],
      },
    ],
    ['wht edit W1 --new-number W2 --allocate N-2=30.5', 'wht/update', { number: 'W2', allocate: [{ invoice: 'N-2' }], submit: false }],
  ] as const)('%s', async (args, name, input) => {
    const { exit, err, calls } = await rig(answers).run(...args.split(' '), ...BOOK);
    expect([exit, err]).toEqual([0, '']);
    expect(calls.at(-1)).toMatchObject({ name, input });
  });
  it('tells the settings to a reader', async () => {
    const { out } = await rig(answers).run('wht', 'settings', ...BOOK);
    expect(out).toBe(
      'share: off\ncountry  entity      source\n───────  ──────────  ──────\nMY       SPARKOO_SG  rules\nKE       SPARKOO_SG  own\n',
    );
  });
  it.each([
    [`${head} --income services:6000:3`, /Give CATEGORY/],
    [`${head} --income tips:6000:3:180`, /Give CATEGORY/],
    [`${head} --allocate N=1@x`, /Give INVOICE=AMOUNT\[:PAYAMOUNT\]/],
    [`${head} --allocate N=1@2/2023-02-30`, /Give INVOICE=AMOUNT\[:PAYAMOUNT\]/],
    [`${head} --payer x`, /whole number/],
    ['wht add --number W1 --total 180 --currency THB', /--date/],
    ['wht settings --open KE', /COUNTRY:ENTITY/],
    ['wht edit W1 --detach new.pdf', /no file “new.pdf”/],
  ] as const)('%s is refused', async (args, why) => {
    const { exit, err } = await rig(answers).run(...args.split(' '), ...BOOK);
    expect(exit).toBe(2);
    expect(err).toMatch(why);
  });
});
