import type { EntityPeriod } from '../../domain/accounts/entities.ts';
import type { AccountEntry, Role } from '../../domain/accounts/entry.ts';
import type { ReadDb, WriteDb } from '../connection.ts';

interface Stored {
  id: string;
  name: string | null;
  company: string | null;
  role: Role | null;
  master: string | null;
}

/** Everything that was said of accounts, by their ids; operating entities in the order of their months. */
export function accountEntries(read: ReadDb): AccountEntry[] {
  const entities = new Map<string, EntityPeriod[]>();
  const rows = read.all<EntityPeriod & { account: string }>(
    'SELECT account, entity, first AS "from", last AS "to" FROM account_entity ORDER BY account, place',
  );
  for (const { account, entity, from, to } of rows) entities.set(account, [...(entities.get(account) ?? []), { entity, from, to }]);
  return read
    .all<Stored>('SELECT id, name, company, role, master FROM account_entry ORDER BY id')
    .map((row) => ({ ...row, entities: entities.get(row.id) ?? [] }));
}

export function putAccountEntry(write: WriteDb, entry: AccountEntry, savedAt: string): void {
  dropAccountEntry(write, entry.id);
  write.run('INSERT INTO account_entry (id, name, company, role, master, saved_at) VALUES (?, ?, ?, ?, ?, ?)', [
    entry.id,
    entry.name,
    entry.company,
    entry.role,
    entry.master,
    savedAt,
  ]);
  for (const [place, { entity, from, to }] of entry.entities.entries())
    write.run('INSERT INTO account_entity (account, place, entity, first, last) VALUES (?, ?, ?, ?, ?)', [
      entry.id,
      place,
      entity,
      from,
      to,
    ]);
}

/** Forgets what was said of the account, its operating entities with it. */
export const dropAccountEntry = (write: WriteDb, id: string): void => void write.run('DELETE FROM account_entry WHERE id = ?', [id]);
