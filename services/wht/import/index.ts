import { listWhtImports } from '../../../db/queries/wht-import.ts';
import { PROFILES } from '../../../domain/wht/import/profiles/index.ts';
import type { Handlers } from '../../runtime/services.ts';
import { importedOf, whole } from './history.ts';
import { judgeFile } from './judge.ts';
import { infoOf, ownProfiles, removeProfile, saveProfile } from './profiles.ts';
import { readGrantedTable } from './read-file.ts';
import { exportRejects } from './rejects.ts';
import { takeImport } from './take.ts';
import { understand } from './understand.ts';
import { previewOf } from './view.ts';

type Names =
  | 'wht/importPreview'
  | 'wht/importTake'
  | 'wht/imports'
  | 'wht/importShow'
  | 'wht/importRejects'
  | 'wht/importProfiles'
  | 'wht/saveImportProfile'
  | 'wht/removeImportProfile';

/** Lists of certificates as authorities and spreadsheets give them. */
export const whtImportHandlers: Handlers<Names> = {
  'wht/importPreview': async (how, context) => {
    context.session.book();
    const file = await readGrantedTable(context, how.file);
    const { read } = context.session.book();
    const understood = understand(read, file, how);
    return previewOf(read, file, understood, await judgeFile(read, understood, how, context));
  },
  'wht/importTake': takeImport,
  'wht/imports': (_input, { session }) => listWhtImports(session.book().read).map(importedOf),
  'wht/importShow': ({ id }, { session }) => whole(session.book().read, id),
  'wht/importRejects': exportRejects,
  'wht/importProfiles': (_input, { session }) => ({ shipped: PROFILES.map(infoOf), own: ownProfiles(session.book().read) }),
  'wht/saveImportProfile': saveProfile,
  'wht/removeImportProfile': removeProfile,
};
