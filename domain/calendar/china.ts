import type { PlainDate } from '../time/plain-date.ts';
import type { Bilingual } from '../words/said.ts';
import type { DatedYear } from './rules.ts';

const NEW_YEAR = { en: 'New Year', zh: '元旦' };
const SPRING = { en: 'Spring Festival', zh: '春节' };
const QINGMING = { en: 'Qingming Festival', zh: '清明节' };
const LABOUR = { en: 'Labour Day', zh: '劳动节' };
const DRAGON_BOAT = { en: 'Dragon Boat Festival', zh: '端午节' };
const MID_AUTUMN = { en: 'Mid-Autumn Festival', zh: '中秋节' };
const NATIONAL = { en: 'National Day', zh: '国庆节' };
const NATIONAL_AND_AUTUMN = { en: 'National Day and Mid-Autumn Festival', zh: '国庆节、中秋节' };

const off = (name: Bilingual, first: PlainDate, last: PlainDate = first) => ({ name, first, last });
const work = (name: Bilingual, ...days: PlainDate[]) =>
  days.map((day) => ({ day, name: { en: `Worked for ${name.en}`, zh: `${name.zh}调休上班` } }));
const notice = (year: number, number: string): Bilingual => ({
  en: `General Office of the State Council, notice on the arrangement of holidays in ${year} (${number})`,
  zh: `国务院办公厅关于${year}年部分节假日安排的通知（${number}）`,
});

/**
 * Days off and days worked instead in mainland China, as published for each year by the General Office of the State
 * Council. Other years have only the holidays with a fixed date (holidays.ts).
 */
export const CHINA: readonly DatedYear[] = [
  {
    year: 2023,
    source: notice(2023, '国办发明电〔2022〕16号'),
    holidays: [
      off(NEW_YEAR, '2023-01-01', '2023-01-02'),
      off(SPRING, '2023-01-21', '2023-01-27'),
      off(QINGMING, '2023-04-05'),
      off(LABOUR, '2023-04-29', '2023-05-03'),
      off(DRAGON_BOAT, '2023-06-22', '2023-06-24'),
      off(NATIONAL_AND_AUTUMN, '2023-09-29', '2023-10-06'),
    ],
    working: [
      ...work(SPRING, '2023-01-28', '2023-01-29'),
      ...work(LABOUR, '2023-04-23', '2023-05-06'),
      ...work(DRAGON_BOAT, '2023-06-25'),
      ...work(NATIONAL_AND_AUTUMN, '2023-10-07', '2023-10-08'),
    ],
  },
  {
    year: 2024,
    source: notice(2024, '国办发明电〔2023〕7号'),
    holidays: [
      off(NEW_YEAR, '2024-01-01'),
      off(SPRING, '2024-02-10', '2024-02-17'),
      off(QINGMING, '2024-04-04', '2024-04-06'),
      off(LABOUR, '2024-05-01', '2024-05-05'),
      off(DRAGON_BOAT, '2024-06-10'),
      off(MID_AUTUMN, '2024-09-15', '2024-09-17'),
      off(NATIONAL, '2024-10-01', '2024-10-07'),
    ],
    working: [
      ...work(SPRING, '2024-02-04', '2024-02-18'),
      ...work(QINGMING, '2024-04-07'),
      ...work(LABOUR, '2024-04-28', '2024-05-11'),
      ...work(MID_AUTUMN, '2024-09-14'),
      ...work(NATIONAL, '2024-09-29', '2024-10-12'),
    ],
  },
  {
    year: 2025,
    source: notice(2025, '国办发明电〔2024〕12号'),
    holidays: [
      off(NEW_YEAR, '2025-01-01'),
      off(SPRING, '2025-01-28', '2025-02-04'),
      off(QINGMING, '2025-04-04', '2025-04-06'),
      off(LABOUR, '2025-05-01', '2025-05-05'),
      off(DRAGON_BOAT, '2025-05-31', '2025-06-02'),
      off(NATIONAL_AND_AUTUMN, '2025-10-01', '2025-10-08'),
    ],
    working: [
      ...work(SPRING, '2025-01-26', '2025-02-08'),
      ...work(LABOUR, '2025-04-27'),
      ...work(NATIONAL_AND_AUTUMN, '2025-09-28', '2025-10-11'),
    ],
  },
  {
    year: 2026,
    source: notice(2026, '国办发明电〔2025〕7号'),
    holidays: [
      off(NEW_YEAR, '2026-01-01', '2026-01-03'),
      off(SPRING, '2026-02-15', '2026-02-23'),
      off(QINGMING, '2026-04-04', '2026-04-06'),
      off(LABOUR, '2026-05-01', '2026-05-05'),
      off(DRAGON_BOAT, '2026-06-19', '2026-06-21'),
      off(MID_AUTUMN, '2026-09-25', '2026-09-27'),
      off(NATIONAL, '2026-10-01', '2026-10-07'),
    ],
    working: [
      ...work(NEW_YEAR, '2026-01-04'),
      ...work(SPRING, '2026-02-14', '2026-02-28'),
      ...work(LABOUR, '2026-05-09'),
      ...work(NATIONAL, '2026-09-20', '2026-10-10'),
    ],
  },
];
