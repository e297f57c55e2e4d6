import { BOXING, CHRISTMAS, day, INDEPENDENCE, LABOUR, MONDAY, named, NATIONAL, NEW_YEAR, nth, REPUBLIC } from './names.ts';
import type { CountryHolidays } from './rules.ts';

const ARMED_FORCES = named('Armed Forces Day', '建军节');
const ALL_SAINTS = named('All Saints’ Day', '诸圣节');

/** Middle East, Africa and the Americas, by ISO 3166-1 code. */
export const LATIN_AND_AFRICA: Readonly<Record<string, CountryHolidays>> = {
  AE: { rules: [day('01-01', NEW_YEAR), day('12-02', NATIONAL), day('12-03', NATIONAL)] },
  BH: { rules: [day('01-01', NEW_YEAR), day('05-01', LABOUR), day('12-16', NATIONAL), day('12-17', NATIONAL)] },
  SA: { rules: [day('02-22', named('Founding Day', '建国日'), 2022), day('09-23', NATIONAL)] },
  TR: {
    rules: [
      day('01-01', NEW_YEAR),
      day('04-23', named('National Sovereignty and Children’s Day', '国家主权和儿童日')),
      day('05-01', LABOUR),
      day('05-19', named('Youth and Sports Day', '青年和体育日')),
      day('07-15', named('Democracy and National Unity Day', '民主和国家团结日'), 2017),
      day('08-30', named('Victory Day', '胜利日')),
      day('10-29', REPUBLIC),
    ],
  },
  EG: {
    rules: [
      day('01-07', named('Coptic Christmas', '科普特圣诞节')),
      day('01-25', named('Revolution Day of 25 January', '一月二十五日革命日')),
      day('04-25', named('Sinai Liberation Day', '西奈解放日')),
      day('05-01', LABOUR),
      day('06-30', named('Revolution Day of 30 June', '六月三十日革命日')),
      day('07-23', named('Revolution Day of 23 July', '七月二十三日革命日')),
      day('10-06', ARMED_FORCES),
    ],
  },
  MA: {
    rules: [
      day('01-01', NEW_YEAR),
      day('01-11', named('Independence Manifesto Day', '独立宣言纪念日')),
      day('01-14', named('Amazigh New Year', '阿马齐格新年'), 2024),
      day('05-01', LABOUR),
      day('07-30', named('Throne Day', '登基日')),
      day('08-14', named('Oued Ed-Dahab Day', '黄金谷日')),
      day('08-20', named('Revolution Day', '革命纪念日')),
      day('08-21', named('Youth Day', '青年节')),
      day('11-06', named('Green March Day', '绿色进军日')),
      day('11-18', INDEPENDENCE),
    ],
  },
  NG: {
    rules: [
      day('01-01', NEW_YEAR),
      day('05-01', LABOUR),
      day('06-12', named('Democracy Day', '民主日'), 2019),
      day('10-01', INDEPENDENCE),
      day('12-25', CHRISTMAS),
      day('12-26', BOXING),
    ],
  },
  KE: {
    rules: [
      day('01-01', NEW_YEAR),
      day('05-01', LABOUR),
      day('06-01', named('Madaraka Day', '自治日')),
      day('10-10', named('Mazingira Day', '环境日')),
      day('10-20', named('Mashujaa Day', '英雄日')),
      day('12-12', named('Jamhuri Day', '共和日')),
      day('12-25', CHRISTMAS),
      day('12-26', BOXING),
    ],
    sundayMoves: 'next-free',
  },
  ET: {
    rules: [
      day('03-02', named('Victory of Adwa', '阿杜瓦大捷纪念日')),
      day('05-01', LABOUR),
      day('05-05', named('Patriots’ Day', '爱国者日')),
    ],
  },
  MU: {
    rules: [
      day('01-01', NEW_YEAR),
      day('01-02', NEW_YEAR),
      day('02-01', named('Abolition of Slavery', '废奴纪念日')),
      day('03-12', NATIONAL),
      day('05-01', LABOUR),
      day('11-02', named('Arrival of Indentured Labourers', '契约劳工抵达纪念日')),
      day('12-25', CHRISTMAS),
    ],
  },
  ZA: {
    rules: [
      day('01-01', NEW_YEAR),
      day('03-21', named('Human Rights Day', '人权日')),
      day('04-27', named('Freedom Day', '自由日')),
      day('05-01', LABOUR),
      day('06-16', named('Youth Day', '青年节')),
      day('08-09', named('Women’s Day', '妇女节')),
      day('09-24', named('Heritage Day', '遗产日')),
      day('12-16', named('Day of Reconciliation', '和解日')),
      day('12-25', CHRISTMAS),
      day('12-26', named('Day of Goodwill', '亲善日')),
    ],
    sundayMoves: 'monday',
  },
  MX: {
    rules: [
      day('01-01', NEW_YEAR),
      nth('02', MONDAY, 1, named('Constitution Day', '宪法日')),
      nth('03', MONDAY, 3, named('Benito Juárez’s Birthday', '贝尼托·胡亚雷斯诞辰')),
      day('05-01', LABOUR),
      day('09-16', INDEPENDENCE),
      nth('11', MONDAY, 3, named('Revolution Day', '革命纪念日')),
      day('12-25', CHRISTMAS),
    ],
  },
  BR: {
    rules: [
      day('01-01', NEW_YEAR),
      day('04-21', named('Tiradentes Day', '蒂拉登特斯日')),
      day('05-01', LABOUR),
      day('09-07', INDEPENDENCE),
      day('10-12', named('Our Lady of Aparecida', '圣母显灵日')),
      day('11-02', named('All Souls’ Day', '万灵节')),
      day('11-15', named('Proclamation of the Republic', '共和国成立日')),
      day('11-20', named('Black Consciousness Day', '黑人觉醒日'), 2024),
      day('12-25', CHRISTMAS),
    ],
  },
  CL: {
    rules: [
      day('01-01', NEW_YEAR),
      day('05-01', LABOUR),
      day('05-21', named('Navy Day', '海军日')),
      day('07-16', named('Our Lady of Mount Carmel', '加尔默罗圣母节')),
      day('08-15', named('Assumption of Mary', '圣母升天节')),
      day('09-18', INDEPENDENCE),
      day('09-19', ARMED_FORCES),
      day('11-01', ALL_SAINTS),
      day('12-08', named('Immaculate Conception', '圣母无染原罪日')),
      day('12-25', CHRISTMAS),
    ],
  },
};
