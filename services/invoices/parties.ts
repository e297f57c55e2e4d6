import type { ReadDb } from '../../db/connection.ts';
import { detailsOf, partyById } from '../../db/queries/parties.ts';
import type { Party, PartyDetails } from '../../domain/parties/party.ts';
import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';

/** The party of that id; `field` names it in the refusal of one that is not there or is archived. */
export function partyFor(read: ReadDb, id: number, field: 'seller' | 'buyer'): Party {
  const party = partyById(read, id);
  if (!party)
    refuse('party.not-found', say`There is no party ${{ id }}.`, {
      column: `${field}Id`,
      value: String(id),
      remedy: 'Choose one of the parties in the settings, or enter it there first.',
    });
  if (party.archived)
    refuse('party.archived', say`${{ name: party.name }} is archived and stands on no new document.`, {
      column: `${field}Id`,
      value: party.name,
      remedy: 'Take it out of the archive in the settings, or choose another.',
    });
  return party;
}

interface Named {
  sellerId: number | null;
  buyerId: number | null;
}

/** Ids with what the parties are called today; who stood on the document `before` keeps the name that it had then. */
export function snapshots(
  read: ReadDb,
  given: Named,
  before: (Named & { seller: PartyDetails | null; buyer: PartyDetails | null }) | null = null,
): Named & { seller: PartyDetails | null; buyer: PartyDetails | null } {
  const side = (field: 'seller' | 'buyer'): PartyDetails | null => {
    const id = given[`${field}Id`];
    if (id === null) return null;
    return before && before[`${field}Id`] === id && before[field] !== null ? before[field] : detailsOf(partyFor(read, id, field));
  };
  return { sellerId: given.sellerId, buyerId: given.buyerId, seller: side('seller'), buyer: side('buyer') };
}
