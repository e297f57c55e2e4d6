import { appendAudit } from '../../db/audit.ts';
import type { ReadDb } from '../../db/connection.ts';
import {
  deleteView,
  insertView,
  listViews,
  setDefaultView,
  updateView,
  viewById,
  viewByName,
  type ViewRow,
} from '../../db/queries/views.ts';
import { conditionOf } from '../../domain/bill/filter.ts';
import { columnOf, groupColumnOf } from '../../domain/bill/columns.ts';
import { refuse, unwrap } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import { viewDefinition, type SavedView, type ViewDefinition } from '../contract/views.ts';
import type { Context } from '../runtime/services.ts';

const viewOf = ({ body, ...row }: ViewRow): SavedView => ({ ...row, definition: viewDefinition.parse(JSON.parse(body)) });

export const savedViews = (read: ReadDb): SavedView[] => listViews(read).map(viewOf);

function found(read: ReadDb, id: number): SavedView {
  const row = viewById(read, id);
  if (!row)
    refuse('views.none', say`The book has no view ${{ id }}.`, {
      value: String(id),
      remedy: 'It may have been deleted; refresh the list.',
    });
  return viewOf(row);
}

/** Refuses a name that another view has. */
function free(read: ReadDb, name: string, own: number | null): void {
  const other = viewByName(read, name);
  if (other && other.id !== own)
    refuse('views.name', say`There is a view “${{ name }}” already.`, {
      column: 'name',
      value: name,
      remedy: 'Choose another name, or save over that view.',
    });
}

/** Refuses what could never be shown: columns that there are not, filters that do not read. */
function check({ groupBy, where, sort }: ViewDefinition): void {
  for (const name of groupBy) unwrap(groupColumnOf(name));
  for (const filter of where) unwrap(conditionOf(filter));
  for (const { column } of sort) unwrap(columnOf(column));
}

export interface ToSave {
  /** The view that is saved over; null: a new one. */
  id: number | null;
  name: string;
  definition: ViewDefinition;
  /** Null leaves it as it is. */
  isDefault: boolean | null;
}

/** Keeps a view under its name, in one transaction with its audit entry. */
export function saveView({ id, name, definition, isDefault }: ToSave, { session, host }: Context): SavedView {
  check(definition);
  return session.transaction(({ read, write }) => {
    const before = id === null ? null : found(read, id);
    free(read, name, id);
    const at = session.now();
    const row = { name, body: JSON.stringify(definition), savedAt: at };
    const own = id ?? insertView(write, row);
    if (id !== null) updateView(write, { ...row, id });
    if (isDefault === true) setDefaultView(write, own);
    if (isDefault === false && before?.isDefault) setDefaultView(write, null);
    const after = found(write, own);
    appendAudit(write, { at, who: host.who, action: 'views/save', subject: `view:${own}`, before, after });
    return after;
  });
}

export function renameView(id: number, name: string, { session, host }: Context): SavedView {
  return session.transaction(({ read, write }) => {
    const before = found(read, id);
    free(read, name, id);
    const at = session.now();
    updateView(write, { id, name, body: JSON.stringify(before.definition), savedAt: at });
    const after = found(write, id);
    appendAudit(write, { at, who: host.who, action: 'views/rename', subject: `view:${id}`, before, after });
    return after;
  });
}

/** Takes the view out of the book and gives it back. */
export function removeView(id: number, { session, host }: Context): SavedView {
  return session.transaction(({ read, write }) => {
    const before = found(read, id);
    deleteView(write, id);
    appendAudit(write, { at: session.now(), who: host.who, action: 'views/delete', subject: `view:${id}`, before, after: null });
    return before;
  });
}

/** Makes one view, or none, the one that opens by itself. */
export function chooseDefault(id: number | null, { session, host }: Context): SavedView[] {
  return session.transaction(({ read, write }) => {
    const before = savedViews(read).find((view) => view.isDefault)?.id ?? null;
    if (id !== null) found(read, id);
    setDefaultView(write, id);
    appendAudit(write, { at: session.now(), who: host.who, action: 'views/default', subject: 'views', before, after: id });
    return savedViews(write);
  });
}
