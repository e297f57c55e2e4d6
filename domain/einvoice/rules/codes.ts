import { say } from '../../words/said.ts';
import {
  ALLOWANCE_REASONS,
  ATTACHMENT_TYPES,
  CHARGE_REASONS,
  CREDIT_NOTE_TYPES,
  EXEMPTION_REASONS,
  INVOICE_TYPES,
  NOTE_SUBJECTS,
  PAYMENT_MEANS,
  TAX_CATEGORIES,
  TAX_POINTS,
} from '../codes/documents.ts';
import { ITEM_LISTS, OBJECT_SCHEMES } from '../codes/items.ts';
import { ADDRESS_SCHEMES, COUNTRIES, CURRENCIES, ID_SCHEMES } from '../codes/places.ts';
import { UNITS } from '../codes/units.ts';
import type { Rule, Subject } from '../finding.ts';

/** A rule that holds coded values to their list. */
const rule = (
  n: string,
  terms: string,
  list: string,
  zh: string,
  codes: ReadonlySet<string> | ((code: string, s: Subject) => boolean),
): Rule => ({
  id: `BR-CL-${n}`,
  severity: 'fatal',
  terms: terms.split(' '),
  says: { en: `${terms.split(' ').join(', ')}: the code is one of ${list}.`, zh: `${terms.split(' ').join('、')}：代码须属于${zh}。` },
  *check(s) {
    for (const { rule: id, code, path, place } of s.codes) {
      if (id !== `BR-CL-${n}`) continue;
      const known = typeof codes === 'function' ? codes(code, s) : codes.has(code);
      if (!known) yield { path, detail: say`“${{ code: code.slice(0, 40) }}” is not one of them.`, ...(place && { place }) };
    }
  },
});

/** In CII an invoice and a credit note are one kind of document; UBL has a root for each. */
const isType = (code: string, { invoice, syntax }: Subject): boolean =>
  syntax === 'cii'
    ? INVOICE_TYPES.has(code) || CREDIT_NOTE_TYPES.has(code)
    : (invoice.kind === 'credit-note' ? CREDIT_NOTE_TYPES : INVOICE_TYPES).has(code);

const currencies = ['ISO 4217', ' ISO 4217'] as const;
const registers = ['the identifier schemes of ISO/IEC 6523 (ICD)', ' ISO/IEC 6523（ICD）标识体系'] as const;

/** Code lists (validation rules of EN 16931, BR-CL-*). */
export const CODES: readonly Rule[] = [
  rule('01', 'BT-3', 'the document types of UNCL 1001 that its kind may have', '该类单据可用的 UNCL 1001 单据类型', isType),
  rule('03', 'BT-5', ...currencies, CURRENCIES),
  rule('04', 'BT-5', ...currencies, CURRENCIES),
  rule('05', 'BT-6', ...currencies, CURRENCIES),
  rule('06', 'BT-8', 'UNCL 2005 as restricted: 3, 35, 432', ' UNCL 2005 限定值：3、35、432', TAX_POINTS),
  rule('07', 'BT-18 BT-128', 'UNCL 1153', ' UNCL 1153', OBJECT_SCHEMES),
  rule('08', 'BT-21', 'UNCL 4451', ' UNCL 4451', NOTE_SUBJECTS),
  rule('10', 'BT-29 BT-46 BT-60', ...registers, ID_SCHEMES),
  rule('11', 'BT-30 BT-47 BT-61', ...registers, ID_SCHEMES),
  rule('13', 'BT-158', 'UNCL 7143', ' UNCL 7143', ITEM_LISTS),
  rule('14', 'BT-40 BT-55 BT-69 BT-80', 'ISO 3166-1', ' ISO 3166-1', COUNTRIES),
  rule('15', 'BT-159', 'ISO 3166-1', ' ISO 3166-1', COUNTRIES),
  rule('16', 'BT-81', 'UNCL 4461', ' UNCL 4461', PAYMENT_MEANS),
  rule('17', 'BT-95 BT-102 BT-118', 'UNCL 5305 as restricted', ' UNCL 5305 限定值', TAX_CATEGORIES),
  rule('18', 'BT-151', 'UNCL 5305 as restricted', ' UNCL 5305 限定值', TAX_CATEGORIES),
  rule('19', 'BT-98 BT-140', 'UNCL 5189 as restricted', ' UNCL 5189 限定值', ALLOWANCE_REASONS),
  rule('20', 'BT-105 BT-145', 'UNCL 7161', ' UNCL 7161', CHARGE_REASONS),
  rule('21', 'BT-157', ...registers, ID_SCHEMES),
  rule('22', 'BT-121', 'VATEX', ' VATEX', (code) => EXEMPTION_REASONS.has(code.toUpperCase())),
  rule('23', 'BT-130 BT-150', 'UN/ECE Recommendations 20 and 21', '联合国欧洲经济委员会第 20、21 号建议书', UNITS),
  rule('24', 'BT-125', 'the media types that attachments may have', '附件允许的媒体类型', ATTACHMENT_TYPES),
  rule('25', 'BT-34 BT-49', 'the electronic address schemes (EAS)', '电子地址体系（EAS）', ADDRESS_SCHEMES),
  rule('26', 'BT-71', ...registers, ID_SCHEMES),
];
