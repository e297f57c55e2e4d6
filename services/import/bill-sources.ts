import { appendAudit } from '../../db/audit.ts';
import type { ReadDb, WriteDb } from '../../db/connection.ts';
import { billSourceById, listBillSources, putBillSource } from '../../db/queries/bill-sources.ts';
import type { Clock, SourceChoice } from '../../domain/formats/adapter.ts';
import { unwrap } from '../../domain/result.ts';
import { parseZone } from '../../domain/time/zone.ts';
import { english } from '../../domain/words/said.ts';
import type { FileSource } from '../contract/imports.ts';
import type { Context } from '../runtime/services.ts';
import type { RememberedSource, SourceDecision } from './parser/bill-source.ts';

/** The choices that the book remembers. */
export const rememberedSources = (read: ReadDb): RememberedSource[] =>
  listBillSources(read).map(({ id, time_zone, delivery }) => ({ id, timeZone: time_zone, delivery }));

/** A choice as it was given, its time zone in one spelling; refuses what is no zone, by its name. */
export const checkedChoice = (given: Partial<SourceChoice> | undefined): Partial<SourceChoice> | null =>
  given ? { ...given, ...(given.timeZone && { timeZone: unwrap(parseZone(given.timeZone)) }) } : null;

/** The source as the contract tells it; null for formats whose vendor has said how a file is to be read. */
export function sourceView(source: SourceDecision | undefined, clock: Clock | undefined): FileSource | null {
  if (!source) return null;
  const { provider, account, timeZone, timeZoneBy, delivery, deliveryBy } = source;
  const evidence = clock?.evidence ?? '';
  return {
    provider,
    account,
    timeZone,
    timeZoneBy,
    toldZone: clock?.told ?? null,
    evidence: english(evidence),
    evidenceSaid: typeof evidence === 'string' ? null : evidence,
    delivery: delivery ?? 'append-only',
    deliveryBy,
    remembers: source.id !== '',
  };
}

/**
 * Keeps what was chosen with this call for the source's next files, in the transaction of the import. What the call left
 * open stays as it was.
 */
export function rememberSource(write: WriteDb, source: SourceDecision, choice: Partial<SourceChoice> | null, context: Context): void {
  const { session, host } = context;
  if (source.id === '' || !choice || (choice.timeZone === undefined && choice.delivery === undefined)) return;
  const known = billSourceById(write, source.id);
  const [before, after] = [
    known ? { timeZone: known.time_zone, delivery: known.delivery } : null,
    { timeZone: source.timeZone, delivery: source.delivery },
  ];
  if ((before?.timeZone ?? null) === after.timeZone && (before?.delivery ?? null) === after.delivery) return;
  const { id, provider, account, timeZone, delivery } = source;
  putBillSource(write, { id, provider, account, time_zone: timeZone, delivery, saved_at: session.now() });
  appendAudit(write, { at: session.now(), who: host.who, action: 'import/source', subject: `source:${id}`, before, after });
}
