import { formById } from '../../../domain/wht/forms/index.ts';
import { tell } from '../../../domain/words/tell.ts';
import type { WhtRegisterRow } from '../../contract/wht-registers.ts';
import type { DocumentLanguage } from '../../statements/export/words.ts';
import { amounts, count, date, text, type Cell, type Column } from '../../reports/tables/model.ts';
import type { WhtWords } from './words.ts';

/** What a form is called on a desk; its id where this edition does not know it. */
export const formLabel = (id: string | null): string | null => (id === null ? null : (formById(id)?.short ?? id));

export const categoryLabel = (category: WhtRegisterRow['category'], { wht }: WhtWords): string | null =>
  category === null ? null : wht.categories[category];

/** A column with its value in a row. */
export interface Told {
  column: Column;
  value: (row: WhtRegisterRow) => Cell;
}

/** Every column of the register in its order. */
export function toldColumns(words: WhtWords, language: DocumentLanguage): Told[] {
  const { wht, common, own } = words;
  const tongue = language === 'zh-CN' ? 'zh-CN' : 'en';
  const of = (column: Column, value: Told['value']): Told => ({ column, value });
  const lines = (texts: readonly string[]): string | null => texts.join('\n') || null;
  return [
    of(text('number', common.number, 22), (r) => r.number),
    of(count('line', wht.line, 7), (r) => r.line),
    of(text('standing', wht.standing, 10), (r) => wht.standings[r.standing]),
    of(text('status', common.status, 12), (r) => common.certificateStatus[r.status]),
    of(text('issuer', common.issuer, 20), (r) => r.issuer || null),
    of(date('date', common.date), (r) => r.date),
    of(date('first', wht.first), (r) => r.first),
    of(date('last', wht.last), (r) => r.last),
    of(date('paid', wht.paid), (r) => r.paid),
    of(text('remittance', wht.remittance, 20), (r) => r.remittance || null),
    of(date('remitted', wht.remitted), (r) => r.remitted),
    of(date('submitted', wht.submitted), (r) => r.submitted),
    of(date('decided', wht.decided), (r) => r.decided),
    of(text('side', wht.side, 16), (r) => wht.sides[r.side]),
    of(text('country', own.country, 9), (r) => r.country),
    of(text('form', wht.form, 14), (r) => formLabel(r.form)),
    of(text('payer', wht.payer, 26), (r) => r.payer),
    of(text('payerIds', wht.payerIds, 20), (r) => lines(r.payerTaxIds)),
    of(text('payee', wht.payee, 26), (r) => r.payee),
    of(text('payeeIds', wht.payeeIds, 20), (r) => lines(r.payeeTaxIds)),
    of(text('party', wht.party, 26), (r) => (r.side === 'payer' ? r.payee : r.payer)),
    of(text('category', wht.category, 18), (r) => categoryLabel(r.category, words)),
    of(text('code', wht.code, 11), (r) => r.code),
    of(text('description', wht.description, 24), (r) => r.description || null),
    of(text('currency', common.currency, 9), (r) => r.currency),
    of(amounts('base', wht.base), (r) => r.base),
    of(amounts('rate', wht.rate, 9), (r) => r.rate),
    of(amounts('tax', wht.tax), (r) => r.tax),
    of(amounts('byRate', wht.byRate), (r) => r.byRate),
    of(amounts('difference', wht.difference), (r) => r.difference),
    of(amounts('total', wht.total), (r) => r.total),
    of(text('invoice', common.invoice, 22), (r) => r.invoice),
    of(date('invoiceDate', wht.invoiceDate), (r) => r.invoiceDate),
    of(text('invoiceCurrency', common.invoiceCurrency, 9), (r) => r.invoiceCurrency),
    of(amounts('invoiceNet', common.invoiceNet), (r) => r.invoiceNet),
    of(amounts('invoiceTotal', common.invoiceTotal), (r) => r.invoiceTotal),
    of(amounts('amount', wht.amount), (r) => r.amount),
    of(amounts('fx', wht.fx, 14), (r) => r.fx?.rate ?? null),
    of(date('fxDate', wht.fxDate), (r) => r.fx?.date ?? null),
    of(text('fxSource', wht.fxSource, 16), (r) => r.fx?.source ?? null),
    of(amounts('payAmount', wht.payAmount), (r) => r.payAmount),
    of(text('replaces', wht.replaces, 18), (r) => r.replaces),
    of(text('replacedBy', wht.replacedBy, 18), (r) => r.replacedBy),
    of(text('files', own.files, 66), (r) => lines(r.files.map((f) => `${f.name} ${f.sha256}`))),
    of(text('remarks', common.remarks, 50), (r) => lines(r.remarks.map((said) => tell(said, tongue)))),
    of(text('note', common.note, 30), (r) => r.note || null),
  ];
}
