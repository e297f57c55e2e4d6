import type { ParsedInput } from '../contract/index.ts';
import type { Handlers } from '../runtime/services.ts';
import type { ExportJob } from './job.ts';
import { exportList } from './list.ts';
import { runExport } from './run.ts';

type Written = 'export/report' | 'export/bills' | 'export/query' | 'export/summary';
/** The exports that can be written in a thread, by the procedure that asks for them. */
export type ExportJobs = { [N in Written]: ExportJob<N> };

/** Handlers of the exports, and of the list of what was written. */
export function makeReportsHandlers(jobs: ExportJobs): Handlers<Written | 'export/list' | 'export/delete'> {
  const run =
    <N extends Written>(name: N) =>
    (input: ParsedInput<N>, context: Parameters<typeof runExport>[3]) =>
      runExport<N>(name, jobs[name] as ExportJob<N>, input, context);
  return {
    'export/report': run('export/report'),
    'export/bills': run('export/bills'),
    'export/query': run('export/query'),
    'export/summary': run('export/summary'),
    ...exportList,
  };
}
