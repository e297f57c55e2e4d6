import { IconChevronRight } from '@tabler/icons-react';
import { memo, type CSSProperties, type MouseEvent, type ReactNode } from 'react';
import type { ArrangedColumn } from './arrange-columns.ts';
import { Cell } from './TableParts.tsx';

/** What a row asks of its table; the same object while the table lives, so that rows are not drawn again for it. */
export interface RowDeeds {
  click: (index: number, event: MouseEvent) => void;
  tick: (index: number, range: boolean) => void;
  fold: (index: number) => void;
}

export interface TableRowProps<Row> {
  id: string;
  index: number;
  /** Pixels from the top of the sheet. */
  top: number;
  height: number;
  row: Row | undefined;
  columns: readonly ArrangedColumn<Row>[];
  places: ReadonlyMap<string, number>;
  line: CSSProperties;
  className: string;
  /** Null: rows cannot be selected. */
  selected: boolean | null;
  /** Depth from 1 and whether it is open (null: nothing below it), in a tree. */
  level: number | null;
  expanded: boolean | null;
  /** What the row's check box is called; the number stands for `#`. */
  tickWords: string;
  deeds: RowDeeds;
}

function RowOf<Row>({
  id,
  index,
  top,
  height,
  row,
  columns,
  places,
  line,
  className,
  selected,
  level,
  expanded,
  tickWords,
  deeds,
}: TableRowProps<Row>) {
  return (
    <div
      id={id}
      role="row"
      className={`tr ${className}`}
      aria-rowindex={index + 2}
      aria-selected={selected ?? undefined}
      aria-level={level ?? undefined}
      aria-expanded={expanded ?? undefined}
      style={{ ...line, height, transform: `translateY(${top}px)` }}
      onClick={(event) => deeds.click(index, event)}
    >
      {selected !== null && (
        <Tick
          pinned={columns[0]?.left !== undefined}
          index={index}
          words={tickWords}
          selected={selected}
          there={row !== undefined}
          deeds={deeds}
        />
      )}
      {columns.map((column, at) => (
        <Cell
          key={column.id}
          column={column}
          row={row}
          places={places.get(column.id)}
          lead={at === 0 && level !== null ? <Fold level={level} expanded={expanded} toggle={() => deeds.fold(index)} /> : undefined}
        />
      ))}
    </div>
  );
}
export const TableRow = memo(RowOf) as typeof RowOf;

const AT_EDGE = { insetInlineStart: 0 };

/** The browser's own check box: dozens are made while one scrolls. */
function Tick({
  pinned,
  index,
  words,
  selected,
  there,
  deeds,
}: {
  pinned: boolean;
  index: number;
  words: string;
  selected: boolean;
  there: boolean;
  deeds: RowDeeds;
}) {
  return (
    <div role="gridcell" className={pinned ? 'td select pinned' : 'td select'} style={pinned ? AT_EDGE : undefined}>
      <input
        type="checkbox"
        className="tick"
        tabIndex={-1}
        aria-label={words.replace('#', String(index + 1))}
        checked={selected}
        disabled={!there}
        onClick={(event) => event.stopPropagation()}
        onChange={(event) => deeds.tick(index, (event.nativeEvent as unknown as MouseEvent).shiftKey)}
      />
    </div>
  );
}

/** Room for the depth, and the mark that opens and closes; the keyboard has the arrows for it. */
function Fold({ level, expanded, toggle }: { level: number; expanded: boolean | null; toggle: () => void }): ReactNode {
  // Where nothing opens, nothing is indented.
  if (expanded === null && level === 1) return null;
  return (
    <span
      className={expanded === null ? 'fold' : `fold ${expanded ? 'open' : 'closed'}`}
      style={{ marginInlineStart: (level - 1) * 16 }}
      aria-hidden="true"
      onClick={
        expanded === null
          ? undefined
          : (event) => {
              event.stopPropagation();
              toggle();
            }
      }
    >
      {expanded === null ? null : <IconChevronRight size={14} stroke={1.75} />}
    </span>
  );
}
