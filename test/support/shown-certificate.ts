import { PLAIN_CERTIFICATE } from '../../domain/wht/certificate.ts';
import type { Certificate } from '../../services/contract/wht.ts';

/** A certificate as the contract shows it: 30.50 THB, submitted, without lines or files, unless told otherwise. */
export const shownCertificate = (part: Partial<Certificate> = {}): Certificate => ({
  ...PLAIN_CERTIFICATE,
  id: 1,
  number: 'W-1',
  generated: false,
  issuer: '',
  date: '2023-11-01',
  total: '30.5',
  currency: 'THB',
  note: '',
  status: 'submitted',
  replaces: null,
  replacedBy: null,
  allocations: [],
  eligibility: null,
  problems: [],
  attachments: [],
  remarks: [],
  history: [],
  ...part,
});
