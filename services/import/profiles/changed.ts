import type { ReadDb } from '../../../db/connection.ts';
import { batchesOfFormat } from '../../../db/queries/profiles.ts';
import type { Profile } from '../../../domain/formats/profile.ts';
import { say } from '../../../domain/words/said.ts';
import { noticeOf } from '../parser/notice.ts';
import type { Notice } from '../parser/protocol.ts';
import { profileOfBatch } from './format-of.ts';
import { sameButRevision } from './store.ts';

/**
 * Says where months of this file were read before by another revision of the profile: their lines are told apart by other
 * cells, so that a repeated row could count twice.
 */
export function changedSince(
  read: ReadDb,
  format: string,
  profile: Profile | undefined,
  periods: readonly string[],
  ownBatch: number,
): Notice[] {
  if (!profile) return [];
  const earlier = batchesOfFormat(read, format).filter((batch) => {
    if (batch.id === ownBatch || !(JSON.parse(batch.periods) as string[]).some((p) => periods.includes(p))) return false;
    const before = profileOfBatch(batch);
    return before !== undefined && !sameButRevision(before, profile);
  });
  return earlier
    .slice(0, 3)
    .map((batch) =>
      noticeOf(
        'warning',
        'profile.changed',
        say`Import ${{ id: batch.id }} (${{ file: batch.file }}) has the same months, read by another revision of this profile: rows that both files have would count twice.`,
        'Undo that import first where the files overlap, then import its file again.',
      ),
    );
}
