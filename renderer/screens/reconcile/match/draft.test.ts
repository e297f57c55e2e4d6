import { describe, expect, it } from 'vitest';
import type { MoneyShown, OpenInvoiceShown, ProposalShown } from '../../../../services/contract/match.ts';
import { draftOf, hindranceOf, inputOf, isConverted, NOTHING, residualOf, withAmount, withInvoice, without } from './draft.ts';

const money = (change: Partial<MoneyShown> = {}): MoneyShown => ({
  key: 'bank:7',
  kind: 'bank',
  date: '2024-03-30',
  direction: 'received',
  currency: 'USD',
  amount: '150',
  left: '150',
  reference: '',
  text: '',
  counterparty: '',
  account: '',
  charges: null,
  original: null,
  ...change,
});
const invoice = (number: string, openCash: string, change: Partial<OpenInvoiceShown> = {}): OpenInvoiceShown => ({
  invoice: number,
  vendor: 'huawei',
  direction: 'received',
  party: '',
  date: '2024-03-02',
  due: null,
  period: null,
  currency: 'USD',
  total: openCash,
  open: openCash,
  openCash,
  openCertificates: '0',
  ratePct: null,
  credit: '0',
  ...change,
});
const NONE = new Set<string>();

describe('laying out', () => {
  it('takes of each invoice what is to be paid, as far as the money goes', () => {
    const m = money();
    const one = withInvoice(m, NOTHING, invoice('A', '100'));
    const two = withInvoice(m, one, invoice('B', '80'));
    expect(two.lines.map((l) => l.amount)).toEqual(['100', '50']);
    expect(residualOf(m, two)).toBe('0');
    expect(withInvoice(m, two, invoice('A', '100'))).toBe(two);
    const three = withInvoice(m, two, invoice('C', '10'));
    expect(hindranceOf(m, three, NONE)).toBe('typing');
    expect(residualOf(m, without(three, 'huawei:A'))).toBe('100');
    expect(inputOf(m, two)).toEqual({
      money: 'bank:7',
      lines: [
        { invoice: 'A', vendor: 'huawei', amount: '100' },
        { invoice: 'B', vendor: 'huawei', amount: '50' },
      ],
      payment: null,
      fee: null,
      proposal: null,
    });
  });
  it('a fee leaves less of money that went out and more of money that came in', () => {
    const draft = { ...withInvoice(money(), NOTHING, invoice('A', '100')), fee: '12.5' };
    expect(residualOf(money(), draft)).toBe('37.5');
    expect(residualOf(money({ direction: 'issued' }), draft)).toBe('62.5');
    expect(hindranceOf(money(), { ...draft, fee: '150' }, NONE)).toBe('fee');
  });
  it('what was paid too much is taken off, at most all of it', () => {
    const m = money({ left: '60', amount: '60' });
    const credit = withInvoice(m, withInvoice(m, NOTHING, invoice('A', '100')), invoice('B', '0', { credit: '40' }));
    expect(credit.lines.map((l) => l.amount)).toEqual(['60', '-40']);
    const whole = withAmount(credit, 'huawei:A', '100');
    expect([residualOf(m, whole), hindranceOf(m, whole, NONE)]).toEqual(['0', null]);
    expect(hindranceOf(m, withAmount(whole, 'huawei:B', '-40.01'), NONE)).toBe('share');
  });
  it.each([
    ['nothing', NOTHING, NONE],
    ['typing', NOTHING, new Set(['fee'])],
    ['share', withAmount(withInvoice(money(), NOTHING, invoice('A', '100')), 'huawei:A', '100.0000000001'), NONE],
    ['over', withAmount(withInvoice(money({ left: '90' }), NOTHING, invoice('A', '100')), 'huawei:A', '90.01'), NONE],
    ['currency', withInvoice(money(), withInvoice(money(), NOTHING, invoice('A', '1')), invoice('B', '1', { currency: 'EUR' })), NONE],
  ] as const)('%s keeps it from being accepted', (why, draft, invalid) =>
    expect(hindranceOf(money({ left: why === 'over' ? '90' : '150' }), draft, invalid)).toBe(why),
  );
  it('in another currency the shares say what was paid', () => {
    const draft = withInvoice(money({ currency: 'MYR' }), NOTHING, invoice('A', '100'));
    expect([isConverted(money({ currency: 'MYR' }), draft), residualOf(money({ currency: 'MYR' }), draft)]).toEqual([true, null]);
    expect(hindranceOf(money({ currency: 'MYR' }), draft, NONE)).toBeNull();
  });
  it('a proposal is sent as it was shown, with its name', () => {
    const proposal = {
      key: '1:100~2',
      lines: [{ invoice: 'A', vendor: 'huawei', currency: 'USD', open: '108', amount: '100', wht: { ratePct: '8', amount: '8' } }],
      payment: null,
      fee: '2',
    } as unknown as ProposalShown;
    expect(inputOf(money(), draftOf(proposal))).toMatchObject({ fee: '2', proposal: '1:100~2', lines: [{ invoice: 'A', amount: '100' }] });
    const link = draftOf({ ...proposal, lines: [], payment: { id: 5, reference: 'TT', date: '2024-03-01', amount: '150' } });
    expect([hindranceOf(money(), link, NONE), inputOf(money(), link)]).toMatchObject([null, { lines: [], payment: 5 }]);
  });
});
