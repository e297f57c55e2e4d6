import { PARTS, type Part } from '../../domain/allocation/parts.ts';
import type { Amount } from '../../domain/money/amount.ts';
import type { AllocationLine, AllocationRow, AllocationStanding } from '../contract/allocation.ts';
import type { Output } from '../contract/index.ts';
import type { ColumnKind } from '../reports/columns.ts';
import { wordsOf as reportWords } from '../reports/words.ts';
import { sheetWords, type Language } from './words.ts';

/** A table as it is written: a title and a kind for each column, and its cells. */
export interface SheetColumn<Row> {
  title: string;
  kind: ColumnKind;
  width: number;
  of(row: Row): string | number | null;
}

const STAGES = ['opening', 'month', 'remaining', 'total'] as const;
type Stage = (typeof STAGES)[number];

/** Figures of a standing: the four, then each of them by the parts that occur anywhere in the table. */
function figures<Row>(language: Language, used: ReadonlySet<Part>, standing: (row: Row) => AllocationStanding | null): SheetColumn<Row>[] {
  const words = sheetWords(language);
  const { measures } = reportWords(language);
  const titled = (title: string, of: (row: Row) => Amount | null): SheetColumn<Row> => ({ title, kind: 'amount', width: 18, of });
  const whole = STAGES.map((stage) => titled(words.stage[stage], (row) => standing(row)?.[stage].total ?? null));
  const split = STAGES.slice(0, 3).flatMap((stage: Stage) =>
    PARTS.filter((part) => used.has(part)).map((part) =>
      titled(`${words.stage[stage]} · ${part === 'untold' ? words.untold : measures[part]}`, (row) => {
        const told = standing(row)?.[stage];
        return told === undefined ? null : (told.parts[part] ?? '0');
      }),
    ),
  );
  return [...whole, ...split];
}

/** Payment parts that any of the standings has. */
export const partsIn = (standings: Iterable<AllocationStanding | null>): Set<Part> => {
  const used = new Set<Part>();
  for (const standing of standings)
    for (const stage of STAGES) for (const part of Object.keys(standing?.[stage].parts ?? {})) used.add(part as Part);
  return used;
};

/** Columns of the table of groups. */
export function groupColumns(
  language: Language,
  columns: readonly string[],
  totals: Output<'allocation/summary'>['totals'],
): SheetColumn<AllocationRow>[] {
  const words = sheetWords(language);
  const line = reportWords(language).line as Readonly<Record<string, string>>;
  return [
    ...columns.map((name, i): SheetColumn<AllocationRow> => ({
      title: line[name] ?? name,
      kind: 'text',
      width: 24,
      of: (row) => row.values[i] ?? null,
    })),
    { title: line['currency'] ?? 'currency', kind: 'text', width: 10, of: (row) => row.currency },
    ...figures<AllocationRow>(language, partsIn(Object.values(totals)), (row) => row.standing),
    { title: words.effective, kind: 'amount', width: 18, of: (row) => row.effective },
    { title: words.lines, kind: 'count', width: 10, of: (row) => row.lines },
  ];
}

/** Columns of the table of lines that are paid ahead. */
export function lineColumns(language: Language, used: ReadonlySet<Part>): SheetColumn<AllocationLine>[] {
  const words = sheetWords(language);
  const line = reportWords(language).line as Readonly<Record<string, string>>;
  const { vendors } = reportWords(language);
  const text = (
    name:
      | 'period'
      | 'account'
      | 'productType'
      | 'product'
      | 'resourceId'
      | 'resourceName'
      | 'billingMode'
      | 'billType'
      | 'orderId'
      | 'currency',
    width = 20,
  ): SheetColumn<AllocationLine> => ({
    title: line[name] ?? name,
    kind: 'text',
    width,
    of: (row) => row[name],
  });
  const day = (title: string, of: (row: AllocationLine) => string | null): SheetColumn<AllocationLine> => ({
    title,
    kind: 'date',
    width: 12,
    of,
  });
  return [
    text('period', 10),
    day(line['date'] ?? 'date', (row) => row.date),
    { title: line['vendor'] ?? 'vendor', kind: 'text', width: 14, of: (row) => vendors[row.vendor] },
    text('account'),
    text('productType', 24),
    text('product', 24),
    text('resourceId', 26),
    text('resourceName', 24),
    text('billingMode', 16),
    text('billType', 18),
    text('orderId', 24),
    { title: words.original, kind: 'text', width: 24, of: (row) => row.original },
    day(words.first, (row) => row.term?.first ?? null),
    day(words.last, (row) => row.term?.last ?? null),
    { title: words.days, kind: 'count', width: 8, of: (row) => row.term?.days ?? null },
    { title: words.from, kind: 'text', width: 20, of: (row) => (row.from ? words.source[row.from] : words.gap[row.gap ?? 'no-term']) },
    text('currency', 10),
    { title: words.amount, kind: 'amount', width: 18, of: (row) => row.amount },
    ...figures<AllocationLine>(language, used, (row) => row.standing),
  ];
}
