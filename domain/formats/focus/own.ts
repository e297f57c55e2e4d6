import { LINE_KEY, OWN_FIELDS, OWN_FORMAT, ownColumn } from '../../focus/own-columns.ts';
import { isMeasure } from '../fields.ts';
import type { Column, TableFormat } from '../format.ts';

/** True for headers (normalised) of a file that Tallybook's FOCUS export wrote. */
export const isOwn = (names: ReadonlySet<string>): boolean =>
  names.has(LINE_KEY.toLowerCase()) && names.has(ownColumn('period').toLowerCase());

const column = (field: (typeof OWN_FIELDS)[number]): Column => ({
  field,
  headers: [ownColumn(field)],
  ...(isMeasure(field) || field === 'usage' || field === 'unitPrice' ? { type: 'amount' } : {}),
  ...(field === 'period' || field === 'date' ? { type: field } : {}),
  ...(field === 'period' || field === 'currency' ? { required: true } : {}),
});

/**
 * A FOCUS file that Tallybook wrote: its own columns hold the lines of the book field by field, so that they come back as they
 * were, whatever vendor's they are. The columns of FOCUS stay in the original.
 */
export const ownFocus: TableFormat = {
  id: OWN_FORMAT,
  vendor: 'other',
  title: 'FOCUS file written by Tallybook',
  titleZh: 'Tallybook 导出的 FOCUS 文件',
  kind: 'detail',
  shape: 'table',
  columns: [...OWN_FIELDS.map(column), { field: 'lineKey', headers: [LINE_KEY] }],
  identities: [],
  marks: [LINE_KEY],
  when: isOwn,
  varying: /./,
  currency: () => null,
  utcOffset: 0,
};
