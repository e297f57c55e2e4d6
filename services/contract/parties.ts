import { z } from 'zod';
import { RESETS } from '../../domain/parties/series.ts';
import { command, query } from './procedure.ts';
import { country, currency, customerStatus, entityId, nothing, plainDate } from './schema.ts';

const text = (most: number) => z.string().trim().max(most);
const region = z
  .string()
  .regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/)
  .nullable();

const address = z.object({
  use: z.enum(['legal', 'mailing']),
  recipient: text(200),
  phone: text(60),
  lines: z.array(text(200)).max(6),
  city: text(120),
  region,
  postcode: text(40),
  country,
});
const contact = z.object({
  name: text(200),
  email: text(254),
  gets: z.array(z.enum(['invoice', 'certificate', 'reminder', 'dispute'])).max(4),
});

/** What stands on documents for a company (抬头). */
export const partyDetails = z.object({
  name: text(300).min(1),
  nameLocal: text(300).nullable(),
  country,
  region,
  status: customerStatus.nullable(),
  taxIds: z.array(z.object({ scheme: text(40).min(1), value: text(60).min(1) })).max(12),
  addresses: z.array(address).max(12),
  contacts: z.array(contact).max(40),
  bank: z.object({ bank: text(200), holder: text(200), account: text(80), swift: text(20), currency: currency.nullable() }).nullable(),
  endpoint: z.object({ scheme: text(10).min(1), id: text(120).min(1) }).nullable(),
});
const kind = z.enum(['own', 'vendor', 'customer']);
const party = partyDetails.extend({
  id: z.number().int(),
  kind,
  entity: entityId.nullable(),
  archived: z.boolean(),
  /** How many documents name it. */
  documents: z.number().int(),
});
export type PartyShown = z.infer<typeof party>;

const series = z.object({
  id: z.number().int(),
  name: text(80).min(1),
  forKind: z.enum(['invoice', 'credit-note']),
  pattern: text(80).min(1),
  resets: z.enum(RESETS),
  archived: z.boolean(),
  /** Numbers given out so far, and the one that a document of today would take. */
  taken: z.number().int(),
  next: z.string(),
});
export type SeriesShown = z.infer<typeof series>;

const topics = ['parties'] as const;

export const parties = {
  'parties/list': query(nothing, z.object({ parties: z.array(party) })),
  /** A new party where `id` is null. Documents keep what the party was called on their day. */
  'parties/save': command(
    partyDetails.extend({ id: z.number().int().nullable().default(null), kind, entity: entityId.nullable().default(null) }),
    party,
    topics,
  ),
  'parties/archive': command(z.object({ id: z.number().int(), archived: z.boolean() }), party, topics),
  'series/list': query(z.object({ date: plainDate.nullable().default(null) }), z.object({ series: z.array(series) })),
  'series/save': command(
    series.pick({ name: true, forKind: true, pattern: true, resets: true }).extend({ id: z.number().int().nullable().default(null) }),
    series,
    topics,
  ),
  'series/archive': command(z.object({ id: z.number().int(), archived: z.boolean() }), series, topics),
};
