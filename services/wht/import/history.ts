import type { ReadDb } from '../../../db/connection.ts';
import { whtImportById, type WhtImportRow } from '../../../db/queries/wht-import.ts';
import { refuse } from '../../../domain/result.ts';
import { sum } from '../../../domain/money/amount.ts';
import { say, type Bilingual } from '../../../domain/words/said.ts';
import type { ImportedFile, ImportResult } from '../../contract/wht-import.ts';

/** What the record of an import keeps beside its file. */
export interface KeptResult {
  title: Bilingual;
  sheet: string | null;
  outcomes: ImportResult['outcomes'];
}

const OUTCOMES = ['taken', 'known', 'ignored', 'rejected', 'left', 'refused'] as const;

/** An import without its rows. */
export function importedOf(row: WhtImportRow): ImportedFile {
  const { title, outcomes } = JSON.parse(row.result) as KeptResult;
  const counts = Object.fromEntries(
    OUTCOMES.map((o) => [o, outcomes.filter((one) => one.outcome === o).reduce((n, one) => n + one.rows.length, 0)]),
  ) as ImportedFile['counts'];
  const taken = outcomes.flatMap((o) =>
    o.outcome === 'taken' && o.currency !== null && o.total !== null ? [{ currency: o.currency, total: o.total }] : [],
  );
  return {
    id: row.id,
    at: row.at,
    who: row.who,
    file: row.name,
    sha256: row.sha256,
    profile: row.profile,
    title: { ...title },
    rows: row.rows,
    counts,
    sums: [...Map.groupBy(taken, (t) => t.currency)]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([currency, own]) => ({ currency, count: own.length, total: sum(own.map((t) => t.total)) })),
  };
}

/** An import with what became of every row; refuses an id that the book does not have. */
export function whole(read: ReadDb, id: number): ImportResult {
  const row = whtImportById(read, id);
  if (!row)
    refuse('wht-import.no-import', say`There is no import ${{ id }}.`, { remedy: 'List the imported files and choose one of them.' });
  return { ...importedOf(row), outcomes: (JSON.parse(row.result) as KeptResult).outcomes };
}
