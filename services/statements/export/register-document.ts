import type { ReadDb } from '../../../db/connection.ts';

import type { TaxRegisterRow } from '../../contract/statements.ts';
import { countryName } from '../../reports/pdf/front.ts';
import { amounts, count, date, text, type Cell } from '../../reports/tables/model.ts';
import { fill } from '../../reports/words.ts';
import { registerData, type RegisterData, type RegisterInput } from '../register.ts';
import { localTotals, registerTotals, taxRows, taxTotals } from '../register-totals.ts';
import { ofBook, type Document } from './document.ts';
import type { Sheet } from './sheet.ts';
import { documentWords, type DocumentLanguage, type DocumentWords } from './words.ts';

/** Code and rate as one word, such as “SST 8 %”. */
const taxLabel = (code: string, ratePct: string | null): string => [code, ratePct === null ? '' : `${ratePct} %`].filter(Boolean).join(' ');

/** The treatment in words; a code that has none stays as it is. */
const told = (treatment: string | null, { treatments }: DocumentWords['own']): string | null =>
  treatment !== null && Object.hasOwn(treatments, treatment) ? treatments[treatment as keyof typeof treatments] : treatment;

/** The register of invoices and credit notes of a range. */
export function invoiceRegisterDocument(read: ReadDb, input: RegisterInput, language: DocumentLanguage): Document {
  const data = registerData(read, input);
  const words = documentWords(language);
  const { own, common } = words;
  const totals = registerTotals(data.entries);
  const columns = [
    text('number', common.number, 24),
    text('kind', common.kind, 13),
    text('type', own.type, 12),
    date('date', common.date),
    date('issued', own.issuedOn),
    date('due', common.due),
    text('period', own.period, 12),
    text('vendor', common.vendor, 14),
    text('entity', common.entity, 18),
    text('country', own.country, 9),
    text('seller', own.seller, 26),
    text('sellerIds', own.sellerIds, 22),
    text('buyer', own.buyer, 26),
    text('buyerIds', own.buyerIds, 22),
    text('status', common.status, 14),
    text('currency', common.currency, 9),
    amounts('net', common.net),
    amounts('tax', common.tax),
    amounts('total', common.gross),
    text('taxes', own.taxes, 20),
    text('treatment', own.treatment, 18),
    amounts('byRule', own.byRule),
    amounts('difference', own.difference),
    text('rule', own.rule, 26),
    text('pack', own.pack, 22),
    text('basis', own.basis, 16),
    text('local', own.local, 9),
    amounts('localRate', own.localRate, 14),
    text('localOrigin', own.localOrigin, 14),
    amounts('localNet', own.localNet),
    amounts('localTax', own.localTax),
    amounts('localTotal', own.localTotal),
    text('credits', common.credits, 22),
    text('files', own.files, 66),
  ];
  const rows = data.entries.map(({ row: r }): Cell[] => [
    r.number,
    common.invoiceKind[r.kind],
    own.types[r.type],
    r.date,
    r.issued,
    r.due,
    r.period,
    common.vendors[r.vendor],
    r.entity,
    r.country,
    r.seller,
    r.sellerTaxIds.join('\n') || null,
    r.buyer,
    r.buyerTaxIds.join('\n') || null,
    common.invoiceStatus[r.status],
    r.currency,
    r.net,
    r.tax,
    r.total,
    r.taxes.map((t) => taxLabel(t.code, t.ratePct)).join(', ') || null,
    told(r.treatment, own),
    r.byRule,
    r.difference,
    r.rule,
    r.pack,
    own.bases[r.basis],
    r.local?.currency ?? null,
    r.local?.rate ?? null,
    r.local ? own.origins[r.local.origin] : null,
    r.local?.net ?? null,
    r.local?.tax ?? null,
    r.local?.total ?? null,
    r.credits,
    r.files.join('\n') || null,
  ]);
  const at = (id: string): number => columns.findIndex((c) => c.id === id);
  const below = totals.map((t): Cell[] => {
    const line: Cell[] = columns.map(() => null);
    line[0] = common.totalOf;
    for (const [id, value] of [
      ['kind', common.invoiceKind[t.kind]],
      ['currency', t.currency],
      ['net', t.net],
      ['tax', t.tax],
      ['total', t.total],
    ] as const)
      line[at(id)] = value;
    return line;
  });
  const sheet: Sheet = {
    id: 'register',
    title: own.invoiceRegister,
    columns,
    rows,
    totals: below,
    by: ['kind', 'currency'],
    across: [
      { column: 'total', plus: ['net', 'tax'] },
      { column: 'difference', plus: ['tax'], minus: ['byRule'] },
    ],
  };
  const local: Sheet = {
    id: 'local',
    title: own.local,
    columns: [
      text('local', own.local, 12),
      amounts('localNet', own.localNet),
      amounts('localTax', own.localTax),
      amounts('localTotal', own.localTotal),
      count('missing', own.count),
    ],
    rows: localTotals(data.entries).map((l): Cell[] => [
      l.currency,
      l.net,
      l.tax,
      l.total,
      rows.filter((r) => r[at('local')] === l.currency).length,
    ]),
    totals: [],
  };
  return {
    ...shared(read, input, data, words, language),
    title: own.invoiceRegister,
    sheets: local.rows.length > 0 ? [sheet, local] : [sheet],
    flat: sheet,
    printed: [
      {
        table: sheet,
        columns: [
          'number',
          'kind',
          'date',
          'due',
          'vendor',
          'seller',
          'status',
          'currency',
          'net',
          'tax',
          'total',
          'taxes',
          'byRule',
          'difference',
          'basis',
        ],
      },
      ...(local.rows.length > 0 ? [{ table: local, columns: local.columns.map((c) => c.id) }] : []),
    ],
  };
}

