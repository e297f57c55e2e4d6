import { appendAudit } from '../../db/audit.ts';
import { documentsByParty, insertParty, listParties, partyById, updateParty } from '../../db/queries/parties.ts';
import type { ReadDb } from '../../db/connection.ts';
import { checkParty, tidyParty } from '../../domain/parties/check.ts';
import type { Party } from '../../domain/parties/party.ts';
import { refuse, unwrap } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import type { PartyShown } from '../contract/parties.ts';
import type { Context, Handler } from '../runtime/services.ts';

const shown = (read: ReadDb, all: readonly Party[]): PartyShown[] => {
  const documents = documentsByParty(read);
  return all.map((party) => ({ ...party, documents: documents.get(party.id) ?? 0 }));
};

export const list: Handler<'parties/list'> = (_input, { session }) => {
  const { read } = session.book();
  return { parties: shown(read, listParties(read)) };
};

/** Refuses a second party of the same name and kind, an e-mail address that is none, and a party that is not there. */
export const save: Handler<'parties/save'> = ({ id, ...given }, context) => {
  const tidy = tidyParty({ ...given, archived: false });
  unwrap(checkParty(tidy));
  return keep(context, 'parties/save', id, (before, all) => {
    const same = all.find((other) => other.id !== id && other.kind === tidy.kind && sameName(other.name, tidy.name) && !other.archived);
    if (same)
      refuse('party.twice', say`There is “${{ name: same.name }}” already.`, {
        column: 'name',
        value: tidy.name,
        remedy: 'Open it instead, or tell them apart by their names.',
      });
    return { ...tidy, archived: before?.archived ?? false };
  });
};

/** An archived party is offered no more; documents that name it stay as they are. */
export const archive: Handler<'parties/archive'> = ({ id, archived }, context) =>
  keep(context, 'parties/archive', id, (before) => {
    const { id: _id, ...rest } = before!;
    return { ...rest, archived };
  });

const sameName = (a: string, b: string): boolean => a.toLocaleLowerCase('en') === b.toLocaleLowerCase('en');

function keep(
  { session, host }: Context,
  action: string,
  id: number | null,
  change: (before: Party | undefined, all: readonly Party[]) => Omit<Party, 'id'>,
): PartyShown {
  return session.transaction(({ write }) => {
    const before = id === null ? undefined : partyById(write, id);
    if (id !== null && !before)
      refuse('party.not-found', say`There is no party ${{ id }}.`, { remedy: 'List the parties and choose one of them.' });
    const next = change(before, listParties(write));
    const now = id ?? insertParty(write, next);
    if (before) updateParty(write, { id: before.id, ...next });
    const after = partyById(write, now)!;
    appendAudit(write, { at: session.now(), who: host.who, action, subject: `party:${now}`, before: before ?? null, after });
    return shown(write, [after])[0]!;
  });
}
