import type { AppError } from '../../../domain/result.ts';
import type { WatchedFile, WatchState } from '../../../services/contract/watch.ts';
import type { Mark } from '../../ui/index.ts';

export type StateName = 'off' | 'trouble' | 'looking' | 'on';

/** What the folder is about now. */
export const stateOf = (state: WatchState): StateName => (!state.on ? 'off' : state.looking ? 'looking' : state.trouble ? 'trouble' : 'on');

export const markOf: Record<StateName, Mark> = { off: 'missing', trouble: 'fail', looking: 'due', on: 'pass' };

export type ResultName = WatchedFile['result'] | 'undone';

/** What became of a file; one whose imports were all undone is told as that. */
export const resultOf = (file: WatchedFile): ResultName => (file.undone ? 'undone' : file.result);

export const resultMark: Record<ResultName, Mark> = {
  imported: 'pass',
  known: 'explained',
  refused: 'fail',
  failed: 'fail',
  waiting: 'due',
  undone: 'missing',
};

/** A time as the tables print it: UTC, to the second, without the letter T. */
export const instantText = (at: string | null): string | null => at && at.slice(0, 19).replace('T', ' ');

/** Without a remedy that names options of the command line: beside the reason stands what can be done here. */
export function forThisPage(error: AppError): AppError {
  if (!/(^|[\s(])--[a-z]/.test(error.details?.remedy ?? '')) return error;
  const { remedy: _remedy, said, ...place } = error.details ?? {};
  return { ...error, details: { ...place, ...(said?.message && { said: { message: said.message } }) } };
}
