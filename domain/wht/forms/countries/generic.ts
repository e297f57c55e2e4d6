import type { CertificateForm } from '../form.ts';

/** What any paper needs to be recognised as a certificate, where the country's own form is not described here. */
export const generic: readonly CertificateForm[] = [
  {
    id: 'GENERIC',
    country: null,
    short: 'Certificate',
    name: { en: 'Certificate of tax withheld (any country)', zh: '预提税完税凭证（任何国家）' },
    currency: null,
    role: 'certificate',
    pattern: 'payer-writes',
    numbering: 'none',
    period: 'payment',
    yearFrom: 1,
    payee: 'any',
    codes: [],
    required: ['payer-name', 'payee-name', 'base', 'rate'],
    copies: [{ en: 'Payee', zh: '收款方' }],
    deadlines: [],
    rounding: { mode: 'half-up', places: null },
    returns: [],
    from: null,
    to: null,
    source: 'Common core of the forms of all countries listed here',
    certainty: 'secondary',
  },
];
