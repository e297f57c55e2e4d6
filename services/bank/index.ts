import { PROFILES } from '../../domain/bank/table/profiles/index.ts';
import type { Handlers } from '../runtime/services.ts';
import { viewAccounts } from './accounts.ts';
import { ignoreLines, unignoreLines } from './ignore.ts';
import { listLines, showLine } from './lines.ts';
import { previewStatements } from './preview.ts';
import { infoOf, ownProfiles, removeProfile, saveProfile } from './profiles.ts';
import { importStatements, saveAccount } from './take.ts';
import { undoStatement } from './undo.ts';
import { viewStatements } from './view.ts';

type Names =
  | 'bank/accounts'
  | 'bank/saveAccount'
  | 'bank/preview'
  | 'bank/import'
  | 'bank/statements'
  | 'bank/undo'
  | 'bank/lines'
  | 'bank/line'
  | 'bank/ignore'
  | 'bank/unignore'
  | 'bank/profiles'
  | 'bank/saveProfile'
  | 'bank/removeProfile';

/** Statements of banks and cards: their files, their lines, and which of them are payments. */
export const bankHandlers: Handlers<Names> = {
  'bank/accounts': (_input, { session }) => viewAccounts(session.book().read),
  'bank/saveAccount': saveAccount,
  'bank/preview': previewStatements,
  'bank/import': importStatements,
  'bank/statements': ({ account }, { session }) => viewStatements(session.book().read, { account }),
  'bank/undo': undoStatement,
  'bank/lines': listLines,
  'bank/line': showLine,
  'bank/ignore': ignoreLines,
  'bank/unignore': unignoreLines,
  'bank/profiles': (_input, { session }) => ({ shipped: PROFILES.map(infoOf), own: ownProfiles(session.book().read) }),
  'bank/saveProfile': saveProfile,
  'bank/removeProfile': removeProfile,
};
