import type { ReadDb } from '../../db/connection.ts';
import { lastTaken, packByDigest, packDigest, type TakenPack } from '../../db/queries/tax-packs.ts';
import { listOwnRules, type OwnRuleRecord } from '../../db/queries/tax-rules.ts';
import { ok, unwrap, type Result } from '../../domain/result.ts';
import { effectivePack } from '../../domain/tax/effective-pack.ts';
import { withPlaces, type OwnRule } from '../../domain/tax/own-rules.ts';
import { taxPack, type TaxPack } from '../../domain/tax/pack.ts';

/**
 * The pack below the user's own rules: the one that was taken into the book last, until the program ships one that is newer than
 * both that pack and what was shipped on the day of the taking; else the shipped one.
 */
export function basePack(read: ReadDb): { pack: TaxPack; taken: TakenPack | null } {
  const taken = lastTaken(read, taxPack.id);
  if (!taken || taxPack.version > Math.max(taken.version, taken.shipped)) return { pack: taxPack, taken: null };
  return { pack: packByDigest(read, taken.digest) as TaxPack, taken };
}

/** The own rules that are in effect. */
export const ownInEffect = (rules: readonly OwnRuleRecord[]): OwnRule[] =>
  rules
    .filter((r) => r.withdrawn === null)
    .map(({ id, act, replaces, since, body, reason }) => ({ id, act, replaces, since, body, reason }) as OwnRule);

/** The pack with these own rules on top, named by their digest; or why they do not go together. */
export function layered(pack: TaxPack, own: readonly OwnRule[]): Result<TaxPack> {
  const together = effectivePack(pack, own);
  if (!together.ok || own.length === 0) return together;
  const layer = packDigest(own.toSorted((a, b) => (a.id < b.id ? -1 : 1))).slice(0, 12);
  return ok({ ...together.value, layer });
}

/** The book's countries and entities, also where own rules and pack do not go together. */
export function placesOfBook(read: ReadDb): TaxPack {
  const { pack } = basePack(read);
  return { ...pack, ...withPlaces(pack, ownInEffect(listOwnRules(read))) };
}

/** The rules that hold in the book. Refuses where own rules and pack do not go together (after an update of the pack). */
export const packOfBook = (read: ReadDb): TaxPack => unwrap(layered(basePack(read).pack, ownInEffect(listOwnRules(read))));

/** As packOfBook, for remarks, which must not fail: where own rules and pack do not go together, the pack alone. */
export function packForRemarks(read: ReadDb): TaxPack {
  const { pack } = basePack(read);
  const together = layered(pack, ownInEffect(listOwnRules(read)));
  return together.ok ? together.value : pack;
}
