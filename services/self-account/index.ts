import { ownRates } from '../../db/queries/self-account-rates.ts';
import { runExport } from '../reports/run.ts';
import type { Handlers } from '../runtime/services.ts';
import { selfAccountJob } from './job.ts';
import { setOwnRate } from './rates.ts';
import { setEntity } from './set-entity.ts';
import { worksheetOf } from './worksheet.ts';

type Names = 'selfAccount/worksheet' | 'selfAccount/rates' | 'selfAccount/setRate' | 'selfAccount/setEntity' | 'export/self-account';

/** Taxes that the buyer accounts for itself. */
export const selfAccountHandlers: Handlers<Names> = {
  'selfAccount/worksheet': (input, { session }) => worksheetOf(session.book().read, input),
  'selfAccount/rates': (_input, { session }) => ownRates(session.book().read),
  'selfAccount/setRate': setOwnRate,
  'selfAccount/setEntity': setEntity,
  'export/self-account': (input, context) => runExport('export/self-account', selfAccountJob, input, context),
};
