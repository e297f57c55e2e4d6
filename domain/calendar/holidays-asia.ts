import { BOXING, CHRISTMAS, CONSTITUTION, day, INDEPENDENCE, LABOUR, MONDAY, named, NATIONAL, NEW_YEAR, nth, REPUBLIC } from './names.ts';
import type { CountryHolidays } from './rules.ts';

/** Asia and Oceania, by ISO 3166-1 code. */
export const ASIA: Readonly<Record<string, CountryHolidays>> = {
  CN: {
    rules: [
      day('01-01', NEW_YEAR),
      day('05-01', LABOUR),
      day('05-02', LABOUR, 2025),
      day('10-01', NATIONAL),
      day('10-02', NATIONAL),
      day('10-03', NATIONAL),
    ],
  },
  HK: {
    rules: [
      day('01-01', NEW_YEAR),
      day('05-01', LABOUR),
      day('07-01', named('Establishment Day', '特区成立纪念日')),
      day('10-01', NATIONAL),
      day('12-25', CHRISTMAS),
      day('12-26', named('First weekday after Christmas', '圣诞节后第一个周日')),
    ],
    sundayMoves: 'next-free',
  },
  SG: { rules: [day('01-01', NEW_YEAR), day('05-01', LABOUR), day('08-09', NATIONAL), day('12-25', CHRISTMAS)], sundayMoves: 'next-free' },
  MY: {
    rules: [day('05-01', LABOUR), day('08-31', NATIONAL), day('09-16', named('Malaysia Day', '马来西亚日')), day('12-25', CHRISTMAS)],
  },
  ID: {
    rules: [
      day('01-01', NEW_YEAR),
      day('05-01', LABOUR),
      day('06-01', named('Pancasila Day', '建国五项原则日')),
      day('08-17', INDEPENDENCE),
      day('12-25', CHRISTMAS),
    ],
  },
  TH: {
    rules: [
      day('01-01', NEW_YEAR),
      day('04-06', named('Chakri Day', '却克里王朝纪念日')),
      day('04-13', named('Songkran', '宋干节')),
      day('04-14', named('Songkran', '宋干节')),
      day('04-15', named('Songkran', '宋干节')),
      day('05-01', LABOUR),
      day('05-04', named('Coronation Day', '加冕日'), 2020),
      day('06-03', named('Queen’s Birthday', '王后诞辰'), 2019),
      day('07-28', named('King’s Birthday', '国王诞辰'), 2018),
      day('08-12', named('Mother’s Day', '母亲节')),
      day('10-13', named('Memorial of King Bhumibol', '先王纪念日'), 2017),
      day('10-23', named('Chulalongkorn Day', '五世王纪念日')),
      day('12-05', named('Father’s Day', '父亲节')),
      day('12-10', CONSTITUTION),
      day('12-31', named('New Year’s Eve', '除夕（公历）')),
    ],
  },
  VN: { rules: [day('01-01', NEW_YEAR), day('04-30', named('Reunification Day', '统一日')), day('05-01', LABOUR), day('09-02', NATIONAL)] },
  KH: {
    rules: [
      day('01-01', NEW_YEAR),
      day('01-07', named('Victory Day', '战胜种族灭绝日')),
      day('03-08', named('Women’s Day', '妇女节')),
      day('05-01', LABOUR),
      day('05-14', named('King’s Birthday', '国王诞辰')),
      day('06-18', named('Queen Mother’s Birthday', '太后诞辰')),
      day('09-24', CONSTITUTION),
      day('10-15', named('Commemoration of the King Father', '太皇纪念日')),
      day('10-29', named('Coronation Day', '登基日')),
      day('11-09', INDEPENDENCE),
    ],
  },
  PH: {
    rules: [
      day('01-01', NEW_YEAR),
      day('04-09', named('Day of Valour', '英勇日')),
      day('05-01', LABOUR),
      day('06-12', INDEPENDENCE),
      day('08-21', named('Ninoy Aquino Day', '尼诺·阿基诺日')),
      day('11-01', named('All Saints’ Day', '诸圣节')),
      day('11-30', named('Bonifacio Day', '博尼法西奥日')),
      day('12-08', named('Immaculate Conception', '圣母无染原罪日'), 2018),
      day('12-25', CHRISTMAS),
      day('12-30', named('Rizal Day', '黎刹日')),
      day('12-31', named('Last Day of the Year', '年末日')),
    ],
  },
  KR: {
    rules: [
      day('01-01', NEW_YEAR),
      day('03-01', named('Independence Movement Day', '三一节')),
      day('05-05', named('Children’s Day', '儿童节')),
      day('06-06', named('Memorial Day', '显忠日')),
      day('08-15', named('Liberation Day', '光复节')),
      day('10-03', named('National Foundation Day', '开天节')),
      day('10-09', named('Hangul Day', '韩文日')),
      day('12-25', CHRISTMAS),
    ],
  },
  JP: {
    rules: [
      day('01-01', NEW_YEAR),
      nth('01', MONDAY, 2, named('Coming of Age Day', '成人之日')),
      day('02-11', named('National Foundation Day', '建国纪念日')),
      day('02-23', named('Emperor’s Birthday', '天皇诞生日'), 2020),
      day('04-29', named('Showa Day', '昭和之日')),
      day('05-03', CONSTITUTION),
      day('05-04', named('Greenery Day', '绿之日')),
      day('05-05', named('Children’s Day', '儿童节')),
      // Sea, mountain and sports days were moved for the games of 2020 and 2021.
      nth('07', MONDAY, 3, named('Marine Day', '海之日'), 2022),
      day('08-11', named('Mountain Day', '山之日'), 2022),
      nth('09', MONDAY, 3, named('Respect for the Aged Day', '敬老日')),
      nth('10', MONDAY, 2, named('Sports Day', '体育日'), 2022),
      day('11-03', named('Culture Day', '文化日')),
      day('11-23', named('Labour Thanksgiving Day', '勤劳感谢日')),
    ],
    sundayMoves: 'next-free',
  },
  IN: { rules: [day('01-26', REPUBLIC), day('08-15', INDEPENDENCE), day('10-02', named('Gandhi Jayanti', '甘地诞辰'))] },
  PK: {
    rules: [
      day('02-05', named('Kashmir Day', '克什米尔日')),
      day('03-23', named('Pakistan Day', '巴基斯坦日')),
      day('05-01', LABOUR),
      day('08-14', INDEPENDENCE),
      day('12-25', named('Quaid-e-Azam Day', '国父诞辰')),
    ],
  },
  PG: {
    rules: [
      day('01-01', NEW_YEAR),
      day('07-23', named('Remembrance Day', '阵亡将士纪念日')),
      day('08-26', named('Day of Repentance', '忏悔日')),
      day('09-16', INDEPENDENCE),
      day('12-25', CHRISTMAS),
      day('12-26', BOXING),
    ],
  },
};
