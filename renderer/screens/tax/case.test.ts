import { describe, expect, it } from 'vitest';
import { quote } from '../../../domain/tax/quote.ts';
import { taxPack } from '../../../domain/tax/pack.ts';
import { askOf, EXAMPLES, isRate, type TaxCaseDraft } from './case.ts';

/** Invoice total and net payable as the Huawei Cloud billing guide 8.1 and 8.2 prints them. */
const PRINTED = { my: ['108', '100'], myBefore: ['106', '98'], pk: ['113', '103'], id: ['111', '109'] } as const;

describe('the examples that the screen offers', () => {
  it.each(EXAMPLES)('$id comes out as printed', ({ id, draft }) => {
    const ask = askOf(draft, draft.region !== null);
    expect(ask).not.toBeNull();
    if (!ask) return;
    const { invoiceTotal, netPayable } = quote(taxPack, { ...ask, region: ask.region ?? null, whtRate: ask.whtRate ?? null });
    expect([invoiceTotal, netPayable]).toEqual(PRINTED[id]);
  });
});

describe('asking', () => {
  const full: TaxCaseDraft = {
    country: 'MY',
    entity: 'SPARKOO_SG',
    status: 'any',
    region: null,
    date: '2024-03-01',
    amount: '100',
    currency: 'USD',
    whtRate: '',
  };
  it('leaves the rate to the rule when none is typed', () => expect(askOf(full, false)?.whtRate).toBeNull());
  it.each([{ date: null }, { amount: null }, { whtRate: '8 %' }, { whtRate: '101' }] as const)('waits while %o', (part) =>
    expect(askOf({ ...full, ...part }, false)).toBeNull(),
  );
  it('waits for the region where the tax depends on it', () => expect(askOf(full, true)).toBeNull());
  it('knows rates', () =>
    expect(['', '0', '8', '07.5', '100', '2.123456', '2.1234567', '-1', '1e1', '100.1'].map(isRate)).toEqual([
      true,
      true,
      true,
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]));
});
