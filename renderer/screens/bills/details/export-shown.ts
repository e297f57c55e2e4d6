import { MEASURE_NAMES } from '../../../../domain/formats/fields.ts';
import { arrangeColumns } from '../../../ui/arrange-columns.ts';
import { tableLayout } from '../../../ui/table-layout.ts';
import type { DetailWords } from '../detail-words.ts';
import { byOf, isLong, type Sort } from '../place.ts';
import type { BillWords } from '../words.ts';
import { lineColumns } from './columns.ts';
import { linesTable, PIVOT_TABLE } from './layouts.ts';
import { measureColumns } from './pivot-columns.tsx';
import { sortOf } from './pivot-rows.ts';
import type { DetailsState } from './useDetails.ts';

export interface Shown {
  groupBy: string[];
  sort: Sort[];
  columns: string[] | null;
}

/** The groups, the order and the columns of what the screen shows; every row names its currency. */
export function shownForExport(state: DetailsState, words: BillWords, d: DetailWords): Shown {
  const { place, levels, across, currency } = state;
  const lines = levels.length === 0 || place.at !== null || byOf(place) === 'line';
  if (lines) {
    const columns = lineColumns(words, currency, isLong(place), undefined);
    const shown = arrangeColumns(columns, tableLayout(linesTable(place.kind)), 0).map((c) => c.id);
    return { groupBy: [], sort: [...place.sort], columns: shown.includes('currency') ? shown : [...shown, 'currency'] };
  }
  const groupBy = across === null ? [...levels] : [...levels, across];
  const table = measureColumns({ words, d, levels, currency, more: () => undefined, totals: undefined, nodes: [] });
  const measures =
    across === null
      ? arrangeColumns(table, tableLayout(PIVOT_TABLE), 0).flatMap((c) => MEASURE_NAMES.find((m) => m === c.id) ?? [])
      : [place.measure];
  const sort =
    place.groupSort.length > 0
      ? sortOf(place.groupSort, levels[0] ?? '', place.measure, across !== null)
      : groupBy.slice(0, 5).map((column) => ({ column, descending: false }));
  return { groupBy, sort, columns: [...groupBy.filter((name) => name !== 'currency'), 'currency', 'lines', ...measures] };
}
