import type { Layout, LayoutColumn, PndKind } from '../layout.ts';

const ADDRESS: readonly LayoutColumn[] = [
  { head: 'ที่อยู่', field: 'payee.street' },
  { head: 'ที่อยู่ (ต่อ)', field: 'payee.street2' },
  { head: 'อำเภอ/เขต', field: 'payee.city' },
  { head: 'จังหวัด', field: 'payee.province' },
  { head: 'รหัสไปรษณีย์', field: 'payee.postcode' },
];
const PAYMENT: readonly LayoutColumn[] = [
  { head: 'วันเดือนปีที่จ่าย', field: 'paid.buddhist' },
  { head: 'ประเภทเงินได้', field: 'income.text' },
  { head: 'อัตราภาษีร้อยละ', field: 'income.rate' },
  { head: 'จำนวนเงินที่จ่าย', field: 'income.base' },
  { head: 'ภาษีที่หัก', field: 'income.tax' },
  { head: 'เงื่อนไข', field: 'condition' },
];
const NAMES: Record<PndKind, readonly LayoutColumn[]> = {
  '3': [
    { head: 'ชื่อ', field: 'payee.first' },
    { head: 'นามสกุล', field: 'payee.last' },
  ],
  '53': [{ head: 'ชื่อผู้มีเงินได้', field: 'payee.name' }],
  '54': [{ head: 'ชื่อผู้มีเงินได้', field: 'payee.name' }],
};
const pnd = (kind: PndKind, rest: Pick<Layout, 'certainty' | 'source' | 'payee'>): Layout => ({
  id: `TH-PND-${kind}`,
  name: { en: `PND ${kind} attachment`, zh: `泰国 PND ${kind} 附表` },
  country: 'TH',
  currency: 'THB',
  span: 'month',
  columns: [
    { head: 'ลำดับที่', field: 'sequence' },
    { head: 'เลขประจำตัวผู้เสียภาษี', field: kind === '54' ? 'payee.thai-id-if-any' : 'payee.thai-id' },
    { head: 'สาขาที่', field: 'payee.thai-branch' },
    { head: 'คำนำหน้าชื่อ', field: 'payee.title' },
    ...NAMES[kind],
    ...ADDRESS,
    ...PAYMENT,
  ],
  ...rest,
});

const OCA = 'OCA l10n-thailand, module l10n_th_account_tax_report: text layout of PND 3 and 53, as RD Prep reads it in';

/** Attachments (ใบแนบ) of the Thai returns: 17 columns for individuals, 16 for companies. */
export const THAILAND: readonly Layout[] = [
  pnd('3', { payee: 'resident', source: OCA, certainty: 'program' }),
  pnd('53', { payee: 'resident', source: OCA, certainty: 'program' }),
  // One program sends PND 54 through the columns of 53; the authority's own text layout of it was not found.
  pnd('54', { payee: 'foreign', source: 'The columns of PND 53', certainty: 'one-program' }),
];
