import { expect, it } from 'vitest';
import { shownCertificate } from '../../../../test/support/shown-certificate.ts';
import { contentsOf, daysOf, fileNameOf } from './choice.ts';

it.each([
  ['month' as const, '2024-02', '2024-02-01', '2024-02-29'],
  ['quarter' as const, '2024-02', '2024-01-01', '2024-03-31'],
  ['quarter' as const, '2024-12', '2024-10-01', '2024-12-31'],
  ['year' as const, '2024-02', '2024-01-01', '2024-12-31'],
  ['all' as const, '2024-02', null, null],
])('%s of %s', (span, month, first, last) => expect(daysOf(span, month)).toEqual({ first, last }));

it('counts what would be in it', () => {
  const file = { id: 1, name: 'a.pdf', type: 'application/pdf', size: 7, sha256: '' };
  const certificates = [
    shownCertificate({ id: 1, attachments: [file, file] }),
    shownCertificate({ id: 2, date: '2023-11-30' }),
    shownCertificate({ id: 3, date: '2023-12-01', attachments: [file] }),
    shownCertificate({ id: 4, status: 'draft', attachments: [file] }),
  ];
  const choice = {
    first: null,
    last: '2023-11-30',
    side: null,
    country: null,
    form: null,
    statuses: ['submitted' as const],
    certificates: null,
  };
  expect(contentsOf(certificates, choice)).toEqual({ certificates: 2, files: 2, bytes: 14, bare: 1 });
  expect(contentsOf(certificates, { ...choice, certificates: [4] })).toEqual({ certificates: 1, files: 1, bytes: 7, bare: 0 });
});

it('names the file by its days', () => {
  expect(fileNameOf({ first: '2024-01-01', last: '2024-03-31' })).toBe('wht-papers-2024-01-01-2024-03-31.zip');
  expect(fileNameOf({ first: null, last: '2024-03-31' })).toBe('wht-papers-to-2024-03-31.zip');
  expect(fileNameOf({ first: null, last: null })).toBe('wht-papers.zip');
});
