import type { ReadDb } from '../../../db/connection.ts';
import type { BadLines } from '../../../domain/reconcile/facts.ts';
import { print } from '../../../domain/reconcile/why/line.ts';
import { say } from '../../../domain/words/said.ts';
import { whyLines } from './lines.ts';

/** Lines by their ids, each with what is payable for it and its name. */
export const badLines = (read: ReadDb, { ids, count }: { ids: readonly number[]; count: number }): BadLines => ({
  lines: whyLines(read, ids).map(({ id, file, row, name, amounts, attributes }) => ({
    id,
    file,
    row,
    text: say`${{ amount: print(amounts.payable ?? 0n) }} on ${{ date: attributes.date ?? attributes.period ?? '—' }} — ${{ name: name === '' ? (attributes.account ?? '—') : name }}`,
  })),
  count,
});
