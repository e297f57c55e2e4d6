import { USUAL, type ImportProfile } from '../profile.ts';

/** A spreadsheet of one's own: common words for the columns, nothing assumed that a cell does not say. */
export const generic: ImportProfile = {
  ...USUAL,
  id: 'generic',
  title: { en: 'Any list of certificates', zh: '任意凭证清单' },
  country: null,
  form: null,
  currency: null,
  columns: [
    {
      field: 'number',
      headers: [],
      own: ['Certificate', 'Certificate No', 'Certificate Number', 'WHT Certificate', 'Number', '凭证号码', '凭证号', 'WHT凭证号'],
    },
    { field: 'date', headers: [], own: ['Certificate Date', 'Date', 'Issue Date', '凭证日期', '日期', '签发日期'] },
    { field: 'issuer', headers: [], own: ['Issuer', 'Issued By', 'Authority', '签发方', '签发机构'] },
    {
      field: 'payerName',
      headers: [],
      own: ['Payer', 'Payer Name', 'Withholder', 'Withholding Agent', '付款方', '付款方名称', '扣缴义务人'],
    },
    { field: 'payerTaxId', headers: [], own: ['Payer Tax ID', 'Payer TIN', 'Payer Tax Number', '付款方税号', '扣缴义务人税号'] },
    {
      field: 'payeeName',
      headers: [],
      own: ['Payee', 'Payee Name', 'Vendor', 'Supplier', 'Beneficiary', '收款方', '收款方名称', '供应商'],
    },
    {
      field: 'payeeTaxId',
      headers: [],
      own: ['Payee Tax ID', 'Payee TIN', 'Vendor Tax ID', 'Payee Tax Number', '收款方税号', '供应商税号'],
    },
    {
      field: 'invoice',
      headers: [],
      own: ['Invoice', 'Invoice No', 'Invoice Number', 'Invoices', 'Reference', '发票', '发票号', '发票号码'],
    },
    { field: 'base', headers: [], own: ['Base', 'Taxable Amount', 'Gross Amount', 'Amount', '计税基数', '计税金额', '金额'] },
    { field: 'rate', headers: [], own: ['Rate', 'Tax Rate', 'WHT Rate', '税率'] },
    {
      field: 'tax',
      headers: [],
      own: ['Tax', 'Tax Withheld', 'WHT', 'WHT Amount', 'Withheld', 'Withholding Tax', '代扣税额', '预扣税', '税额'],
    },
    { field: 'currency', headers: [], own: ['Currency', 'Ccy', '币种', '货币'] },
    { field: 'code', headers: [], own: ['Code', 'Income Code', '所得代码', '代码'] },
    { field: 'description', headers: [], own: ['Description', 'Nature', 'Kind of Income', '说明', '所得种类'] },
    { field: 'paid', headers: [], own: ['Payment Date', 'Paid', 'Paid On', '付款日期', '付款日'] },
    { field: 'first', headers: [], own: ['Period From', 'From', '所属期起'] },
    { field: 'last', headers: [], own: ['Period To', 'To', '所属期止'] },
    { field: 'period', headers: [], own: ['Period', 'Month', 'Quarter', '所属期', '月份', '季度'] },
    { field: 'remittance', headers: [], own: ['Remittance', 'Receipt', 'Challan', 'Remittance Reference', '缴款凭证号'] },
    { field: 'remitted', headers: [], own: ['Remittance Date', 'Remitted', '缴款日期'] },
    { field: 'state', headers: [], own: ['Status', '状态'] },
  ],
  required: ['tax'],
  source: { en: 'Our own convention.', zh: '我们自己的约定。' },
  certainty: 'memory',
};
