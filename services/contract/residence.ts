import { z } from 'zod';
import { command, query } from './procedure.ts';
import { attachment, country, entityId, fileToken, instant, note, plainDate } from './schema.ts';

/** A certificate of tax residence of a seller for the customer's country. */
const certificate = z.object({
  id: z.number().int(),
  /** Whose it is: a contracting entity, or a party of the book. */
  entity: entityId.nullable(),
  party: z.object({ id: z.number().int(), name: z.string() }).nullable(),
  residence: country,
  forCountry: country,
  number: z.string(),
  /** Both days inclusive. */
  validFrom: plainDate,
  validTo: plainDate,
  /** Today; `expiring`: the last 60 days. */
  state: z.enum(['valid', 'expiring', 'future', 'expired', 'withdrawn']),
  /** Days that are left after today; negative once it has expired. */
  daysLeft: z.number().int(),
  note,
  at: instant,
  who: z.string(),
  withdrawn: z.object({ at: instant, who: z.string(), reason: z.string() }).nullable(),
  attachments: z.array(attachment),
});
export type ResidenceCertificate = z.infer<typeof certificate>;

const id = z.object({ id: z.number().int() });

export const residence = {
  /** Every certificate, those that last longest first; of one entity or for one country where they are given. */
  'residence/list': query(
    z.object({ entity: entityId.nullable().default(null), forCountry: country.nullable().default(null) }),
    z.array(certificate),
  ),
  'residence/add': command(
    z.object({
      entity: entityId.nullable().default(null),
      partyId: z.number().int().nullable().default(null),
      residence: country,
      forCountry: country,
      number: z.string().trim().min(1).max(100),
      validFrom: plainDate,
      validTo: plainDate,
      note: note.default(''),
      file: fileToken.nullable().default(null),
    }),
    certificate,
    ['tax'],
  ),
  'residence/attach': command(id.extend({ file: fileToken }), certificate, ['tax']),
  /** It stays on record and no longer counts. */
  'residence/withdraw': command(id.extend({ reason: z.string().trim().min(1).max(1000) }), certificate, ['tax']),
};
