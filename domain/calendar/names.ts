import type { Bilingual } from '../words/said.ts';
import type { HolidayRule } from './rules.ts';

export const NEW_YEAR: Bilingual = { en: 'New Year’s Day', zh: '元旦' };
export const LABOUR: Bilingual = { en: 'Labour Day', zh: '劳动节' };
export const CHRISTMAS: Bilingual = { en: 'Christmas Day', zh: '圣诞节' };
export const BOXING: Bilingual = { en: 'Boxing Day', zh: '节礼日' };
export const NATIONAL: Bilingual = { en: 'National Day', zh: '国庆日' };
export const INDEPENDENCE: Bilingual = { en: 'Independence Day', zh: '独立日' };
export const CONSTITUTION: Bilingual = { en: 'Constitution Day', zh: '宪法日' };
export const REPUBLIC: Bilingual = { en: 'Republic Day', zh: '共和国日' };

export const MONDAY = 1;

/** A holiday on the same day each year, from a year on. */
export const day = (on: string, name: Bilingual, since?: number): HolidayRule => ({ name, on, ...(since === undefined ? {} : { since }) });
/** The n-th weekday of a month. */
export const nth = (month: string, weekday: number, n: number, name: Bilingual, since?: number): HolidayRule => ({
  name,
  on: { month, weekday, nth: n },
  ...(since === undefined ? {} : { since }),
});
export const named = (en: string, zh: string): Bilingual => ({ en, zh });
