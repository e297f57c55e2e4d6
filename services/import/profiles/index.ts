import { open } from 'node:fs/promises';
import { checkProfile, readProfile } from '../../../domain/formats/mapping/check-profile.ts';
import { refuse, unwrap } from '../../../domain/result.ts';
import { say } from '../../../domain/words/said.ts';
import { writeAtomically } from '../../files/atomic-write.ts';
import type { Handlers } from '../../runtime/services.ts';
import { lookAt } from './look-at.ts';
import { removeProfile, savedProfile, savedProfiles, saveProfile } from './store.ts';

export type ProfileNames = 'import/head' | 'profiles/list' | 'profiles/save' | 'profiles/delete' | 'profiles/export' | 'profiles/import';

/** A profile of a thousand columns has some 100 kB. */
const LARGEST = 1 << 20;

export const profileHandlers: Handlers<ProfileNames> = {
  'import/head': ({ file, ...options }, context) => lookAt(context.host.files.resolve(file, 'read'), options, context),

  'profiles/list': (_input, { session }) => savedProfiles(session.book().read),
  'profiles/save': ({ profile }, context) => saveProfile(profile, context),
  'profiles/delete': ({ id }, context) => {
    removeProfile(id, context);
    return {};
  },

  'profiles/export': async ({ profile: given, target }, { host, session, signal }) => {
    const profile = typeof given === 'string' ? savedProfile(session.book().read, given) : unwrap(checkProfile(given));
    const { path, name } = host.files.resolve(target, 'write');
    await writeAtomically(path, signal, async (sink) => sink.write(`${JSON.stringify(profile, null, 2)}\n`));
    return { file: name };
  },

  'profiles/import': async ({ file, keep }, context) => {
    const { path, name } = context.host.files.resolve(file, 'read');
    const profile = unwrap(readProfile(await smallText(path, name), name));
    return keep ? saveProfile(profile, context).profile : profile;
  },
};

/** The text of a file that may not be large. */
async function smallText(path: string, name: string): Promise<string> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    if (size > LARGEST)
      refuse('profile.not-json', say`“${{ name }}” is larger than 1 MB; a profile is not.`, {
        file: name,
        remedy: 'Choose a profile that Tallybook exported.',
      });
    return await handle.readFile('utf8');
  } finally {
    await handle.close();
  }
}
