import type { ReadDb } from '../../db/connection.ts';
import type { Output } from '../contract/index.ts';
import { countryName } from '../reports/pdf/front.ts';
import { amounts, count, date, text, type Cell } from '../reports/tables/model.ts';
import { ofBook, type Document } from '../statements/export/document.ts';
import type { Sheet } from '../statements/export/sheet.ts';
import { documentWords, type DocumentLanguage, type DocumentWords } from '../statements/export/words.ts';
import { worksheetOf, type WorksheetInput } from './worksheet.ts';
import { worksheetWords, type WorksheetWords } from './words.ts';

type Worksheet = Output<'selfAccount/worksheet'>;
interface Words extends DocumentWords {
  sheet: WorksheetWords;
}

/** The worksheet of a range as sheets and as print: totals, documents, and what could not be judged. */
export function worksheetDocument(read: ReadDb, input: WorksheetInput, language: DocumentLanguage): Document {
  const data = worksheetOf(read, input);
  const words: Words = { ...documentWords(language), sheet: worksheetWords(language) };
  const { sheet, own, common } = words;
  const book = ofBook(read);
  const lines = linesSheet(data, words);
  const sums = sumsSheet(data, words);
  const rest = [
    ...(data.entityMissing.length > 0 ? [restSheet('entityMissing', sheet.missingEntity, data.entityMissing, words)] : []),
    ...(data.noRule.length > 0 ? [restSheet('noRule', sheet.noRule, data.noRule, words)] : []),
  ];
  const tongue = language === 'zh-CN' ? 'zh-CN' : 'en';
  return {
    ...book,
    words,
    language,
    title: sheet.title,
    range: `${input.from} – ${input.to}`,
    last: input.to,
    facts: [
      [common.company, book.profile.company || common.none],
      [own.range, `${input.from} – ${input.to}`],
      [sheet.countries, input.country === null ? sheet.all : countryName(input.country, tongue)],
    ],
    sheets: [sums, lines, ...rest],
    flat: lines,
    printed: [
      { table: sums, columns: sums.columns.map((c) => c.id) },
      {
        table: lines,
        columns: [
          'number',
          'date',
          'vendor',
          'treatment',
          'currency',
          'base',
          'ratePct',
          'tax',
          'local',
          'localRate',
          'localBase',
          'localTax',
          'box',
        ],
      },
      ...rest.map((table) => ({ table, columns: table.columns.map((c) => c.id) })),
    ],
    notes: Object.values(sheet.notes),
  };
}

function sumsSheet(data: Worksheet, { sheet, own, common }: Words): Sheet {
  return {
    id: 'totals',
    title: sheet.summary,
    columns: [
      text('country', own.country, 9),
      text('code', own.code, 10),
      text('currency', common.currency, 9),
      text('basis', sheet.local, 12),
      count('count', own.count),
      amounts('base', sheet.base),
      amounts('tax', sheet.tax),
      count('missing', sheet.missing),
    ],
    rows: data.totals.map((t): Cell[] => [
      t.country,
      t.code,
      t.currency,
      t.local ? sheet.localRow : null,
      t.count,
      t.base.missing === t.count ? null : t.base.known,
      t.tax.missing === t.count ? null : t.tax.known,
      Math.max(t.base.missing, t.tax.missing),
    ]),
    totals: [],
  };
}

function linesSheet(data: Worksheet, { sheet, own, common }: Words): Sheet {
  return {
    id: 'lines',
    title: sheet.lines,
    columns: [
      text('number', common.number, 24),
      text('kind', common.kind, 13),
      date('date', common.date),
      text('vendor', common.vendor, 14),
      text('seller', own.seller, 26),
      text('entity', common.entity, 18),
      text('country', own.country, 9),
      text('treatment', sheet.treatment, 22),
      text('code', own.code, 10),
      text('rule', own.rule, 12),
      text('currency', common.currency, 9),
      amounts('base', sheet.base),
      amounts('stated', sheet.stated),
      amounts('ratePct', sheet.ratePct, 10),
      text('rateFrom', sheet.rateFrom, 14),
      amounts('hint', sheet.hint, 12),
      amounts('tax', sheet.tax),
      text('policy', sheet.policy, 18),
      text('local', sheet.local, 9),
      amounts('localRate', sheet.localRate, 14),
      text('origin', sheet.origin, 14),
      amounts('localBase', sheet.localBase),
      amounts('localTax', sheet.localTax),
      text('box', sheet.box, 22),
    ],
    rows: data.rows.map((r): Cell[] => [
      r.number,
      common.invoiceKind[r.kind],
      r.date,
      common.vendors[r.vendor],
      r.seller,
      r.entity,
      r.country,
      sheet.treatments[r.treatment],
      r.code,
      r.rule,
      r.currency,
      r.base,
      r.stated,
      r.rate?.ratePct ?? null,
      r.rate ? sheet.from[r.rate.from] : null,
      r.hintPct,
      r.tax,
      r.policy,
      r.local.currency,
      r.local.rate,
      r.local.origin ? sheet.origins[r.local.origin] || null : null,
      r.local.base,
      r.local.tax,
      r.box || null,
    ]),
    totals: data.totals.filter((t) => !t.local).map((t): Cell[] => totalCells(t, common.totalOf)),
  };
}

/** Sums of the documents' own currencies under their columns; a sum with a part missing stays empty. */
function totalCells(t: Worksheet['totals'][number], label: string): Cell[] {
  const cells: Cell[] = Array.from({ length: 24 }, () => null);
  cells[0] = label;
  cells[6] = t.country;
  cells[8] = t.code;
  cells[10] = t.currency;
  cells[11] = t.base.whole;
  cells[16] = t.tax.whole;
  return cells;
}

function restSheet(id: string, title: string, papers: Worksheet['noRule'] | Worksheet['entityMissing'], { own, common }: Words): Sheet {
  return {
    id,
    title,
    columns: [
      text('number', common.number, 24),
      date('date', common.date),
      text('vendor', common.vendor, 14),
      text('seller', own.seller, 26),
      text('entity', common.entity, 18),
      text('currency', common.currency, 9),
      amounts('net', common.net),
    ],
    rows: papers.map((p): Cell[] => [p.number, p.date, common.vendors[p.vendor], p.seller, p.entity, p.currency, p.net]),
    totals: [],
  };
}
