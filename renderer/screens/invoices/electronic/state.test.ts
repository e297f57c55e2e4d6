import { describe, expect, it } from 'vitest';
import type { EInvoicePreview } from '../../../../services/contract/einvoice-import.ts';
import { inOrder, isReady, newCard, wants, type ElectronicCard } from './state.ts';

const card = (token: string, state: EInvoicePreview['state'], kind: 'invoice' | 'credit-note' = 'invoice'): ElectronicCard => ({
  ...newCard({ token, name: token, size: 1 }),
  state: 'read',
  preview: { state, document: { kind } } as EInvoicePreview,
});

describe('files on their way into the register', () => {
  it('are ready when nothing speaks against them', () => {
    expect((['new', 'there', 'differs', 'taken', 'waits', 'amounts', 'refused'] as const).filter((s) => isReady(card('a', s)))).toEqual([
      'new',
    ]);
    expect(isReady({ ...card('a', 'new'), state: 'importing' })).toBe(false);
  });
  it('with figures that contradict each other are ready once these are accepted', () => {
    const wrong = card('a', 'amounts');
    expect(isReady({ ...wrong, choice: { ...wrong.choice, accept: true } })).toBe(true);
    const refused = card('a', 'refused');
    expect(isReady({ ...refused, choice: { ...refused.choice, accept: true } })).toBe(false);
  });
  it('go in with the credit notes last', () => {
    const cards = [card('c', 'new', 'credit-note'), card('i', 'new'), card('j', 'new')];
    expect(inOrder(cards).map((c) => c.token)).toEqual(['i', 'j', 'c']);
  });
  it('ask for a look unless they are in the register already', () => {
    expect(wants([card('a', 'new'), card('b', 'there'), card('c', 'waits'), card('d', 'refused')])).toBe(2);
  });
});
