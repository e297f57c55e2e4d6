import { appendAudit } from '../../db/audit.ts';
import type { ReadDb } from '../../db/connection.ts';
import { insertSeries, listSeries, nextNumberOf, seriesById, takenBySeries, updateSeries } from '../../db/queries/number-series.ts';
import { checkPattern, type Series } from '../../domain/parties/series.ts';
import { refuse, unwrap } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import type { SeriesShown } from '../contract/parties.ts';
import type { Context, Handler } from '../runtime/services.ts';

const shown = (read: ReadDb, all: readonly Series[], date: string): SeriesShown[] => {
  const taken = takenBySeries(read);
  return all.map((series) => ({ ...series, taken: taken.get(series.id) ?? 0, next: nextNumberOf(read, series, date).number }));
};

/** The series with the number that a document of `date` (else today) would take. */
export const list: Handler<'series/list'> = ({ date }, { session }) => {
  const { read } = session.book();
  return { series: shown(read, listSeries(read), date ?? session.today()) };
};

/** A series whose numbers have been given out keeps its pattern: what follows must not look like what came before. */
export const save: Handler<'series/save'> = ({ id, ...given }, context) => {
  unwrap(checkPattern(given.pattern, given.resets));
  return keep(context, 'series/save', id, (before, read) => {
    const same = listSeries(read).find((other) => other.id !== id && other.name.toLowerCase() === given.name.toLowerCase());
    if (same)
      refuse('series.twice', say`There is a series “${{ name: same.name }}” already.`, {
        column: 'name',
        value: given.name,
        remedy: 'Choose another name.',
      });
    const changes = before && (before.pattern !== given.pattern || before.resets !== given.resets || before.forKind !== given.forKind);
    if (changes && (takenBySeries(read).get(before.id) ?? 0) > 0)
      refuse('series.used', say`Series “${{ name: before.name }}” has given out numbers; only its name can change.`, {
        column: 'pattern',
        value: given.pattern,
        remedy: 'Archive it and begin a new series.',
      });
    return { ...given, archived: before?.archived ?? false };
  });
};

/** An archived series gives out no more numbers; those given out stay. */
export const archive: Handler<'series/archive'> = ({ id, archived }, context) =>
  keep(context, 'series/archive', id, (before) => {
    const { id: _id, ...rest } = before!;
    return { ...rest, archived };
  });

function keep(
  { session, host }: Context,
  action: string,
  id: number | null,
  change: (before: Series | undefined, read: ReadDb) => Omit<Series, 'id'>,
): SeriesShown {
  return session.transaction(({ write }) => {
    const before = id === null ? undefined : seriesById(write, id);
    if (id !== null && !before)
      refuse('series.not-found', say`There is no series ${{ id }}.`, { remedy: 'List the series and choose one of them.' });
    const next = change(before, write);
    const now = id ?? insertSeries(write, next);
    if (before) updateSeries(write, { id: before.id, ...next });
    const after = seriesById(write, now)!;
    appendAudit(write, { at: session.now(), who: host.who, action, subject: `series:${now}`, before: before ?? null, after });
    return shown(write, [after], session.today())[0]!;
  });
}
