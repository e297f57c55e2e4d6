import { runExport } from '../../reports/run.ts';
import type { Handlers } from '../../runtime/services.ts';
import { bundleJob, type BundleDetails } from './job.ts';

export const bundleHandlers: Handlers<'export/wht-bundle'> = {
  'export/wht-bundle': async (input, context) => {
    const { details, ...written } = await runExport('export/wht-bundle', bundleJob, input, context);
    return { ...written, ...(details as BundleDetails) };
  },
};
