import type { ExportRecord } from '../../../services/contract/reports.ts';
import type { Mark } from '../../ui/index.ts';

export const MARKS: Record<ExportRecord['state'], Mark> = {
  running: 'due',
  done: 'pass',
  failed: 'fail',
  cancelled: 'missing',
  interrupted: 'fail',
};
