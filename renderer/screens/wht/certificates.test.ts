import { describe, expect, it } from 'vitest';
import type { Certificate } from '../../../services/contract/wht.ts';
import { shownCertificate } from '../../../test/support/shown-certificate.ts';
import { certificateKey, findCertificate, legalActs, stripOf } from './certificates.ts';

const certificate = (number: string, status: Certificate['status'], at: string, part: Partial<Certificate> = {}): Certificate =>
  shownCertificate({
    number,
    status,
    history: [{ at, who: 'me', event: 'submitted', from: null, to: 'submitted', reason: null }],
    ...part,
  });
const all = [
  certificate('W-1', 'void', '2023-11-02T00:00:00Z'),
  certificate('W-1', 'submitted', '2023-11-03T00:00:00Z'),
  certificate('W-2', 'refused', '2023-11-04T00:00:00Z', { currency: 'USD' }),
];

describe('certificates', () => {
  it('with the same number are told apart', () =>
    expect(findCertificate(all, certificateKey(all[0] ?? certificate('', 'void', '')))?.status).toBe('void'));
  it('are found by number alone, the live one first', () => {
    expect(findCertificate(all, 'W-1')?.status).toBe('submitted');
    expect(findCertificate(all, 'W-2')?.status).toBe('refused');
    expect(findCertificate(all, 'W-3')).toBeUndefined();
  });
  it.each([
    ['draft', ['submit', 'void']],
    ['submitted', ['accept', 'refuse', 'void']],
    ['accepted', ['void']],
    ['refused', ['void']],
    ['void', []],
  ] as const)('%s: %o', (status, acts) => expect(legalActs({ number: 'W', status })).toEqual(acts));
  it('are counted by state with sums per currency', () => {
    expect(
      stripOf(
        [
          ...all,
          certificate('W-4', 'submitted', '', { total: '0.25', currency: 'EUR' }),
          certificate('W-5', 'submitted', '', { total: '0.5' }),
        ],
        (s) => s,
      )[1],
    ).toEqual({
      id: 'submitted',
      label: 'submitted',
      count: 3,
      sums: [
        { currency: 'EUR', amount: '0.25' },
        { currency: 'THB', amount: '31' },
      ],
    });
  });
});
