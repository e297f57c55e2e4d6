import { USUAL, type ImportProfile } from '../profile.ts';

/** Part A (since 2022: Part I) of Form 26AS as a table: one row a transaction; it carries no certificate number. */
export const in26as: ImportProfile = {
  ...USUAL,
  id: 'in-26as',
  title: { en: 'India: Form 26AS, Part A (TRACES)', zh: '印度：26AS 表 A 部分（TRACES）' },
  country: 'IN',
  form: 'IN-16A',
  side: 'payee',
  currency: 'INR',
  taxIds: { payer: 'TAN', payee: 'PAN' },
  columns: [
    { field: 'number', headers: [], own: ['Certificate Number', 'TDS Certificate Number', 'Form 16A Number', '凭证号码'] },
    { field: 'payerName', headers: ['Name of Deductor', 'Deductor Name'], own: ['Name of the Deductor'] },
    { field: 'payerTaxId', headers: ['TAN of Deductor', 'TAN'], own: ['TAN of the Deductor'] },
    { field: 'payeeTaxId', headers: ['PAN of Deductee', 'PAN of Assessee'] },
    { field: 'code', headers: ['Section'], own: ['TDS Section'] },
    { field: 'paid', headers: ['Transaction Date', 'Date of Payment/Credit'] },
    { field: 'state', headers: ['Status of Booking'] },
    { field: 'remitted', headers: ['Date of Booking', 'Booking Date'] },
    { field: 'base', headers: ['Amount Paid/Credited', 'Amount Paid / Credited', 'Amount Credited'], own: ['Amount Paid/Credited (Rs.)'] },
    { field: 'tax', headers: ['Tax Deducted'], own: ['Tax Deducted (Rs.)'] },
    { field: 'invoice', headers: ['Invoice Number'], own: ['Invoice No'] },
    { field: 'description', headers: ['Remarks'] },
  ],
  required: ['payerTaxId', 'paid', 'tax'],
  dates: 'dmy',
  decimal: '.',
  datedBy: ['date', 'remitted', 'paid'],
  yearFrom: 4,
  // F final, P provisional, M matched, U unmatched, O overbooked, Z mismatch: a letter beside each transaction.
  states: { ...USUAL.states, f: 'valid', m: 'valid', p: 'pending', u: 'pending', o: 'pending', z: 'pending' },
  source: {
    en: 'Column names of Part A as several public readers of Form 26AS name them; letters of the booking as the form explains them.',
    zh: 'A 部分列名取自多个公开的 26AS 读取程序；入账状态字母依表内说明。',
  },
  certainty: 'secondary',
};
