import { describe, expect, it } from 'vitest';
import { legalActs, stripOf, wantsAction } from './status.ts';

const at = (
  status: Parameters<typeof legalActs>[0]['status'],
  kind: 'invoice' | 'credit-note' = 'invoice',
  credited = '0',
  direction: 'received' | 'issued' = 'received',
) => legalActs({ status, kind, direction, total: '108', credited, allocations: [] });

describe('acts on an invoice', () => {
  it.each([
    ['unbilled', ['bill', 'void']],
    ['to-confirm', ['confirm', 'dispute', 'bill', 'void']],
    ['disputed', ['confirm', 'withdraw', 'void']],
    ['issuing', ['issue', 'fail', 'void']],
    ['unpaid', ['schedule', 'credit', 'void']],
    ['overdue', ['schedule', 'credit', 'void']],
    ['paid', ['credit', 'void']],
    ['free', ['void']],
    ['void', []],
  ] as const)('%s: %o', (status, acts) => expect(at(status)).toEqual(acts));
  it('changes nothing of what was made here but to credit or void it', () =>
    expect(at('overdue', 'invoice', '0', 'issued')).toEqual(['credit', 'void']));
  it('does not credit a credit note', () => expect(at('paid', 'credit-note')).toEqual(['void']));
  it('does not credit what is credited whole', () => expect(at('unpaid', 'invoice', '108')).toEqual(['schedule']));
  it('does not void under a credit note or a certificate', () => {
    expect(at('unpaid', 'invoice', '8')).toEqual(['schedule', 'credit']);
    const certificate = { kind: 'certificate' as const, reference: 'W-1', date: '2024-03-01', amount: '8', currency: 'USD' };
    expect(
      legalActs({ status: 'paid', kind: 'invoice', direction: 'received', total: '108', credited: '0', allocations: [certificate] }),
    ).toEqual(['credit']);
  });
});

describe('tabs', () => {
  const labels = { all: 'All', status: (s: string) => s.toUpperCase() };
  it('keep currencies apart and count all', () => {
    const strip = stripOf(
      [
        { status: 'unpaid', currency: 'CNY', count: 2, total: '70', open: '30.5' },
        { status: 'unpaid', currency: 'USD', count: 1, total: '108', open: '8' },
        { status: 'paid', currency: 'USD', count: 4, total: '1.00000001', open: '0' },
      ],
      labels,
    );
    expect(strip).toEqual([
      { id: 'all', label: 'All', count: 7, sums: [] },
      {
        id: 'unpaid',
        label: 'UNPAID',
        count: 3,
        sums: [
          { currency: 'CNY', amount: '30.5' },
          { currency: 'USD', amount: '8' },
        ],
      },
      { id: 'paid', label: 'PAID', count: 4, sums: [{ currency: 'USD', amount: '1.00000001' }] },
    ]);
  });
});

it('asks for action on what waits or is late', () => {
  expect(
    (['unbilled', 'to-confirm', 'disputed', 'issuing', 'unpaid', 'overdue', 'paid', 'free', 'void'] as const).filter(wantsAction),
  ).toEqual(['to-confirm', 'disputed', 'overdue']);
});
