import { say } from '../../../domain/words/said.ts';
import type { Binding } from './binding.ts';
import { noticeOf } from './notice.ts';
import type { Notice } from './protocol.ts';

/** What is to be said of a file before its first row is read. `assumed`: the currency of rows that name none. */
export function openingNotices({ format, bound, headerCurrency }: Binding, assumed: string): Notice[] {
  const notices: Notice[] = [];
  if (!bound.some((b) => b.field === 'currency') && !headerCurrency)
    notices.push(noticeOf('info', 'currency.assumed', say`The file names no currency; its amounts are taken as ${{ currency: assumed }}.`));
  for (const notice of format.notices ?? []) notices.push({ ...notice, row: null });
  if (format.tellsAbsent)
    for (const { headers } of format.columns.filter((c) => !bound.some((b) => b.column === c)))
      notices.push(
        noticeOf(
          'warning',
          'column.absent',
          say`The file has no column “${{ column: headers[0]! }}”.`,
          'Its values are missing, not zero; check that the whole file was exported.',
        ),
      );
  return notices;
}
