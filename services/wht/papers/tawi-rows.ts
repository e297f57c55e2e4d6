import type { IncomeCategory } from '../../../domain/wht/certificate.ts';

/** A text of the Thai form with its second lines. */
export interface Three {
  readonly th: string;
  readonly en: string;
  readonly zh: string;
}
const three = (th: string, en: string, zh: string): Three => ({ th, en, zh });

export interface TawiRow {
  /** Code of the form's list, or what begins it; null: a heading without figures. */
  code: string | null;
  /** 0: a number of the form; 1, 2: below it. */
  level: 0 | 1 | 2;
  text: Three;
}

const row = (code: string | null, level: TawiRow['level'], th: string, en: string, zh: string): TawiRow => ({
  code,
  level,
  text: three(th, en, zh),
});

/** Kinds of income in the order of the form (Revenue Code, sections 40 and 50 bis; section 3 tredecim for line 5). */
export const TAWI_ROWS: readonly TawiRow[] = [
  row(
    '40(1)',
    0,
    '1. เงินเดือน ค่าจ้าง เบี้ยเลี้ยง โบนัส ฯลฯ ตามมาตรา 40 (1)',
    'Salary, wages, allowances, bonus, s. 40(1)',
    '工资薪金、津贴、奖金，第 40(1) 条',
  ),
  row('40(2)', 0, '2. ค่าธรรมเนียม ค่านายหน้า ฯลฯ ตามมาตรา 40 (2)', 'Fees, commissions, s. 40(2)', '手续费、佣金，第 40(2) 条'),
  row('40(3)', 0, '3. ค่าแห่งลิขสิทธิ์ ฯลฯ ตามมาตรา 40 (3)', 'Royalties, s. 40(3)', '特许权使用费，第 40(3) 条'),
  row('40(4)(a)', 0, '4. (ก) ดอกเบี้ย ฯลฯ ตามมาตรา 40 (4) (ก)', 'Interest, s. 40(4)(a)', '利息，第 40(4)(a) 条'),
  row(
    '40(4)(b)',
    1,
    '(ข) เงินปันผล เงินส่วนแบ่งกำไร ฯลฯ ตามมาตรา 40 (4) (ข)',
    'Dividends, shares of profit, s. 40(4)(b)',
    '股息、利润分配，第 40(4)(b) 条',
  ),
  row(
    null,
    1,
    '(1) ผู้รับเงินปันผลได้รับเครดิตภาษี จ่ายจากกำไรสุทธิที่เสียภาษีเงินได้นิติบุคคล',
    'with tax credit, out of net profit taxed at',
    '可抵免税额，由已税净利润支付',
  ),
  row('40(4)(b)(1.1)', 2, '(1.1) อัตราร้อยละ 30 ของกำไรสุทธิ', '30% of net profit', '净利润的 30%'),
  row('40(4)(b)(1.2)', 2, '(1.2) อัตราร้อยละ 25 ของกำไรสุทธิ', '25% of net profit', '净利润的 25%'),
  row('40(4)(b)(1.3)', 2, '(1.3) อัตราร้อยละ 20 ของกำไรสุทธิ', '20% of net profit', '净利润的 20%'),
  row('40(4)(b)(1.4)', 2, '(1.4) อัตราอื่น ๆ (ระบุ) ของกำไรสุทธิ', 'another rate, to be named', '其他税率（注明）'),
  row(null, 1, '(2) ผู้รับเงินปันผลไม่ได้รับเครดิตภาษี เนื่องจากจ่ายจาก', 'without tax credit, out of', '不可抵免税额，来源于'),
  row('40(4)(b)(2.1)', 2, '(2.1) กำไรสุทธิของกิจการที่ได้รับยกเว้นภาษีเงินได้นิติบุคคล', 'profit exempt from tax', '免税净利润'),
  row('40(4)(b)(2.2)', 2, '(2.2) เงินปันผลที่ได้รับยกเว้นไม่ต้องนำมารวมเป็นรายได้', 'dividends not counted as income', '不计入收入的股息'),
  row('40(4)(b)(2.3)', 2, '(2.3) กำไรสุทธิที่หักผลขาดทุนสุทธิยกมาไม่เกิน 5 ปี', 'profit after losses of 5 years', '弥补五年内亏损后的利润'),
  row('40(4)(b)(2.4)', 2, '(2.4) กำไรที่รับรู้ทางบัญชีโดยวิธีส่วนได้เสีย', 'profit by the equity method', '权益法确认的利润'),
  row('40(4)(b)(2.5)', 2, '(2.5) อื่น ๆ (ระบุ)', 'other, to be named', '其他（注明）'),
  row(
    '5',
    0,
    '5. การจ่ายเงินได้ที่ต้องหักภาษี ณ ที่จ่าย ตามคำสั่งกรมสรรพากรที่ออกตามมาตรา 3 เตรส เช่น รางวัล ส่วนลดหรือประโยชน์ใด ๆ เนื่องจากการส่งเสริมการขาย ค่าแสดงของนักแสดงสาธารณะ ค่าจ้างทำของ ค่าโฆษณา ค่าเช่า ค่าขนส่ง ค่าบริการ ค่าเบี้ยประกันวินาศภัย ฯลฯ',
    'Income under orders made by s. 3 tredecim: prizes, promotion, performers, hire of work, advertising, rent, transport, services, insurance',
    '依第 3 条之十三命令须预提的所得：奖励、促销、演出、承揽、广告、租金、运输、服务、保险费等',
  ),
  row('6', 0, '6. อื่น ๆ (ระบุ)', 'Other, to be named', '其他（注明）'),
];

const BY_CATEGORY: Record<IncomeCategory, string> = {
  services: '5',
  'technical-services': '5',
  'professional-fees': '5',
  royalty: '40(3)',
  rent: '5',
  interest: '40(4)(a)',
  dividend: '40(4)(b)',
  advertising: '5',
  transport: '5',
  goods: '6',
  other: '6',
};

/** The row that an income stands in: that of its code, the letters in Thai too; else that of its kind. */
export function tawiRowOf(code: string | null, category: IncomeCategory): string {
  const wanted = (code ?? '').replace(/\s/g, '').replace('(ก)', '(a)').replace('(ข)', '(b)').toLowerCase();
  if (TAWI_ROWS.some((known) => known.code === wanted)) return wanted;
  // Sections 40(5) to 40(8) have no row: they are withheld from by the orders of line 5.
  return /^40\([5-8]\)/.test(wanted) ? '5' : BY_CATEGORY[category];
}
