import type { ReadDb } from '../../../db/connection.ts';
import { keyedLineIds, keyedSums, type LineSet } from '../../../db/queries/keyed-sums.ts';
import type { TellingBatches } from '../../../db/queries/telling-batches.ts';
import { VIEWS } from '../../../domain/formats/views.ts';
import { fromPair } from '../../../domain/money/pair.ts';
import type { Amount } from '../../../domain/money/amount.ts';
import type { AccountTold, Tellings } from '../../../domain/reconcile/tellings/telling.ts';
import { viewWords } from '../../../domain/reconcile/tellings/words.ts';
import { badLines } from './bad-lines.ts';

/**
 * The accounts of the counted bill by the telling that each is counted from. Where the bill of a sub-account is not there, its
 * lines are those of a coarser telling of the paying account. Null where one telling counts for all.
 */
export function accountsOf(read: ReadDb, bill: LineSet, counted: readonly TellingBatches[]): ReturnType<Tellings['accounts']> {
  const [best, ...rest] = counted;
  if (!best) return null;
  const amount = (value: bigint | null | undefined): Amount => fromPair(0n, value ?? 0n);
  const byAccount = ({ batches }: TellingBatches) => keyedSums(read, { ...bill, batches }, ['account'], [['payable']]).groups;
  const own = byAccount(best);
  const told = new Set(own.map((group) => group.keys[0] ?? null));
  const others = rest.flatMap((telling): AccountTold[] => {
    const set = { ...bill, batches: telling.batches };
    return byAccount(telling)
      .filter((group) => !told.has(group.keys[0] ?? null))
      .map((group) => ({
        account: group.keys[0] ?? null,
        words: viewWords(VIEWS[telling.view]!),
        payable: amount(group.sums[0]),
        lines: group.lines,
        bad: badLines(read, keyedLineIds(read, set, ['account'], [group.keys], 200)),
      }));
  });
  if (rest.length === 0 && told.size < 2) return null;
  return {
    words: viewWords(VIEWS[best.view]!),
    payable: amount(own.reduce((sum, group) => sum + (group.sums[0] ?? 0n), 0n)),
    accounts: told.size,
    others,
  };
}
