import type { ExportSelection } from '../../contract/reports.ts';

/** What the list calls an export of bill lines or of sums over them. */
export function whatOf({ kind, period = null, groupBy = [] }: ExportSelection): string {
  const what = kind === 'statement' ? 'transaction statement' : 'bill';
  const named = groupBy.length > 0 ? `${what} by ${groupBy.join(', ')}` : `${what} lines`;
  return period ? `${named} ${period}` : named;
}

/** What of the input tells which lines they are; what chooses nothing is left out. */
export function selectionOf({
  period,
  from,
  to,
  where = [],
  hideZero = false,
  search = '',
  kind,
  groupBy = [],
}: ExportSelection): ExportSelection {
  return {
    ...(period && { period }),
    ...(from && { from }),
    ...(to && { to }),
    ...(where.length > 0 && { where }),
    ...(hideZero && { hideZero }),
    ...(search && { search }),
    ...(kind && { kind }),
    ...(groupBy.length > 0 && { groupBy }),
  };
}
