import { z } from 'zod';
import { query } from './procedure.ts';
import { country, said } from './schema.ts';

const name = z.object({ en: z.string(), zh: z.string() });
const depth = z.enum(['check-digit', 'content', 'shape', 'nothing']);

const verdict = z.object({
  /** Only `wrong-shape` wants a confirmation; nothing is refused. */
  outcome: z.enum(['ok', 'unusual', 'wrong-shape']),
  country,
  /** The scheme that it was judged by; null where none is known, or none fits. */
  scheme: z.string().nullable(),
  typed: z.string(),
  /** As machines compare it, and grouped as on paper. */
  normalised: z.string(),
  formatted: z.string(),
  /** What was looked at. */
  depth,
  reasons: z.array(said),
});

export const taxIds = {
  /** Kinds of tax and registration numbers, of one country or of all; in a country the commonest on documents first. */
  'taxIds/schemes': query(
    z.object({ country: country.nullable().default(null) }),
    z.array(z.object({ country, id: z.string(), name, example: z.string(), depth })),
  ),
  /** Judges a number by shape, check digit and place. Needs no book. */
  'taxIds/check': query(
    z.object({
      country,
      /** Null tries each scheme of the country. */
      scheme: z.string().max(40).nullable().default(null),
      value: z.string().max(100),
      /** ISO 3166-2; an Indian number names its state. */
      region: z.string().max(6).nullable().default(null),
    }),
    verdict,
  ),
};
