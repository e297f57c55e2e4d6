import { afterEach, describe, expect, it } from 'vitest';
import { documentRig, SMALL_PDF } from '../../invoices/rig.ts';

let rig: ReturnType<typeof documentRig>;
const open = (profile = {}) => (rig = documentRig(profile));
afterEach(() => rig.close());

describe('the forms', () => {
  it('are those of a country on a day, with codes, rates and deadlines of that day', async () => {
    open();
    const forms = await rig.call('wht/forms', { country: 'TH', date: '2020-09-30' });
    expect(forms.map((f) => f.id)).toEqual(['TH-50-TAWI', 'TH-PND-54', 'TH-PND-3', 'TH-PND-53', 'GENERIC']);
    const [tawi] = forms;
    expect(tawi).toMatchObject({ rounding: { policy: 'wht.half-up-2', places: 2 }, returns: ['TH-PND-3', 'TH-PND-53'] });
    expect(tawi!.deadlines.map((d) => [d.of, d.day])).toEqual([
      ['certificate', '2020-09-30'],
      ['remittance', '2020-10-07'],
    ]);
    expect(tawi!.codes.find((c) => c.category === 'royalty')?.rates.map((r) => r.ratePct)).toEqual(['3', '1.5']);
  });
  it('are all that ever were where no day is asked for', async () => {
    open();
    const forms = await rig.call('wht/forms', { country: 'ID' });
    expect(forms.map((f) => [f.id, f.from, f.to])).toEqual([
      ['ID-BPPU', '2025-01-01', null],
      ['ID-BPNR', '2025-01-01', null],
      ['ID-BPBS-2021', '2022-01-01', '2025-01-31'],
      ['ID-BPNR-2021', '2022-01-01', '2025-01-31'],
      ['GENERIC', null, null],
    ]);
    expect(forms[0]!.deadlines.map((d) => d.day)).toEqual([null, null]);
    expect(new Set((await rig.call('wht/forms', {})).map((f) => f.country)).size).toBe(9);
    expect((await rig.call('wht/forms', { date: '2026-05-01' })).some((f) => f.id === 'ID-BPBS-2021')).toBe(false);
  });
});

describe('checks of a recorded certificate', () => {
  const invoice = (number: string, date: string) =>
    rig.call('invoices/add', {
      number,
      date,
      vendor: 'huawei',
      entity: 'SPARKOO_SG',
      currency: 'USD',
      net: '6000',
      tax: '480',
      period: date.slice(0, 7),
    });
  const income = {
    category: 'royalty',
    code: '109',
    description: 'Cloud services',
    paid: '2024-03-20',
    base: '6000',
    rate: '8',
    tax: '480',
  } as const;
  const paper = (change: object = {}) => ({
    number: 'W-1',
    date: '2024-04-10',
    total: '480',
    currency: 'USD',
    form: 'MY-CP37',
    income: [income],
    allocate: [{ invoice: 'A' }],
    attach: [rig.file('c.pdf', SMALL_PDF)],
    ...change,
  });
  const remarks = async (number = 'W-1') =>
    (await rig.call('wht/show', { number })).remarks.filter((r) => r.code !== 'wht.field-missing').map((r) => r.code);

  it('asks for the residence of the payment day when a treaty rate was used, until the book holds it', async () => {
    open({ country: 'MY', entity: 'SPARKOO_SG' });
    await invoice('A', '2024-03-02');
    await rig.call('wht/add', paper());
    expect(await remarks()).toEqual(['wht.residence-missing']);
    const held = { entity: 'SPARKOO_SG', partyId: null, residence: 'SG', forCountry: 'MY', note: '', file: null };
    await rig.call('residence/add', { ...held, number: 'TRC-2023', validFrom: '2023-01-01', validTo: '2024-03-19' });
    expect(await remarks()).toEqual(['wht.residence-missing']);
    await rig.call('residence/add', { ...held, number: 'TRC-2024', validFrom: '2024-03-20', validTo: '2024-12-31' });
    expect(await remarks()).toEqual([]);
  });
  it('shows the difference of base × rate', async () => {
    open({ country: 'MY', entity: 'SPARKOO_SG' });
    await invoice('A', '2024-03-02');
    await rig.call('wht/add', paper({ total: '600.05', income: [{ ...income, rate: '10', tax: '600.05' }] }));
    const shown = await rig.call('wht/show', { number: 'W-1' });
    expect(shown.remarks.find((r) => r.code === 'wht.line-tax')).toMatchObject({
      severity: 'warn',
      expected: '600',
      found: '600.05',
      difference: '0.05',
    });
    expect(shown.remarks.map((r) => r.severity)).toEqual(
      shown.remarks
        .map((r) => r.severity)
        .toSorted()
        .toReversed(),
    );
  });
  it('tells two papers of one quarter apart by parties and code, where the form has no number', async () => {
    open({ country: 'PH', entity: 'SPARKOO_SG' });
    const own = await rig.call('parties/save', party('own', 'Manila Buyer Inc.', '123456789000'));
    const vendor = await rig.call('parties/save', party('vendor', 'Cloud Seller Inc.', '987654321000'));
    await invoice('A', '2024-01-10');
    await invoice('B', '2024-02-10');
    const quarter = { form: 'PH-2307', first: '2024-01-01', last: '2024-03-31', payerId: own.id, payeeId: vendor.id };
    const line = { ...income, category: 'services', code: 'WC160', base: '6000', rate: '2', tax: '120' } as const;
    const add = (number: string | null, of: string, code: string) =>
      rig.call('wht/add', paper({ ...quarter, number, total: '120', income: [{ ...line, code }], allocate: [{ invoice: of }] }));
    const first = await add(null, 'A', 'WC160');
    expect(first.remarks.map((r) => r.code)).not.toContain('wht.same-paper');
    const second = await add(null, 'B', 'WC160');
    expect(second.remarks.find((r) => r.code === 'wht.same-paper')?.message).toContain(first.number);
    await rig.call('wht/void', { number: second.number, reason: 'Entered twice' });
    expect(await remarks(first.number)).not.toContain('wht.same-paper');
    const other = await add(null, 'B', 'WC100');
    expect(other.remarks.map((r) => r.code)).not.toContain('wht.same-paper');
  });
});

const party = (kind: 'own' | 'vendor', name: string, tin: string) => ({
  id: null,
  kind,
  entity: null,
  name,
  nameLocal: null,
  country: 'PH',
  region: null,
  status: null,
  taxIds: [{ scheme: 'TIN', value: tin }],
  addresses: [],
  contacts: [],
  bank: null,
  endpoint: null,
});
