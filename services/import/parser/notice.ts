import type { Finding } from '../../../domain/formats/adapter.ts';
import { spoken } from '../../../domain/result.ts';
import { english, type Sentence } from '../../../domain/words/said.ts';
import type { Bound } from './binding.ts';
import type { Notice, Reject } from './protocol.ts';

type Place = Partial<Pick<Notice, 'row' | 'column' | 'count'>>;

/** Something about a file that its reader should know; `info` tells how it was read, `warning` asks for a look. */
export function noticeOf(
  severity: NonNullable<Notice['severity']>,
  code: string,
  message: Sentence,
  remedy: Sentence | null = null,
  { row = null, column = null, count = null }: Place = {},
): Notice {
  return { code, severity, ...spoken(message, remedy), row, column, count };
}

/** A named gap is accepted: only what breaks the format's own rules asks for a look. */
export const noticeOfFinding = ({ code, severity, message, remedy, said, row, column, count }: Finding): Notice => ({
  code,
  severity: severity === 'broken' ? 'warning' : 'info',
  message,
  remedy,
  ...(said && { said }),
  row,
  column,
  count,
});

/** A row that is refused, in words with their parameters. */
export function rejectOf(
  row: number,
  cell: Pick<Bound, 'header'> | null,
  value: string | null,
  code: string,
  reason: Sentence,
  original: () => string,
): Reject {
  return {
    row,
    column: cell?.header ?? null,
    value: value === null ? null : value.slice(0, 500),
    code,
    reason: english(reason),
    ...(typeof reason === 'object' && { said: reason }),
    original: original(),
  };
}
