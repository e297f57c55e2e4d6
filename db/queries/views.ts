import type { ReadDb, WriteDb } from '../connection.ts';

export interface ViewRow {
  id: number;
  name: string;
  /** The view as JSON text. */
  body: string;
  isDefault: boolean;
  /** UTC, ISO 8601. */
  savedAt: string;
}

const SELECT = 'SELECT id, name, body, is_default, saved_at AS savedAt FROM saved_view';
type Stored = Omit<ViewRow, 'isDefault'> & { is_default: number };
const rowOf = ({ is_default, ...row }: Stored): ViewRow => ({ ...row, isDefault: is_default === 1 });

/** Every saved view by its name, letter case aside. */
export const listViews = (read: ReadDb): ViewRow[] => read.all<Stored>(`${SELECT} ORDER BY name COLLATE NOCASE`).map(rowOf);

export function viewById(read: ReadDb, id: number): ViewRow | undefined {
  const row = read.get<Stored>(`${SELECT} WHERE id = ?`, [id]);
  return row && rowOf(row);
}

/** The view of that name; ASCII letter case does not matter. */
export function viewByName(read: ReadDb, name: string): ViewRow | undefined {
  const row = read.get<Stored>(`${SELECT} WHERE name = ?`, [name]);
  return row && rowOf(row);
}

/** Returns the new view's id. */
export const insertView = (write: WriteDb, row: Pick<ViewRow, 'name' | 'body' | 'savedAt'>): number =>
  write.run('INSERT INTO saved_view (name, body, is_default, saved_at) VALUES (?, ?, 0, ?)', [row.name, row.body, row.savedAt]).id;

export const updateView = (write: WriteDb, row: Pick<ViewRow, 'id' | 'name' | 'body' | 'savedAt'>): void =>
  void write.run('UPDATE saved_view SET name = ?, body = ?, saved_at = ? WHERE id = ?', [row.name, row.body, row.savedAt, row.id]);

export const deleteView = (write: WriteDb, id: number): void => void write.run('DELETE FROM saved_view WHERE id = ?', [id]);

/** Makes the view the one that opens by itself; null: none. */
export function setDefaultView(write: WriteDb, id: number | null): void {
  write.run('UPDATE saved_view SET is_default = 0 WHERE is_default = 1');
  if (id !== null) write.run('UPDATE saved_view SET is_default = 1 WHERE id = ?', [id]);
}
