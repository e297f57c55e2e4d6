import type { Party, PartyDetails, PartyKind } from '../../domain/parties/party.ts';
import type { ReadDb, WriteDb } from '../connection.ts';

interface Row {
  id: number;
  kind: PartyKind;
  entity: string | null;
  details: string;
  archived: number;
}

const toParty = (row: Row): Party => ({
  id: row.id,
  kind: row.kind,
  entity: row.entity,
  archived: row.archived === 1,
  ...(JSON.parse(row.details) as PartyDetails),
});

/** Own companies first, then vendors and customers, each by name; the archived last. */
export const listParties = (read: ReadDb): Party[] =>
  read
    .all<Row>(
      `SELECT id, kind, entity, details, archived FROM party
       ORDER BY archived, CASE kind WHEN 'own' THEN 0 WHEN 'vendor' THEN 1 ELSE 2 END, name COLLATE NOCASE, id`,
    )
    .map(toParty);

export function partyById(read: ReadDb, id: number): Party | undefined {
  const row = read.get<Row>('SELECT id, kind, entity, details, archived FROM party WHERE id = ?', [id]);
  return row && toParty(row);
}

/** What a document keeps of a party as of its day. */
export const detailsOf = ({ id: _id, kind: _kind, entity: _entity, archived: _archived, ...details }: Party): PartyDetails => details;

const columns = (party: Omit<Party, 'id'>): Record<string, string | number | null> => ({
  kind: party.kind,
  name: party.name,
  country: party.country,
  entity: party.entity,
  details: JSON.stringify(detailsOf({ id: 0, ...party })),
  archived: party.archived ? 1 : 0,
});

export const insertParty = (write: WriteDb, party: Omit<Party, 'id'>): number =>
  write.run(
    'INSERT INTO party (kind, name, country, entity, details, archived) VALUES (:kind, :name, :country, :entity, :details, :archived)',
    columns(party),
  ).id;

export function updateParty(write: WriteDb, { id, ...party }: Party): void {
  write.run(
    'UPDATE party SET kind = :kind, name = :name, country = :country, entity = :entity, details = :details, archived = :archived WHERE id = :id',
    { ...columns(party), id },
  );
}

/** How many documents name each party. */
export function documentsByParty(read: ReadDb): Map<number, number> {
  const rows = read.all<{ id: number; n: number }>(
    `SELECT id, COUNT(*) AS n FROM (SELECT seller_id AS id FROM invoice WHERE seller_id IS NOT NULL
       UNION ALL SELECT buyer_id FROM invoice WHERE buyer_id IS NOT NULL) GROUP BY id`,
  );
  return new Map(rows.map((row) => [row.id, row.n]));
}
