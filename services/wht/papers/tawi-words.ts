import type { Borne, TawiReturn } from '../../../domain/wht/paper-options.ts';
import type { Three } from './tawi-rows.ts';

const three = (th: string, en: string, zh: string): Three => ({ th, en, zh });

/** Words of the Thai certificate; the terms are those of the Revenue Code. */
export const TAWI_WORDS = {
  title: three(
    'หนังสือรับรองการหักภาษี ณ ที่จ่าย',
    'Withholding tax certificate under section 50 bis of the Revenue Code',
    '《税法典》第 50 条之二预提税凭证',
  ),
  law: three('ตามมาตรา 50 ทวิ แห่งประมวลรัษฎากร', '', ''),
  copy1: three(
    'ฉบับที่ 1 (สำหรับผู้ถูกหักภาษี ณ ที่จ่าย ใช้แนบพร้อมกับแบบแสดงรายการภาษี)',
    'Copy 1: payee, to go with the tax return',
    '第一联：收款方，随纳税申报表附送',
  ),
  copy2: three('ฉบับที่ 2 (สำหรับผู้ถูกหักภาษี ณ ที่จ่าย เก็บไว้เป็นหลักฐาน)', 'Copy 2: payee, to be kept as evidence', '第二联：收款方，留存为证据'),
  book: three('เล่มที่', 'Book', '册号'),
  number: three('เลขที่', 'No.', '编号'),
  payer: three('ผู้มีหน้าที่หักภาษี ณ ที่จ่าย', 'Payer, who withholds the tax', '扣缴义务人（付款方）'),
  payee: three('ผู้ถูกหักภาษี ณ ที่จ่าย', 'Payee, from whom it is withheld', '被扣缴人（收款方）'),
  taxId: three('เลขประจำตัวผู้เสียภาษีอากร (13 หลัก)', 'Tax number (13 digits)', '税号（13 位）'),
  name: three('ชื่อ', 'Name', '名称'),
  address: three('ที่อยู่', 'Address', '地址'),
  branch: three('สาขา', 'Branch', '分支机构'),
  headOffice: three('สำนักงานใหญ่', 'head office', '总部'),
  sequence: three('ลำดับที่', 'Sequence', '序号'),
  inReturn: three('ในแบบ', 'in return', '所属申报表'),
  kind: three('ประเภทเงินได้พึงประเมินที่จ่าย', 'Kind of income paid', '所得种类'),
  paid: three('วัน เดือน ปี ที่จ่าย', 'Date paid', '付款日期'),
  base: three('จำนวนเงินที่จ่าย', 'Amount paid', '支付金额'),
  tax: three('ภาษีที่หักและนำส่งไว้', 'Tax withheld', '已扣缴税额'),
  total: three('รวมเงินที่จ่ายและภาษีที่หักนำส่ง', 'Totals', '合计'),
  words: three('รวมเงินภาษีที่หักนำส่ง (ตัวอักษร)', 'Total tax in words', '税额大写'),
  funds: three(
    'เงินที่จ่ายเข้า กบข./กสจ./กองทุนสงเคราะห์ครูโรงเรียนเอกชน ………… บาท   กองทุนประกันสังคม ………… บาท   กองทุนสำรองเลี้ยงชีพ ………… บาท',
    'Paid into government, social security and provident funds (salaries only)',
    '缴入公务员退休金、社会保险及公积金（仅限工资）',
  ),
  payerPays: three('ผู้จ่ายเงิน', 'The tax is', '税款'),
  warning: three(
    'คำเตือน ผู้มีหน้าที่ออกหนังสือรับรองการหักภาษี ณ ที่จ่าย ฝ่าฝืนไม่ปฏิบัติตามมาตรา 50 ทวิ แห่งประมวลรัษฎากร ต้องรับโทษทางอาญาตามมาตรา 35 แห่งประมวลรัษฎากร',
    'Who does not issue it as section 50 bis asks is liable under section 35 of the Revenue Code.',
    '未依第 50 条之二开具者，依《税法典》第 35 条承担责任。',
  ),
  certified: three(
    'ขอรับรองว่าข้อความและตัวเลขดังกล่าวข้างต้นถูกต้องตรงกับความจริงทุกประการ',
    'I certify that the statements and figures above are true and correct.',
    '兹证明以上内容及数字均属实。',
  ),
  signed: three('ลงชื่อ', 'Signed', '签字'),
  signer: three('ผู้จ่ายเงิน', 'Payer', '付款方'),
  issued: three('วัน เดือน ปี ที่ออกหนังสือรับรองฯ', 'Date of issue', '开具日期'),
  seal: three('ประทับตรานิติบุคคล (ถ้ามี)', 'Seal, if any', '公章（如有）'),
  own: three(
    'จัดทำโดยผู้จ่ายเงินตามรายการที่มาตรา 50 ทวิ กำหนด มิใช่แบบพิมพ์ของกรมสรรพากร',
    'Made by the payer with the particulars of section 50 bis; not a form printed by the Revenue Department.',
    '由付款方按第 50 条之二所列事项制作，并非税务厅印制的表格。',
  ),
  annex: three('รายละเอียดตามใบแนบ', 'see annex', '见附页'),
  annexTitle: three('ใบแนบ', 'Annex: each payment', '附页：逐笔付款'),
  draft: three('ร่าง ยังไม่ใช่หนังสือรับรอง', 'Draft, not a certificate yet', '草稿，尚非凭证'),
  void: three('ยกเลิก', 'Void', '已作废'),
  refused: three('ไม่ได้รับการยอมรับ', 'Refused by the payee', '收款方未接受'),
  substitute: three('ใบแทน ออกแทนเลขที่', 'Substitute for no.', '补发，代替编号'),
  replaced: three('แทนที่ด้วยเลขที่', 'Replaced by no.', '已由此编号代替'),
  currencyOf: three('หน่วยเงิน', 'Currency', '币种'),
} as const;

export const RETURN_NAMES: Record<TawiReturn, string> = {
  '1a': '(1) ภ.ง.ด.1ก',
  '1a-special': '(2) ภ.ง.ด.1ก พิเศษ',
  '2': '(3) ภ.ง.ด.2',
  '3': '(4) ภ.ง.ด.3',
  '2a': '(5) ภ.ง.ด.2ก',
  '3a': '(6) ภ.ง.ด.3ก',
  '53': '(7) ภ.ง.ด.53',
};

export const BORNE_NAMES: Record<Borne, Three> = {
  withheld: three('(1) หัก ณ ที่จ่าย', 'withheld', '从付款中扣缴'),
  always: three('(2) ออกให้ตลอดไป', 'borne each time', '每次均由付款方承担'),
  once: three('(3) ออกให้ครั้งเดียว', 'borne once', '由付款方承担一次'),
  other: three('(4) อื่น ๆ (ระบุ)', 'other', '其他'),
};

const MONTHS = ['มกราคม', 'กุมภาพันธ์', 'มีนาคม', 'เมษายน', 'พฤษภาคม', 'มิถุนายน', 'กรกฎาคม', 'สิงหาคม', 'กันยายน', 'ตุลาคม', 'พฤศจิกายน', 'ธันวาคม'];

/** 2024-03-05 → 5 มีนาคม 2567: the Buddhist era is 543 years ahead. */
export const thaiDate = (day: string): string =>
  `${Number(day.slice(8, 10))} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${Number(day.slice(0, 4)) + 543}`;

/** 2024-03-05 → 05/03/2567, for narrow places. */
export const thaiDay = (day: string): string => `${day.slice(8, 10)}/${day.slice(5, 7)}/${Number(day.slice(0, 4)) + 543}`;
