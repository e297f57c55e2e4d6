import { USUAL, type ImportProfile } from '../profile.ts';

/** Credit notes of TaxPro-Max, or the schedule of beneficiaries from which they are made. */
export const ngTaxProMax: ImportProfile = {
  ...USUAL,
  id: 'ng-taxpromax',
  title: { en: 'Nigeria: TaxPro-Max credit notes', zh: '尼日利亚：TaxPro-Max 税收抵免单' },
  country: 'NG',
  form: 'NG-CREDIT-NOTE',
  currency: 'NGN',
  issuer: 'Federal Inland Revenue Service',
  columns: [
    { field: 'number', headers: [], own: ['Credit Note No', 'Credit Note Number', 'WHT Credit Note No', 'Credit Note', '抵免单号'] },
    { field: 'date', headers: [], own: ['Credit Note Date', 'Date Issued', 'Issue Date'] },
    { field: 'payeeName', headers: ['Beneficiary Name'], own: ['Name of Beneficiary'] },
    { field: 'payeeTaxId', headers: ['Beneficiary TIN'], own: ['TIN of Beneficiary'] },
    { field: 'payerName', headers: [], own: ['Deductor Name', 'Name of Deductor', 'Taxpayer Name'] },
    { field: 'payerTaxId', headers: [], own: ['Deductor TIN', 'Taxpayer TIN'] },
    { field: 'description', headers: ['Nature of Transaction'], own: ['Contract Type', 'Transaction Type'] },
    { field: 'invoice', headers: ['Invoice Number'], own: ['Invoice No', 'Contract/Invoice Number', '发票号码'] },
    { field: 'base', headers: ['Gross Amount (NGN)', 'Gross Amount'], own: ['Contract Amount'] },
    { field: 'rate', headers: ['WHT Rate (%)', 'WHT Rate'] },
    { field: 'tax', headers: ['WHT Amount (NGN)', 'WHT Amount'], own: ['Amount Withheld'] },
    { field: 'paid', headers: ['Date Deducted'], own: ['Payment Date'] },
    { field: 'period', headers: [], own: ['Period', 'Month', 'Tax Period'] },
    { field: 'remittance', headers: [], own: ['Receipt Number', 'Payment Reference', 'Remittance Receipt Number'] },
    { field: 'state', headers: [], own: ['Status'] },
    { field: 'currency', headers: [], own: ['Currency'] },
  ],
  required: ['payeeTaxId', 'tax'],
  dates: null,
  decimal: '.',
  source: {
    en: 'Columns of the schedule of beneficiaries as a public treasury system writes it for the portal; those of the credit note itself are our own reading.',
    zh: '受益人明细表的列名取自一个公开的财政系统（为该门户生成文件）；抵免单本身的列名为我们自己的理解。',
  },
  certainty: 'secondary',
};
