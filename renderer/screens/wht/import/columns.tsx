import type { ImportPreview, ImportRow } from '../../../../services/contract/wht-import.ts';
import { useWords } from '../../../i18n/index.ts';
import { useTell } from '../../../i18n/told.ts';
import type words from '../../../i18n/en/whtImport.json';
import { StatusMark, type DataColumn, type Mark } from '../../../ui/index.ts';
import { isNew, keyOf, linesOf, residualOf, type Choices } from './choice.ts';

const MARKS: Readonly<Record<ImportRow['state'], Mark>> = {
  matched: 'pass',
  several: 'due',
  none: 'missing',
  known: 'explained',
  ignored: 'explained',
  rejected: 'fail',
};

/** The state of a row by glyph, colour and word. */
export function RowState({ row }: { row: ImportRow }) {
  const t = useWords<typeof words>('whtImport');
  const differs = row.state === 'known' && (row.known?.differences.length ?? 0) > 0;
  return <StatusMark mark={differs ? 'due' : MARKS[row.state]} label={differs ? t('differs') : t(`state.${row.state}`)} />;
}

/** The other party's name, else its tax number. */
export const otherOf = ({ certificate: c }: ImportRow): string => {
  const other = c && (c.side === 'payer' ? c.payee : c.payer);
  return other?.name ?? other?.taxId ?? '';
};

/** Row, state, what the row says, and what is chosen for it. */
export function useRowColumns(preview: ImportPreview, choices: Choices): DataColumn<ImportRow>[] {
  const t = useWords<typeof words>('whtImport');
  const tell = useTell();
  const numbered = preview.columns.find((c) => c.field === 'number')?.header;
  // A row that cannot be read still shows what stands in the column of numbers.
  const numberOf = (row: ImportRow): string => row.certificate?.number ?? (numbered === undefined ? '' : (row.figures[numbered] ?? ''));
  const currencies = [...new Set(preview.rows.flatMap((r) => r.certificate?.currency ?? []))];
  const currency = currencies.length === 1 ? currencies[0]! : null;
  const say = (row: ImportRow): string => {
    const [trouble] = row.troubles;
    if (trouble) return tell.notice(trouble).message;
    if (row.why && !row.known) return tell.sentence(row.why);
    if (row.known) return row.known.differences[0] ? tell.sentence(row.known.differences[0]) : t('knownAs', { number: row.known.number });
    const best = row.proposals[0];
    const reasons = (best?.reasons ?? []).filter((r) => (best!.blocked ? r.weight < 0 : r.weight > 0));
    return reasons[0] ? tell.sentence(reasons[0].said) : row.remarks[0] ? tell.sentence(row.remarks[0].said) : '';
  };
  const chosenOf = (row: ImportRow): string => {
    const choice = choices[keyOf(row)];
    return choice
      ? linesOf(row, choice)
          .map((l) => l.invoice)
          .join(', ') || t('withoutInvoice')
      : '';
  };
  return [
    { id: 'row', header: t('column.row'), kind: 'count', value: (r) => keyOf(r), width: 52 },
    { id: 'state', header: t('column.state'), value: (r) => r.state, render: (r) => <RowState row={r} />, width: 116 },
    { id: 'number', header: t('column.number'), kind: 'ident', value: numberOf, width: 140 },
    { id: 'date', header: t('column.date'), kind: 'date', value: (r) => r.certificate?.date ?? '' },
    { id: 'other', header: t('column.other'), value: otherOf, width: 130 },
    { id: 'reference', header: t('column.reference'), value: (r) => r.certificate?.reference ?? '', width: 104 },
    ...(currency === null
      ? [{ id: 'currency', header: t('column.currency'), value: (r: ImportRow) => r.certificate?.currency ?? '', width: 56 }]
      : []),
    { id: 'base', header: t('column.base'), kind: 'amount', currency, hidden: true, value: (r) => r.certificate?.base ?? null },
    { id: 'tax', header: t('column.tax'), kind: 'amount', currency, width: 108, value: (r) => r.certificate?.total ?? null },
    { id: 'chosen', header: t('column.chosen'), value: chosenOf, width: 110 },
    {
      id: 'residual',
      header: t('column.residual'),
      kind: 'amount',
      currency,
      width: 96,
      hidden: true,
      value: (r) => (choices[keyOf(r)] && isNew(r) ? residualOf(r, choices[keyOf(r)]!) : ''),
    },
    { id: 'why', header: t('column.why'), value: say, grow: true, width: 220 },
  ];
}
