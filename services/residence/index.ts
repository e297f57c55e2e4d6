import { listResidence } from '../../db/queries/residence.ts';
import type { Handlers } from '../runtime/services.ts';
import { addResidence, attachResidence, withdrawCertificate } from './change.ts';
import { toResidence } from './view.ts';

/** Certificates of tax residence: treaty rates rest on them. */
export const residenceHandlers: Handlers<'residence/list' | 'residence/add' | 'residence/attach' | 'residence/withdraw'> = {
  'residence/list': (input, { session }) => {
    const { read } = session.book();
    const records = listResidence(read).filter(
      (r) => (input.entity === null || r.entity === input.entity) && (input.forCountry === null || r.forCountry === input.forCountry),
    );
    return toResidence(read, records, session.today());
  },
  'residence/add': addResidence,
  'residence/attach': attachResidence,
  'residence/withdraw': withdrawCertificate,
};
