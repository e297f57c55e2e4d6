import { describe, expect, it } from 'vitest';
import { quote, type QuoteInput } from '../../../domain/tax/quote.ts';
import { taxPack } from '../../../domain/tax/pack.ts';
import { onInvoice } from './tax-of-rule.ts';

const of = (part: Partial<QuoteInput>) =>
  onInvoice(
    quote(taxPack, {
      country: 'MY',
      entity: 'SPARKOO_SG',
      status: 'any',
      region: null,
      amount: '100',
      currency: 'USD',
      date: '2024-03-02',
      whtRate: null,
      ...part,
    }),
  );

describe('tax on the invoice by the rule', () => {
  it('is the charged tax, whatever is withheld', () => expect([of({}), of({ whtRate: '8' })]).toEqual(['8', '8']));
  it('counts a tax that the customer pays to the authority itself, because it stands on the invoice', () =>
    expect(of({ country: 'ID', entity: 'SPARKOO_ID', status: 'vat_collector' })).toBe('11'));
  it('is nothing under reverse charge', () => expect(of({ country: 'AE', status: 'registered' })).toBe('0'));
  it('is unknown, not nothing, where no rule or no rate is printed', () =>
    expect([of({ country: 'PK', region: 'PK-PB' }), of({ country: 'BR', entity: 'HW_BR' })]).toEqual([null, null]));
});
