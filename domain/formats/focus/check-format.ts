import { DatasetCheck, costAndUsageRules, type Dataset } from '../../focus/check/check.ts';
import { costAndUsage, INVOICE_DETAIL } from '../../focus/dataset.ts';
import { say } from '../../words/said.ts';
import type { Adapt } from '../adapter.ts';
import type { TableFormat } from '../format.ts';
import { COLUMNS } from './columns.ts';
import { versionOf } from './version.ts';

export const CHECK_FORMAT = 'focus.check';

/** The dataset that the headers tell. */
export function datasetOf(headers: readonly string[]): Dataset & { title: 'cost-and-usage' | 'invoice-detail' } {
  const names = new Set(headers.map((h) => h.trim().toLowerCase()));
  if (names.has('invoicedetailid') && names.has('invoiceissuestatus'))
    return { title: 'invoice-detail', version: '1.4', columns: INVOICE_DETAIL, rules: [] };
  const { version } = versionOf(names);
  return { title: 'cost-and-usage', version, columns: costAndUsage(version), rules: costAndUsageRules(version) };
}

/** Looks only: rows go through the check and are not typed. */
const adaptCheck: Adapt = (headers) => {
  const names = headers.map((h) => h.trim());
  const dataset = datasetOf(names);
  const check = new DatasetCheck(dataset, names);
  return {
    headers,
    evidence: [
      dataset.title === 'invoice-detail'
        ? say`FOCUS ${{ version: dataset.version }}, dataset Invoice Detail`
        : say`FOCUS ${{ version: dataset.version }}, dataset Cost and Usage`,
    ],
    row(cells, row) {
      check.row(cells, row);
      return cells;
    },
    end: () => check.end(),
  };
};

/**
 * For the check of a FOCUS file, which is read as every foreign file is: in the parser's own process. It makes no lines (no
 * column fills a month), is never recognised by content, and stands in no list of formats.
 */
export const checkFormat: TableFormat = {
  id: CHECK_FORMAT,
  vendor: 'other',
  title: 'FOCUS check',
  titleZh: 'FOCUS 检查',
  kind: 'detail',
  shape: 'table',
  columns: [{ field: 'usageType', headers: [...COLUMNS.map((c) => c.name), ...INVOICE_DETAIL.map((c) => c.name)] }],
  identities: [],
  marks: [],
  when: () => true,
  varying: /./,
  currency: () => null,
  utcOffset: 0,
  adapt: adaptCheck,
};
