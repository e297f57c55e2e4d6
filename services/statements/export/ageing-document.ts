import type { ReadDb } from '../../../db/connection.ts';
import { isZero } from '../../../domain/money/amount.ts';
import type { Output } from '../../contract/index.ts';
import type { AgeingRow } from '../../contract/statements.ts';
import { amounts, count, date, text, type Cell } from '../../reports/tables/model.ts';
import { fill } from '../../reports/words.ts';
import { ageingOf, type AgeingInput } from '../ageing.ts';
import { ofBook, type Document } from './document.ts';
import type { Sheet } from './sheet.ts';
import { documentWords, type DocumentLanguage, type DocumentWords } from './words.ts';

type Ageing = Output<'invoices/ageing'>;

/** Names of the buckets in their order, from “not due” on. */
export function bucketNames(edges: readonly number[], words: Pick<DocumentWords['own'], 'bucket'>): string[] {
  const { notDue, upTo, over } = words.bucket;
  return [notDue, ...edges.map((to, i) => fill(upTo, { from: (edges[i - 1] ?? 0) + 1, to })), fill(over, { days: edges.at(-1)! })];
}

/** What was open on a day by age: a sheet of sums, and one of the documents. */
export function ageingDocument(read: ReadDb, input: AgeingInput, language: DocumentLanguage, today: string): Document {
  const data = ageingOf(read, input, today);
  const words = documentWords(language);
  const { own, common } = words;
  const book = ofBook(read);
  const sums = sumsSheet(data, input, words);
  const items = itemsSheet(data, words);
  return {
    ...book,
    words,
    language,
    title: own.ageing,
    range: data.asOf,
    last: data.asOf,
    facts: [
      [common.company, book.profile.company || common.none],
      [own.asOf, data.asOf],
      [own.direction, own[input.direction]],
    ],
    sheets: [sums, items],
    flat: sums,
    printed: [
      { table: sums, columns: sums.columns.map((c) => c.id).filter((id) => id !== 'rateMonth') },
      { table: items, columns: ['number', 'vendor', 'party', 'date', 'due', 'days', 'bucket', 'currency', 'total', 'open'] },
    ],
    notes: [
      own.note.dates,
      own.note.converted,
      ...data.calledPaid.map((c) => fill(own.note.calledPaid, { count: c.count, amount: c.amount, currency: c.currency })),
      ...(data.notIssued > 0 ? [fill(own.note.notIssued, { count: data.notIssued })] : []),
      ...data.unallocated.map((u) => fill(own.note.unallocated, u)),
    ],
  };
}

function sumsSheet(data: Ageing, { by }: AgeingInput, { own, common }: DocumentWords): Sheet {
  const names = bucketNames(data.edges, own);
  const used = (['undated', 'awaited', 'credit'] as const).filter((id) => data.totals.some((t) => !isZero(t[id])));
  const buckets = names.map((label, i) => amounts(`b${i}`, label, 16));
  const cells = (r: Pick<AgeingRow, 'buckets' | 'undated' | 'awaited' | 'credit' | 'total'>): Cell[] => [
    ...r.buckets,
    ...used.map((id) => r[id]),
    r.total,
  ];
  return {
    id: 'ageing',
    title: own.ageing,
    columns: [
      text('label', own.by[by], 30),
      text('currency', common.currency, 9),
      count('count', own.count),
      ...buckets,
      ...used.map((id) => amounts(id, own.bucket[id], 16)),
      amounts('total', common.open),
      amounts('rate', own.rate, 14),
      text('rateMonth', own.rateMonth, 12),
      { ...amounts('converted', fill(own.converted, { currency: data.into })), currency: data.into },
    ],
    rows: data.rows.map((r): Cell[] => [
      rowLabel(r, by, { own, common }),
      r.currency,
      r.count,
      ...cells(r),
      r.rate?.rate ?? null,
      r.rate?.period ?? null,
      r.converted,
    ]),
    totals: data.totals.map((t): Cell[] => [common.totalOf, t.currency, t.count, ...cells(t), null, null, null]),
    by: ['currency'],
    across: [{ column: 'total', plus: [...buckets.map((c) => c.id), ...used] }],
  };
}

const rowLabel = ({ key, label }: AgeingRow, by: AgeingInput['by'], { own, common }: DocumentWords): string => {
  if (key === null) return own.unnamed;
  return by === 'vendor' && Object.hasOwn(common.vendors, key) ? common.vendors[key as keyof typeof common.vendors] : (label ?? key);
};

function itemsSheet(data: Ageing, { own, common }: DocumentWords): Sheet {
  const names = bucketNames(data.edges, own);
  const awaited = data.items.some((i) => !isZero(i.awaited));
  return {
    id: 'documents',
    title: own.documents,
    columns: [
      text('number', common.number, 24),
      text('vendor', common.vendor, 14),
      text('party', own.by.party, 26),
      text('entity', common.entity, 18),
      date('date', common.date),
      date('due', common.due),
      count('days', own.days),
      text('bucket', own.ageing, 16),
      text('currency', common.currency, 9),
      amounts('total', common.gross),
      amounts('open', common.open),
      ...(awaited ? [amounts('awaited', own.bucket.awaited)] : []),
    ],
    rows: data.items.map((i): Cell[] => [
      i.number,
      common.vendors[i.vendor],
      i.party,
      i.entity,
      i.date,
      i.due,
      i.days,
      typeof i.bucket === 'number' ? names[i.bucket]! : own.bucket[i.bucket],
      i.currency,
      i.total,
      i.open,
      ...(awaited ? [i.awaited] : []),
    ]),
    totals: data.totals.map((t): Cell[] => [
      common.totalOf,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      t.currency,
      null,
      t.total,
      ...(awaited ? [t.awaited] : []),
    ]),
    by: ['currency'],
  };
}
