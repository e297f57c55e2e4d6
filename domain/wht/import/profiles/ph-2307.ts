import { USUAL, type ImportProfile } from '../profile.ts';

/** Certificates 2307 as SAWT lists them, by withholding agent, ATC and return period; none of them has a number. */
export const ph2307: ImportProfile = {
  ...USUAL,
  id: 'ph-2307',
  title: { en: 'Philippines: list of 2307 certificates (SAWT)', zh: '菲律宾：2307 凭证清单（SAWT）' },
  country: 'PH',
  form: 'PH-2307',
  side: 'payee',
  currency: 'PHP',
  columns: [
    { field: 'number', headers: [], own: ['Certificate Number', 'Control Number', '凭证号码'] },
    {
      field: 'payerTaxId',
      headers: ['TIN_WA', 'TIN of Withholding Agent', 'Taxpayer Identification Number'],
      own: ['Payor TIN', 'TIN of Payor', 'TIN'],
    },
    {
      field: 'payerName',
      headers: ['REGISTERED_NAME_WA', 'Registered Name'],
      own: ["Payor's Name", 'Payor Name', 'Name of Withholding Agent'],
    },
    { field: 'payeeTaxId', headers: ['TIN_PAYEE'], own: ['Payee TIN'] },
    { field: 'payeeName', headers: ['REGISTERED_NAME_PAYEE'], own: ["Payee's Name", 'Payee Name'] },
    { field: 'period', headers: ['RETRN_PERIOD', 'Return Period'], own: ['Quarter', 'Period'] },
    { field: 'first', headers: ['For the Period From'], own: ['Period From', 'From'] },
    { field: 'last', headers: [], own: ['Period To', 'To'] },
    { field: 'code', headers: ['ATC_CODE', 'ATC'] },
    { field: 'description', headers: ['NATURE_INCOME', 'Nature of Income Payment'] },
    { field: 'rate', headers: ['TAX_RATE', 'TAX RATE', 'Rate of Tax'], own: ['Rate'] },
    { field: 'base', headers: ['TAX_BASE', 'Amount of Income Payment (Tax Base)', 'Amount of Income Payment'], own: ['Tax Base'] },
    { field: 'tax', headers: ['ACTUAL_AMT_WTHLD', 'Amount of Tax Withheld', 'Tax Withheld for the Quarter'], own: ['Tax Withheld'] },
    { field: 'date', headers: [], own: ['Date of Certificate', 'Date Received', 'Date Issued'] },
    { field: 'invoice', headers: [], own: ['Invoice Number', 'Invoice No', 'Invoice', '发票号码'] },
  ],
  required: ['payerTaxId', 'tax', 'code'],
  dates: 'mdy',
  decimal: '.',
  datedBy: ['date', 'last'],
  source: {
    en: 'Field names of the summary alphalist (SAWT) in the annex of RMC 3-2006 of the Bureau of Internal Revenue, and labels of form 2307.',
    zh: '字段名取自菲律宾税务局 RMC 3-2006 附件中的汇总清单（SAWT）及 2307 表的栏目名称。',
  },
  certainty: 'explicit',
};
