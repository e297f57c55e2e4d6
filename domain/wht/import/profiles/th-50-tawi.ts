import { USUAL, type ImportProfile } from '../profile.ts';

/** Lists of 50 Tawi certificates as Thai bookkeeping programs print them, and of e-Withholding Tax as a bank confirms it. */
export const th50Tawi: ImportProfile = {
  ...USUAL,
  id: 'th-50-tawi',
  title: { en: 'Thailand: list of 50 Tawi certificates or e-WHT', zh: '泰国：50 Tawi 凭证或 e-WHT 清单' },
  country: 'TH',
  form: 'TH-50-TAWI',
  currency: 'THB',
  columns: [
    { field: 'book', headers: ['เล่มที่'], own: ['Book No', 'Book Number', '册号'] },
    {
      field: 'number',
      headers: ['เลขที่', 'เลขที่หนังสือรับรอง'],
      own: ['เลขที่เอกสาร', 'Certificate No', 'Certificate Number', 'WHT No', 'WHT Certificate No', 'e-WHT Reference', '凭证号码'],
    },
    { field: 'date', headers: [], own: ['วันที่', 'วันที่ออกหนังสือรับรอง', 'Certificate Date', 'Issue Date', 'Date', '凭证日期'] },
    { field: 'payerName', headers: [], own: ['ผู้จ่ายเงิน', 'ชื่อผู้จ่ายเงิน', 'ผู้มีหน้าที่หักภาษี ณ ที่จ่าย', 'Payer Name', 'Payer'] },
    { field: 'payerTaxId', headers: [], own: ['เลขประจำตัวผู้เสียภาษีของผู้จ่ายเงิน', 'เลขประจำตัวผู้เสียภาษีผู้จ่ายเงิน', 'Payer Tax ID'] },
    { field: 'payeeName', headers: [], own: ['ผู้ถูกหักภาษี ณ ที่จ่าย', 'ชื่อผู้ถูกหักภาษี', 'ผู้ถูกหักภาษี', 'ชื่อผู้มีเงินได้', 'Payee Name', 'Payee'] },
    { field: 'payeeTaxId', headers: ['เลขประจำตัวผู้เสียภาษี'], own: ['เลขประจำตัวผู้เสียภาษีอากร', 'เลขผู้เสียภาษี', 'Payee Tax ID', 'Tax ID'] },
    { field: 'description', headers: ['ประเภทเงินได้'], own: ['ประเภทเงินได้พึงประเมินที่จ่าย', 'Type of Income', 'Income Type'] },
    { field: 'code', headers: [], own: ['มาตรา', 'Income Code', 'Section'] },
    { field: 'paid', headers: ['วัน เดือน ปี ที่จ่าย'], own: ['วันที่จ่าย', 'วันที่จ่ายเงิน', 'Payment Date', 'Date Paid'] },
    { field: 'base', headers: ['จำนวนเงินที่จ่าย'], own: ['จำนวนเงินได้', 'จำนวนเงิน', 'Amount Paid', 'Amount', 'Base'] },
    { field: 'rate', headers: ['อัตราภาษี'], own: ['อัตราภาษีร้อยละ', 'Tax Rate', 'Rate'] },
    { field: 'tax', headers: ['ภาษีที่หักและนำส่งไว้'], own: ['ภาษีที่หัก', 'จำนวนภาษีที่หัก', 'ภาษีหัก ณ ที่จ่าย', 'Tax Withheld', 'WHT Amount'] },
    { field: 'invoice', headers: [], own: ['เอกสารอ้างอิง', 'เลขที่ใบแจ้งหนี้', 'อ้างอิง', 'Reference', 'Invoice No', 'Invoice', '发票号码'] },
    { field: 'remittance', headers: [], own: ['Bank Reference', 'เลขที่อ้างอิงธนาคาร'] },
    { field: 'state', headers: [], own: ['สถานะ', 'Status'] },
  ],
  required: ['number', 'tax'],
  dates: 'dmy',
  decimal: '.',
  lines: 'many',
  states: { ...USUAL.states, ปกติ: 'valid', อนุมัติ: 'valid', รออนุมัติ: 'pending', ยกเลิก: 'cancelled' },
  source: {
    en: 'Labels of the form of section 50 bis; names of a program’s columns are our own reading, for none publishes them.',
    zh: '第 50 条之二表格的栏目名称；程序的列名为我们自己的理解，因为没有程序公布。',
  },
  certainty: 'memory',
};
