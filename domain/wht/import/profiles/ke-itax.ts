import { USUAL, type ImportProfile } from '../profile.ts';

/** Withholding certificates as the taxpayer's page of iTax lists them; income tax and VAT lists have the same columns. */
export const keItax: ImportProfile = {
  ...USUAL,
  id: 'ke-itax',
  title: { en: 'Kenya: iTax withholding certificates', zh: '肯尼亚：iTax 预扣税凭证清单' },
  country: 'KE',
  form: 'KE-ITAX',
  currency: 'KES',
  issuer: 'Kenya Revenue Authority',
  taxIds: { payer: 'PIN', payee: 'PIN' },
  columns: [
    {
      field: 'number',
      headers: ['WHT Certificate No', 'WHT Certificate No.'],
      own: ['Certificate No', 'Certificate Number', 'Withholding Certificate Number', 'Certificate Serial Number', '凭证号码'],
    },
    { field: 'date', headers: ['Certificate Date'], own: ['Date of Certificate', 'Issue Date', '凭证日期'] },
    { field: 'payerName', headers: ['Withholder Name', 'Name of Withholder'], own: ['Withholding Agent', 'Withholding Agent Name'] },
    { field: 'payerTaxId', headers: ['Withholder PIN', 'PIN of Withholder'], own: ['Withholding Agent PIN'] },
    { field: 'payeeName', headers: ['Withholdee Name', 'Name of Withholdee'] },
    { field: 'payeeTaxId', headers: ['Withholdee PIN', 'PIN of Withholdee'] },
    { field: 'invoice', headers: ['Invoice No', 'Invoice No.', 'Invoice Number'], own: ['Invoice Reference', '发票号码'] },
    { field: 'base', headers: ['Invoice Amount (Exclusive of VAT)'], own: ['Gross Amount', 'Gross Amount (KES)', 'Taxable Amount'] },
    { field: 'rate', headers: [], own: ['WHT Rate', 'Tax Rate', 'Rate'] },
    {
      field: 'tax',
      headers: ['VAT Withholding Amount'],
      own: ['WHT Amount', 'Withholding Tax Amount', 'Tax Withheld', 'Amount of Tax Withheld', 'Withheld Amount'],
    },
    { field: 'description', headers: [], own: ['Nature of Transaction', 'Nature of Payment'] },
    { field: 'paid', headers: [], own: ['Payment Date', 'Date of Payment'] },
    { field: 'remittance', headers: [], own: ['PRN', 'Payment Registration Number', 'Payment Reference Number'] },
    { field: 'state', headers: ['Status'], own: ['Certificate Status'] },
  ],
  required: ['number', 'tax'],
  dates: 'dmy',
  decimal: '.',
  source: {
    en: 'Column names as public bookkeeping add-ons for Kenya name them when they take the list of iTax over; the authority prints no description of it.',
    zh: '列名取自公开的肯尼亚记账插件（它们接收 iTax 清单）；税局没有公布该清单的说明。',
  },
  certainty: 'secondary',
};
