import type { ReadDb } from '../../../db/connection.ts';
import { amounts, date, text, type Cell, type Column } from '../../reports/tables/model.ts';
import { fill } from '../../reports/words.ts';
import { refuse } from '../../../domain/result.ts';
import { MOVEMENTS } from '../../../domain/invoices/statement.ts';
import { isZero } from '../../../domain/money/amount.ts';
import { tell } from '../../../domain/words/tell.ts';
import type { Output } from '../../contract/index.ts';
import { statementFor, type StatementInput } from '../statement.ts';
import { ofBook, type Document } from './document.ts';
import type { Sheet } from './sheet.ts';
import { both, documentWords, type DocumentLanguage, type DocumentWords } from './words.ts';

type Statement = Output<'invoices/statement'>;

/** The statement of a vendor or party; a sheet for each currency, from the opening balance to the closing one. */
export function statementDocument(read: ReadDb, input: StatementInput, language: DocumentLanguage): Document {
  if (input.vendor === null && input.party === null)
    refuse('statement.nobody', 'A statement is of one vendor or party.', {
      column: 'vendor',
      remedy: 'Choose whose statement it shall be.',
    });
  const data = statementFor(read, input);
  const words = documentWords(language);
  const { own, common } = words;
  const book = ofBook(read);
  const name = data.name ?? (input.vendor === null ? own.unnamed : common.vendors[input.vendor]);
  const sheets = data.statements.map((s) => sheetOf(s, data, words));
  const fx = fxSheet(data, words, language);
  const range = `${data.from} – ${data.to}`;
  const empty: Sheet = { id: 'statement', title: own.statement, columns: columnsOf(words), rows: [], totals: [] };
  return {
    ...book,
    words,
    language,
    title: own.statement,
    range,
    last: data.to,
    facts: [
      [own.who, name],
      [common.company, book.profile.company || common.none],
      [own.range, range],
      [own.direction, own[input.direction]],
    ],
    sheets: [...(sheets.length > 0 ? sheets : [empty]), ...fx],
    flat: { ...empty, rows: sheets.flatMap((s) => s.rows), totals: [] },
    printed: [
      ...(sheets.length > 0 ? sheets : [empty]).map((table) => ({
        table,
        columns: ['date', 'kind', 'reference', 'invoices', 'due', 'amount', 'balance'],
      })),
      ...fx.map((table) => ({ table, columns: table.columns.map((c) => c.id) })),
    ],
    notes: [
      own.note.dates,
      own.note.credit,
      ...data.statements.filter((s) => !isZero(s.awaited)).map((s) => fill(own.note.awaited, { amount: s.awaited, currency: s.currency })),
      ...(fx.length > 0 ? [own.note.fx] : []),
      ...data.calledPaid.map((c) => fill(own.note.calledPaid, { count: c.count, amount: c.amount, currency: c.currency })),
    ],
  };
}

/** The differences of currencies of the certificates, each on its line; no sheet where there are none. */
function fxSheet(data: Statement, { own, common }: DocumentWords, language: DocumentLanguage): Sheet[] {
  const found = data.statements.flatMap((s) => s.fx);
  if (found.length === 0) return [];
  const told = (step: (typeof found)[number]['step']): string =>
    language === 'bilingual' ? both(tell(step, 'en'), tell(step, 'zh-CN')) : tell(step, language);
  return [
    {
      id: 'fx',
      title: own.fx,
      columns: [
        date('date', common.date),
        text('reference', own.movement.certificate, 22),
        text('invoices', own.invoices, 22),
        text('kind', common.kind, 24),
        text('currency', common.currency, 9),
        amounts('given', own.given),
        amounts('converted', own.atRate),
        amounts('fx', own.fxDifference),
        text('step', own.formula, 60),
      ],
      rows: found.map((f): Cell[] => [
        f.date,
        f.certificate,
        f.invoice,
        own.fxKinds[f.kind],
        f.currency,
        f.given,
        f.converted,
        f.difference,
        told(f.step),
      ]),
      totals: [],
      across: [{ column: 'fx', plus: ['given'], minus: ['converted'] }],
    },
  ];
}

const columnsOf = ({ own, common }: DocumentWords): Column[] => [
  date('date', common.date),
  text('kind', common.kind, 22),
  text('reference', own.reference, 26),
  text('invoices', own.invoices, 30),
  text('vendor', common.vendor, 14),
  date('due', common.due),
  text('currency', common.currency, 9),
  amounts('amount', own.amount),
  amounts('balance', own.balance),
];

function sheetOf(s: Statement['statements'][number], { from, to }: Statement, words: DocumentWords): Sheet {
  const { own, common } = words;
  return {
    id: `statement-${s.currency}`,
    title: `${own.statement} ${s.currency}`,
    columns: columnsOf(words),
    rows: [
      [from, own.opening, null, null, null, null, s.currency, null, s.opening],
      ...s.lines.map((l): Cell[] => [
        l.date,
        own.movement[l.kind],
        l.reference,
        l.invoices.join(', ') || null,
        common.vendors[l.vendor],
        l.due,
        l.currency,
        l.amount,
        l.balance,
      ]),
      [to, own.closing, null, null, null, null, s.currency, null, s.closing],
    ],
    totals: MOVEMENTS.filter((kind) => !isZero(s.sums[kind])).map((kind): Cell[] => [
      null,
      own.movement[kind],
      null,
      null,
      null,
      null,
      s.currency,
      s.sums[kind],
      null,
    ]),
    running: { column: 'balance', amount: 'amount' },
    by: ['kind', 'currency'],
  };
}
