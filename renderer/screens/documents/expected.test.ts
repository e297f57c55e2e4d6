import { describe, expect, it } from 'vitest';
import { awaitsCertificate } from './expected.ts';

const share = (kind: 'payment' | 'certificate', date: string) => ({
  kind,
  reference: `${kind}-${date}`,
  date,
  amount: '100',
  currency: 'USD',
});
const invoice = (part: Partial<Parameters<typeof awaitsCertificate>[0]> = {}) => ({
  kind: 'invoice' as const,
  direction: 'received' as const,
  status: 'unpaid' as const,
  paid: '100',
  open: '8',
  allocations: [share('payment', '2023-10-10')],
  ...part,
});

describe('an expected certificate', () => {
  it('is none for an invoice made here', () => {
    expect(awaitsCertificate(invoice({ direction: 'issued' }))).toBe(false);
  });
  it('is one for an invoice that is paid net', () => expect(awaitsCertificate(invoice())).toBe(true));
  it.each([
    ['nothing was paid', { paid: '0', allocations: [] }],
    ['nothing is open', { open: '0' }],
    ['the vendor owes', { open: '-5' }],
    ['the invoice is void', { status: 'void' as const }],
    ['it is a credit note', { kind: 'credit-note' as const }],
    ['a certificate is there', { allocations: [share('payment', '2023-10-10'), share('certificate', '2023-10-20')] }],
  ])('is none when %s', (_why, part) => expect(awaitsCertificate(invoice(part))).toBe(false));
});
