import { refuse } from '../../domain/result.ts';
import { english, say } from '../../domain/words/said.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import type { ExportJob } from '../reports/job.ts';
import type { Handler } from '../runtime/services.ts';
import { writeCostAndUsage } from './cost-and-usage.ts';
import { writeInvoiceDetail } from './invoice-detail.ts';

type Input = ParsedInput<'export/focus'>;
/** What an export of FOCUS answers beside what every export does. */
export type FocusDetails = Pick<Output<'export/focus'>, 'valid' | 'gaps'>;

/** The version that a dataset is written in. */
export const FOCUS_VERSION = { 'cost-and-usage': '1.2', 'invoice-detail': '1.4' } as const;
const WHAT = { 'cost-and-usage': 'FOCUS cost and usage', 'invoice-detail': 'FOCUS invoice detail' } as const;

/** Refuses what the dataset does not have: another version, conditions on lines for invoices. */
export function checkInput({ dataset, version, where, hideZero }: Input): void {
  if (version !== null && version !== FOCUS_VERSION[dataset])
    refuse(
      'export.focus-version',
      say`${{ dataset }} is written as FOCUS ${{ version: FOCUS_VERSION[dataset] }}, not ${{ wanted: version }}.`,
      {
        column: 'version',
        value: version,
        remedy: 'Leave the version out.',
      },
    );
  if (dataset === 'invoice-detail' && (where.length > 0 || hideZero))
    refuse('export.focus-where', 'Invoices are chosen by period and by a part of their number; conditions on bill lines do not apply.', {
      column: 'where',
      remedy: 'Leave the conditions out.',
    });
}

/** The export of FOCUS files, apart from where it runs. */
export const focusJob = (listInvoices: Handler<'invoices/list'>): ExportJob<'export/focus'> => ({
  what: ({ dataset, period, from, to }) => {
    const months = period ?? (from || to ? `${from ?? ''}…${to ?? ''}` : null);
    return months ? `${WHAT[dataset]} ${months}` : WHAT[dataset];
  },
  selection: ({ period, from, to, where, hideZero, search }) => ({ period, from, to, where, hideZero, search }),
  async write(sink, input, context) {
    const { rows, valid, gaps } =
      input.dataset === 'cost-and-usage'
        ? await writeCostAndUsage(sink, input, context)
        : await writeInvoiceDetail(sink, input, context, listInvoices);
    const details: FocusDetails = {
      valid,
      gaps: gaps.map(({ message, ...gap }) => ({ ...gap, message: english(message), said: message })),
    };
    return { rows, details };
  },
});
