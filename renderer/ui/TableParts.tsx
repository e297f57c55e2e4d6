import { memo, type CSSProperties, type ReactNode } from 'react';
import { Amount } from './Amount.tsx';
import type { ArrangedColumn } from './arrange-columns.ts';
import { Ident } from './Ident.tsx';
import { alignOf, type Totals } from './table-model.ts';

/** The class and place of a column that stays at the left while the others scroll. */
export const pinOf = (left: number | undefined): { className: string; style?: CSSProperties } =>
  left === undefined ? { className: '' } : { className: ' pinned', style: { insetInlineStart: left } };

/** One cell. A row that has not arrived shows a quiet bar. `lead` stands before what is shown. */
function CellOf<Row>({
  column,
  row,
  places,
  lead,
}: {
  column: ArrangedColumn<Row>;
  row: Row | undefined;
  places: number | undefined;
  lead?: ReactNode;
}) {
  const kind = column.kind ?? 'text';
  const align = alignOf(column);
  const pin = pinOf(column.left);
  const cell = (className: string, content: ReactNode, title?: string): ReactNode => (
    <div role="gridcell" className={className + pin.className} style={pin.style} title={title}>
      {lead}
      {content}
    </div>
  );
  if (row === undefined) return cell(`td ${kind} at-${align}`, <span className="waiting" />);
  if (column.render) return cell(`td at-${align}`, column.render(row));
  const value = column.value(row);
  const shown = value === null || value === undefined ? null : String(value);
  // A row that can have no amount shows none, not even that it is missing.
  if (kind === 'amount' && shown === '') return cell('td', null);
  if (kind === 'amount')
    return cell(
      `td amount at-${align}`,
      <Amount value={shown} currency={column.currency ?? null} {...(places === undefined ? {} : { column: places })} />,
    );
  if (kind === 'ident') return cell(`td ident at-${align}`, <Ident value={shown} />);
  const words = shown ?? '';
  return cell(
    `td ${kind} at-${align}${align === 'start' && !lead ? ' words' : ''}`,
    lead ? <span className="cell-words">{words}</span> : words,
    words.length > 18 ? words : undefined,
  );
}
export const Cell = memo(CellOf) as typeof CellOf;

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
  columns: readonly ArrangedColumn<Row>[];
  places: ReadonlyMap<string, number>;
  line: CSSProperties;
  lead: boolean;
  className?: string;
}) {
  const first = columns.findIndex((c) => c.id in totals.values);
  const span = first < 0 ? columns.length : first;
  const labelSpan = Math.max(span, lead || span > 0 ? span : 1);
  // Over pinned columns the words stay with them.
  const stays = labelSpan > 0 && columns.slice(0, labelSpan).every((c) => c.left !== undefined);
  return (
    <div role="row" className={`tr total ${className}`} style={line}>
      {(labelSpan > 0 || lead) && (
        <div
          role="gridcell"
          className={`td total-label${stays ? ' pinned' : ''}`}
          style={{ gridColumn: `1 / span ${labelSpan + (lead ? 1 : 0)}`, ...(stays ? { insetInlineStart: 0 } : {}) }}
        >
          <span className="total-words">{totals.label}</span>
        </div>
      )}
      {columns.slice(labelSpan).map((column) => {
        const own = places.get(column.id);
        const pin = pinOf(column.left);
        return (
          <div key={column.id} role="gridcell" className={`td at-${alignOf(column)}${pin.className}`} style={pin.style}>
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
