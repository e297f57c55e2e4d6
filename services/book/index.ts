import { appendAudit, auditHead } from '../../db/audit.ts';
import { backupTo, restoreTo } from '../../db/backup.ts';
import { makeBlocks } from '../../db/blocks/build.ts';
import { auditEntries } from '../../db/queries/book.ts';
import { setSetting } from '../../db/settings.ts';
import { verifyDb } from '../../db/verify.ts';
import type { Handlers } from '../runtime/services.ts';
import { fillSample } from '../sample/fill.ts';
import { placesOfBook } from '../tax/book-pack.ts';
import { checkProfile } from './check-profile.ts';
import { bookInfo } from './info.ts';
import { settingsOf, type Profile } from './profile.ts';

type Names =
  | 'book/create'
  | 'book/open'
  | 'book/close'
  | 'book/info'
  | 'book/update'
  | 'book/fillSample'
  | 'book/verify'
  | 'book/backup'
  | 'book/restore'
  | 'book/audit';

export const bookHandlers: Handlers<Names> = {
  'book/create': ({ target, ...profile }, { host, session }) => {
    checkProfile(profile);
    session.create(host.files.resolve(target, 'write').path);
    session.transaction(({ write }) => {
      const at = session.now();
      setSetting(write, 'profile', profile);
      setSetting(write, 'createdAt', at);
      appendAudit(write, { at, who: host.who, action: 'book/create', subject: 'book', before: null, after: profile });
    });
    return bookInfo(session.book());
  },

  'book/open': ({ file }, { host, session }) => bookInfo(session.openPath(host.files.resolve(file, 'read').path)),
  'book/close': (_input, { session }) => {
    session.close();
    return {};
  },
  'book/info': (_input, { session }) => (session.open ? bookInfo(session.book()) : null),

  'book/update': (changes, { host, session }) => {
    session.transaction(({ write }) => {
      const before = settingsOf(write);
      const given = Object.fromEntries(Object.entries(changes).filter(([, v]) => v !== undefined));
      const after = { ...before, ...given } as Profile;
      checkProfile(after, placesOfBook(write));
      setSetting(write, 'profile', after);
      appendAudit(write, { at: session.now(), who: host.who, action: 'book/update', subject: 'book', before, after });
    });
    return bookInfo(session.book());
  },

  'book/fillSample': async (_input, context) => {
    await fillSample(context);
    return bookInfo(context.session.book());
  },

  'book/verify': (_input, { session }) => ({
    ...verifyDb(session.book().read, (batch) => {
      session.transaction(({ write }) => makeBlocks(write, batch));
      return true;
    }),
  }),
  'book/backup': ({ target }, { host, session }) => backupTo(session.book().read, host.files.resolve(target, 'write').path),
  'book/restore': ({ file, target }, { host }) =>
    restoreTo(host.files.resolve(file, 'read').path, host.files.resolve(target, 'write').path),

  'book/audit': ({ since, limit, before }, { session }) => {
    const { read } = session.book();
    return {
      head: auditHead(read),
      entries: auditEntries(read, since, before, limit).map((row) => {
        const body = JSON.parse(row.body) as { before: unknown; after: unknown };
        return {
          seq: row.seq,
          at: row.at,
          who: row.who,
          action: row.action,
          subject: row.subject,
          before: body.before,
          after: body.after,
          hash: row.hash.toString('hex'),
        };
      }),
    };
  },
};
