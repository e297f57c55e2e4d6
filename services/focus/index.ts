import { invoicesHandlers } from '../invoices/index.ts';
import { runExport } from '../reports/run.ts';
import type { Handlers } from '../runtime/services.ts';
import { checkFocus } from './check.ts';
import { checkInput, FOCUS_VERSION, focusJob, type FocusDetails } from './job.ts';

const job = focusJob(invoicesHandlers['invoices/list']);

export const focusHandlers: Handlers<'export/focus' | 'focus/check'> = {
  'export/focus': async (input, context) => {
    checkInput(input);
    const { details, ...written } = await runExport('export/focus', job, input, context);
    return { ...written, dataset: input.dataset, version: FOCUS_VERSION[input.dataset], ...(details as FocusDetails) };
  },
  'focus/check': checkFocus,
};
