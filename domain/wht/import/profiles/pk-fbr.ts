import { USUAL, type ImportProfile } from '../profile.ts';

/** A withholding statement (section 165 of the Income Tax Ordinance) or a list of CPRs: whole rupees, dates as YYYYMMDD. */
export const pkFbr: ImportProfile = {
  ...USUAL,
  id: 'pk-fbr',
  title: { en: 'Pakistan: FBR withholding statement and CPR list', zh: '巴基斯坦：FBR 预扣税申报表与 CPR 清单' },
  country: 'PK',
  form: 'PK-CPR',
  currency: 'PKR',
  issuer: 'Federal Board of Revenue',
  taxIds: { payer: 'NTN', payee: 'NTN' },
  columns: [
    {
      field: 'number',
      headers: ['CPR No', 'CPR_No'],
      own: ['CPR', 'CPR Number', 'Computerized Payment Receipt', 'Certificate Number', '缴款收据号'],
    },
    { field: 'date', headers: ['Certificate Date', 'Certificate_Date'], own: ['CPR Date', 'Date of CPR'] },
    { field: 'payeeTaxId', headers: ["Taxpayer's NTN/FTN", 'TaxPayer_NTN', "Taxpayer's NTN"], own: ['NTN', 'NTN/CNIC'] },
    { field: 'payeeName', headers: ["Taxpayer's Name", 'TaxPayer_Name'] },
    { field: 'payerTaxId', headers: [], own: ['Withholding Agent NTN', 'Agent NTN', 'Withholder NTN'] },
    { field: 'payerName', headers: [], own: ['Withholding Agent', 'Withholding Agent Name', 'Withholder Name'] },
    { field: 'description', headers: ['Payment Nature', 'Payment_Nature'] },
    { field: 'code', headers: ['Payment Section Code', 'Payment_Section_Code', 'Payment Section'], own: ['Section'] },
    { field: 'paid', headers: ['Payment Date', 'Payment_Date'] },
    { field: 'base', headers: ['Payment Amount', 'Taxable_Amount', 'Taxable Amount'], own: ['Payment_Amount'] },
    { field: 'rate', headers: ['Tax Rate'], own: ['Tax_Rate'] },
    { field: 'tax', headers: ['Tax_Amount', 'Tax Amount'], own: ['Tax Deducted Amount', 'Amount of Tax Deducted'] },
    { field: 'remitted', headers: ['Deposit_Date', 'Deposit Date'] },
    { field: 'invoice', headers: [], own: ['Invoice No', 'Invoice Number', 'Invoice', '发票号码'] },
  ],
  required: ['code', 'tax'],
  dates: 'ymd',
  decimal: '.',
  lines: 'many',
  datedBy: ['date', 'remitted', 'paid'],
  source: {
    en: 'Columns of the withholding statement in the data validation checks of e-FBR (section 165), and of the payment template of the same board.',
    zh: '列名取自 e-FBR 第 165 条申报表的数据校验说明，以及该局的缴款模板。',
  },
  certainty: 'explicit',
};
