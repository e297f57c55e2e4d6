import type { ReportId } from '../../../domain/reports/list.ts';
import type { ReportEntry } from '../../contract/report-list.ts';
import { auditReport } from './audit.ts';
import { closeReport } from './close.ts';
import { differencesReport } from './differences.ts';
import { openItemsReport } from './open-items/index.ts';
import { reconciliationReport } from './reconciliation/index.ts';
import { registerReports } from './registers.ts';
import { tableOf, type DeclaredReport } from './report.ts';
import { threeWayReport } from './three-way/index.ts';

/** Every declared report. A new one is a file of its own and a line here. */
const REPORTS: readonly DeclaredReport[] = [
  reconciliationReport,
  differencesReport,
  openItemsReport,
  threeWayReport,
  ...registerReports,
  auditReport,
  closeReport,
];

const PERIOD: ReportEntry = {
  id: 'period',
  title: { en: 'Reconciled billing report', zh: '对账后账单报告' },
  purpose: {
    en: 'The whole of a period: its sums, checks, invoices, payments, certificates and bill lines.',
    zh: '账期全部内容：合计、检查项、发票、付款、凭证和账单明细。',
  },
  parameters: [],
  formats: ['xlsx', 'pdf', 'csv'],
  languages: ['en', 'zh-CN'],
  tables: [
    tableOf('summary', 'Summary', '汇总'),
    tableOf('reconciliation', 'Reconciliation', '对账'),
    tableOf('invoices', 'Invoices', '发票'),
    tableOf('payments', 'Payments', '付款'),
    tableOf('certificates', 'WHT certificates', 'WHT凭证'),
    tableOf('lines', 'Lines', '明细'),
  ],
};

/** All reports as they are shown, the whole of a period last among those of reconciliation. */
export const CATALOGUE: readonly ReportEntry[] = [
  ...REPORTS.map(({ make: _make, ...entry }): ReportEntry => ({ ...entry, languages: ['en', 'zh-CN', 'both'] })),
  PERIOD,
];

/** The declared report of that name; undefined for `period`, which is written line by line. */
export const declaredReport = (id: ReportId): DeclaredReport | undefined => REPORTS.find((report) => report.id === id);
