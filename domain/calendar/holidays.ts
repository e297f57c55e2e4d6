import { LATIN_AND_AFRICA } from './holidays-west.ts';
import { ASIA } from './holidays-asia.ts';
import type { CountryHolidays } from './rules.ts';

/**
 * Public holidays that fall on the same day each year, or on a set weekday of a month, by the law of the country. Moving
 * ones (Easter, lunar and Islamic calendars, equinoxes, days moved by decree) are not in it: nobody knows them years ahead, and a
 * wrong day would be worse than a missing one. A person adds them or imports a list.
 */
export const HOLIDAYS: Readonly<Record<string, CountryHolidays>> = { ...ASIA, ...LATIN_AND_AFRICA };
