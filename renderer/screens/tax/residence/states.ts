import type { ResidenceCertificate } from '../../../../services/contract/residence.ts';
import type { Mark } from '../../../ui/index.ts';

export const MARKS: Readonly<Record<ResidenceCertificate['state'], Mark>> = {
  valid: 'pass',
  expiring: 'due',
  future: 'explained',
  expired: 'fail',
  withdrawn: 'missing',
};
