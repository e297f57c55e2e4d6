import type { TableLayout, ViewDefinition } from '../../../../../services/contract/views.ts';
import type { DetailsPlace } from '../../place.ts';

/** How the tables of the details stand. */
export interface Layouts {
  lines: TableLayout | null;
  groups: TableLayout | null;
}

/** What a saved view keeps of the screen: not the chosen group, the open line, or the window's billing cycle and account. */
export function definitionOf(place: DetailsPlace, columns: Layouts): ViewDefinition {
  const sorted = (sort: DetailsPlace['sort']) => sort.map(({ column, descending }) => ({ column, descending }));
  return {
    cycle: place.allPeriods ? 'all' : (place.range ?? 'current'),
    by: place.by,
    spread: place.spread,
    measure: place.measure,
    groupBy: [...place.groupBy],
    where: place.where.map(({ column, op, value }) => ({ column, op, value: typeof value === 'string' ? value : [...value] })),
    search: place.search,
    hideZero: place.hideZero,
    kind: place.kind,
    currency: place.currency,
    sort: sorted(place.sort),
    groupSort: sorted(place.groupSort),
    columns: { lines: columns.lines, groups: columns.groups },
  };
}

/** The screen that a view describes. */
export function placeOfView({ cycle, columns: _, ...view }: ViewDefinition): Omit<DetailsPlace, 'view'> {
  return {
    ...view,
    allPeriods: cycle === 'all',
    range: typeof cycle === 'object' ? cycle : null,
    at: null,
    line: null,
  };
}

/** The plain screen. */
export const PLAIN: Omit<DetailsPlace, 'view'> = {
  where: [],
  search: '',
  hideZero: false,
  kind: 'detail',
  allPeriods: false,
  range: null,
  by: null,
  spread: 'columns',
  measure: 'payable',
  currency: null,
  sort: [],
  groupBy: [],
  groupSort: [],
  at: null,
  line: null,
};

const inOrder = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(inOrder)
    : value !== null && typeof value === 'object'
      ? Object.fromEntries(
          Object.entries(value)
            .map(([key, part]) => [key, inOrder(part)] as const)
            .toSorted(([a], [b]) => (a < b ? -1 : 1)),
        )
      : value;

/** Whether two views show the same, however their parts are ordered. */
export const sameView = (a: ViewDefinition, b: ViewDefinition): boolean => JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b));
