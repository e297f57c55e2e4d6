import type { Handlers } from '../runtime/services.ts';
import { exportRegisters } from './export.ts';
import { kinds } from './kinds.ts';
import { row, rows } from './rows.ts';

/** Lists beside the bill: orders, renewals, packages, coupons, movements and what else vendors give out beside it. */
export const registersHandlers: Handlers<'registers/kinds' | 'registers/rows' | 'registers/row' | 'export/registers'> = {
  'registers/kinds': kinds,
  'registers/rows': rows,
  'registers/row': row,
  'export/registers': exportRegisters,
};
