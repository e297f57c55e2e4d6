import { memo, type CSSProperties } from 'react';
import { Amount } from './Amount.tsx';
import { Ident } from './Ident.tsx';
import { alignOf, type DataColumn, type Totals } from './table-model.ts';

/** One cell. A row that has not arrived shows a quiet bar. */
function CellOf<Row>({ column, row, places }: { column: DataColumn<Row>; row: Row | undefined; places: number | undefined }) {
  const kind = column.kind ?? 'text';
  const className = `td ${kind} at-${alignOf(column)}`;
  if (row === undefined)
    return (
      <div role="gridcell" className={className}>
        <span className="waiting" />
      </div>
    );
  const value = column.value(row);
  if (column.render)
    return (
      <div role="gridcell" className={`td at-${alignOf(column)}`}>
        {column.render(row)}
      </div>
    );
  if (kind === 'amount')
    return (
      <div role="gridcell" className={className}>
        <Amount
          value={value === null || value === undefined ? null : String(value)}
          currency={column.currency ?? null}
          {...(places === undefined ? {} : { column: places })}
        />
      </div>
    );
  if (kind === 'ident')
    return (
      <div role="gridcell" className={className}>
        <Ident value={value === null || value === undefined ? null : String(value)} />
      </div>
    );
  const shown = value === null || value === undefined ? '' : String(value);
  return (
    <div
      role="gridcell"
      className={alignOf(column) === 'start' ? `${className} words` : className}
      title={shown.length > 18 ? shown : undefined}
    >
      {shown}
    </div>
  );
}
export const Cell = memo(CellOf) as typeof CellOf;

/** A column's head; a button that sorts where the column can be sorted. Shift adds to the order. */
export function HeaderCell<Row>({
  column,
  sorted,
  canSort,
  onSort,
}: {
  column: DataColumn<Row>;
  sorted: false | 'asc' | 'desc';
  canSort: boolean;
  onSort: (more: boolean) => void;
}) {
  const words = (
    <>
      {column.header}
      {column.currency ? <span className="unit"> {column.currency}</span> : null}
    </>
  );
  const className = `th at-${alignOf(column)}`;
  if (!canSort)
    return (
      <div role="columnheader" className={className} title={column.help}>
        {words}
      </div>
    );
  return (
    <div role="columnheader" className={className} aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : 'none'}>
      <button type="button" tabIndex={-1} title={column.help} onClick={(event) => onSort(event.shiftKey)}>
        <span>{words}</span>
        <span className="sort" aria-hidden="true">
          {sorted === 'asc' ? '↑' : sorted === 'desc' ? '↓' : ''}
        </span>
      </button>
    </div>
  );
}

/** Totals under their columns; the label takes the room of the first columns that have none. */
export function TotalsRow<Row>({
  totals,
  columns,
  places,
  line,
  lead,
  className = '',
}: {
  totals: Totals;
  columns: readonly DataColumn<Row>[];
  places: ReadonlyMap<string, number>;
  line: CSSProperties;
  lead: boolean;
  className?: string;
}) {
  const first = columns.findIndex((c) => c.id in totals.values);
  const span = first < 0 ? columns.length : first;
  const labelSpan = Math.max(span, lead || span > 0 ? span : 1);
  return (
    <div role="row" className={`tr total ${className}`} style={line}>
      {(labelSpan > 0 || lead) && (
        <div role="gridcell" className="td total-label" style={{ gridColumn: `1 / span ${labelSpan + (lead ? 1 : 0)}` }}>
          {totals.label}
        </div>
      )}
      {columns.slice(labelSpan).map((column) => {
        const own = places.get(column.id);
        return (
          <div key={column.id} role="gridcell" className={`td at-${alignOf(column)}`}>
            {column.id in totals.values ? (
              column.kind === 'amount' ? (
                <Amount
                  value={totals.values[column.id]}
                  currency={column.currency ?? null}
                  plainZero
                  {...(own === undefined ? {} : { column: own })}
                />
              ) : (
                totals.values[column.id]
              )
            ) : null}
          </div>
        );
      })}
    </div>
  );
}