/** The register of taxes of a range: a row for each tax of each document. */
export function taxRegisterDocument(read: ReadDb, input: RegisterInput, language: DocumentLanguage): Document {
  const data = registerData(read, input);
  const words = documentWords(language);
  const { own, common } = words;
  const found = taxRows(data.entries);
  const columns = [
    text('number', common.number, 24),
    text('kind', common.kind, 13),
    date('date', common.date),
    text('period', own.period, 12),
    text('vendor', common.vendor, 14),
    text('status', common.status, 14),
    text('country', own.country, 9),
    text('tax', own.taxes, 20),
    text('treatment', own.treatment, 20),
    text('currency', common.currency, 9),
    amounts('base', own.base),
    amounts('ratePct', own.ratePct, 9),
    amounts('stated', own.stated),
    amounts('exact', own.exact),
    amounts('byRule', own.byRule),
    amounts('difference', own.difference),
    text('policy', own.policy, 16),
    text('rule', own.rule, 26),
    text('pack', own.pack, 22),
    text('basis', own.basis, 16),
    text('local', own.local, 9),
    amounts('localStated', own.localTax),
  ];
  const cells = (r: TaxRegisterRow): Cell[] => [
    r.number,
    common.invoiceKind[r.kind],
    r.date,
    r.period,
    common.vendors[r.vendor],
    common.invoiceStatus[r.status],
    r.country,
    taxLabel(r.code, r.ratePct) || null,
    told(r.treatment, own),
    r.currency,
    r.base,
    r.ratePct,
    r.stated,
    r.exact,
    r.byRule,
    r.difference,
    r.policy,
    r.rule,
    r.pack,
    own.bases[r.partBasis],
    r.localCurrency,
    r.localStated,
  ];
  const at = (id: string): number => columns.findIndex((c) => c.id === id);
  const below = taxTotals(found).map((t): Cell[] => {
    const line: Cell[] = columns.map(() => null);
    line[0] = common.totalOf;
    const put = {
      country: t.country,
      tax: taxLabel(t.code, t.ratePct) || null,
      treatment: told(t.treatment, own),
      currency: t.currency,
      base: t.base,
      stated: t.stated,
      byRule: t.byRule,
      difference: t.difference,
    };
    for (const [id, value] of Object.entries(put)) line[at(id)] = value;
    return line;
  });
  const sheet: Sheet = {
    id: 'taxes',
    title: own.taxRegister,
    columns,
    rows: found.map(cells),
    totals: below,
    by: ['country', 'tax', 'treatment', 'currency'],
    across: [{ column: 'difference', plus: ['stated'], minus: ['byRule'] }],
  };
  const wanted = [
    'number',
    'date',
    'vendor',
    'status',
    'country',
    'tax',
    'treatment',
    'currency',
    'base',
    'stated',
    'byRule',
    'difference',
    'rule',
    'basis',
  ];
  return {
    ...shared(read, input, data, words, language),
    title: own.taxRegister,
    sheets: [sheet],
    flat: sheet,
    printed: [{ table: sheet, columns: wanted }],
  };
}

function shared(
  read: ReadDb,
  input: RegisterInput,
  data: RegisterData,
  words: DocumentWords,
  language: DocumentLanguage,
): Omit<Document, 'title' | 'sheets' | 'flat' | 'printed'> {
  const { own, common } = words;
  const book = ofBook(read);
  const { from, to, basis, country, direction } = input;
  const range = basis === 'date' ? `${from} – ${to}` : `${from.slice(0, 7)} – ${to.slice(0, 7)}`;
  return {
    ...book,
    words,
    language,
    range,
    last: to,
    facts: [
      [common.company, book.profile.company || common.none],
      [basis === 'date' ? own.range : own.months, range],
      [own.direction, own[direction]],
      [
        own.country,
        country === null ? data.countries.join(', ') || common.none : countryName(country, language === 'zh-CN' ? 'zh-CN' : 'en'),
      ],
    ],
    notes: [
      own.note.voids,
      own.note.rule,
      ...(data.withoutPeriod > 0 ? [fill(own.note.withoutPeriod, { count: data.withoutPeriod })] : []),
    ],
  };
}
