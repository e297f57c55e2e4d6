import type { IncomeCategory } from '../../certificate.ts';
import type { IncomeCode, UsualRate } from '../form.ts';
import { COMPANY, PERSON, list, pct } from './rows.ts';

/** Lists of income of the Thai forms: lines 1 to 6 of the 50 Tawi, what a bank withholds, and section 70. */
export const ORDER = {
  source: 'Revenue Code s. 3 tredecim and s. 50; Revenue Department order Tor Por 4/2528; sherrings.com, billsos.com on the rates',
  certainty: 'secondary',
} as const;
export const SECTION_70 = {
  source: 'Revenue Code s. 70; return P.N.D. 54; webinter.rd.go.th/publish/21976',
  certainty: 'secondary',
} as const;
const line = list(ORDER);

/** Half of 3 % while ministerial regulation 361 ran. */
const RELIEF = pct('1.5', {
  when: { en: 'Temporary relief (ministerial regulation 361)', zh: '临时减免（第 361 号部令）' },
  from: '2020-04-01',
  to: '2020-09-30',
});
const THREE: readonly UsualRate[] = [pct('3'), RELIEF];
const THREE_COMPANY: readonly UsualRate[] = [pct('3', { when: COMPANY }), RELIEF];

export const INCOME: readonly IncomeCode[] = [
  line('40(1)', 'other', { en: 'Salary, wages, pension', zh: '工资、薪金、养老金', local: 'เงินเดือน ค่าจ้าง เบี้ยเลี้ยง โบนัส ฯลฯ' }),
  line('40(2)', 'services', { en: 'Fees, commissions', zh: '手续费、佣金', local: 'ค่าธรรมเนียม ค่านายหน้า ฯลฯ' }, ...THREE_COMPANY),
  line(
    '40(3)',
    'royalty',
    { en: 'Goodwill, copyright and other rights', zh: '商誉、著作权及其他权利', local: 'ค่าแห่งลิขสิทธิ์ ฯลฯ' },
    ...THREE_COMPANY,
  ),
  line(
    '40(4)(a)',
    'interest',
    { en: 'Interest', zh: '利息', local: 'ดอกเบี้ย ฯลฯ มาตรา 40 (4) (ก)' },
    pct('1', { when: COMPANY }),
    pct('15', { when: PERSON }),
  ),
  line(
    '40(4)(b)',
    'dividend',
    { en: 'Dividends, shares of profit', zh: '股息、利润分配', local: 'เงินปันผล เงินส่วนแบ่งกำไร ฯลฯ มาตรา 40 (4) (ข)' },
    pct('10'),
  ),
  line('5', 'services', { en: 'Services and hire of work', zh: '服务费、承揽费', local: 'ค่าจ้างทำของ ค่าบริการ' }, ...THREE),
  line('5', 'professional-fees', { en: 'Liberal professions (s. 40(6))', zh: '自由职业（第 40(6) 条）', local: 'ค่าวิชาชีพอิสระ' }, ...THREE),
  line('5', 'rent', { en: 'Rent of property (s. 40(5))', zh: '财产租金（第 40(5) 条）', local: 'ค่าเช่า' }, pct('5')),
  line('5', 'advertising', { en: 'Advertising', zh: '广告费', local: 'ค่าโฆษณา' }, pct('2')),
  line('5', 'transport', { en: 'Transport, other than public fares', zh: '运输费（公共客运除外）', local: 'ค่าขนส่ง' }, pct('1')),
  line('6', 'other', { en: 'Other, to be named', zh: '其他（须注明）', local: 'อื่น ๆ (ระบุ)' }),
];

const BANK = { en: 'Through a bank (e-WHT)', zh: '通过银行（电子预提税）' };
const REDUCED = [
  pct('2', { when: BANK, from: '2020-10-01', to: '2022-12-31' }),
  pct('1', { when: BANK, from: '2023-01-01', to: '2025-12-31' }),
];
/** Advertising was at 2 % already; transport was never reduced. */
const reduced = (category: IncomeCategory) =>
  category === 'transport' ? [] : REDUCED.filter((rate) => category !== 'advertising' || rate.ratePct !== '2');

export const BANK_INCOME: readonly IncomeCode[] = INCOME.filter(({ code }) => code === '40(2)' || code === '40(3)' || code === '5').map(
  (income) => ({
    ...income,
    rates: [...income.rates, ...reduced(income.category)],
    source: 'Ministerial regulations 373 (2 %, to 2022) and 389 (1 %, 2023 to 2025): mahanakornpartners.com, orbitax.com, mazars.co.th',
  }),
);

const abroad = list(SECTION_70);
const rate = (ratePct: string) => pct(ratePct, { when: { en: 'Without a treaty', zh: '无税收协定时' } });
export const INCOME_ABROAD: readonly IncomeCode[] = [
  abroad('40(2)', 'services', { en: 'Fees and commissions', zh: '手续费、佣金' }, rate('15')),
  abroad('40(3)', 'royalty', { en: 'Royalties and other rights', zh: '特许权使用费及其他权利' }, rate('15')),
  abroad('40(4)(a)', 'interest', { en: 'Interest', zh: '利息' }, rate('15')),
  abroad('40(4)(b)', 'dividend', { en: 'Dividends', zh: '股息' }, rate('10')),
  abroad('40(5)', 'rent', { en: 'Rent of property', zh: '财产租金' }, rate('15')),
  abroad('40(6)', 'professional-fees', { en: 'Liberal professions', zh: '自由职业' }, rate('15')),
];
