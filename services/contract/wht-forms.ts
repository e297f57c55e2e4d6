import { z } from 'zod';
import { INCOME_CATEGORIES } from '../../domain/wht/certificate.ts';
import { CERTAINTIES, FORM_FIELDS, NUMBERINGS, PATTERNS, PERIOD_KINDS } from '../../domain/wht/forms/form.ts';
import { query } from './procedure.ts';
import { country, plainDate } from './schema.ts';

const bilingual = z.object({ en: z.string(), zh: z.string() });
/** `local`: as the authority prints it. */
const formName = bilingual.extend({ local: z.string().optional() });
/** Both days inclusive; null is open. */
const validity = { from: plainDate.nullable(), to: plainDate.nullable() };
const sourced = { source: z.string(), certainty: z.enum(CERTAINTIES) };

const incomeCode = z.object({
  /** Null: the form names the kind of income in words only. */
  code: z.string().nullable(),
  category: z.enum(INCOME_CATEGORIES),
  name: formName,
  /** Usual rates, percent. */
  rates: z.array(z.object({ ratePct: z.string(), when: bilingual.optional(), ...validity })),
  ...validity,
  ...sourced,
});

const certificateForm = z.object({
  id: z.string(),
  /** Null: any country. */
  country: country.nullable(),
  currency: z.string().nullable(),
  short: z.string(),
  name: formName,
  /** A `return` is what the payer files; no certificate is recorded on it. */
  role: z.enum(['certificate', 'return']),
  pattern: z.enum(PATTERNS),
  numbering: z.enum(NUMBERINGS),
  period: z.enum(PERIOD_KINDS),
  payee: z.enum(['resident', 'non-resident', 'any']),
  codes: z.array(incomeCode),
  required: z.array(z.enum(FORM_FIELDS)),
  copies: z.array(bilingual),
  /** `day`: for a payment on the day that was asked for; null where none was. */
  deadlines: z.array(
    z.object({ of: z.enum(['remittance', 'certificate']), day: plainDate.nullable(), note: bilingual.optional(), ...validity, ...sourced }),
  ),
  /** How the tax in `currency` is rounded: `wht.half-up-0` and no places for whole units. */
  rounding: z.object({ policy: z.string(), places: z.number().int() }),
  returns: z.array(z.string()),
  note: bilingual.optional(),
  ...validity,
  ...sourced,
});

export type ShownForm = z.infer<typeof certificateForm>;

export const whtForms = {
  /**
   * Forms of certificates and returns with their codes: those that a paper of the day can be, with the codes and rates of that
   * day of payment; without a day, all that ever were. A country's own, and the one for any country.
   */
  'wht/forms': query(
    z.object({ country: country.nullable().default(null), date: plainDate.nullable().default(null) }),
    z.array(certificateForm),
  ),
};
