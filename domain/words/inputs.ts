import { say, type Said } from './said.ts';

/** Names of what a field of an input must be; each stands in the schema and, by the same text, in the refusal. */
export const INPUTS = {
  amount: say`an exact decimal such as -1234.5`,
  date: say`a day of the calendar, YYYY-MM-DD`,
  period: say`a month, YYYY-MM`,
  currency: say`an ISO 4217 code such as USD`,
  country: say`an ISO 3166 code such as TH`,
  entity: say`a contracting entity such as SPARKOO_SG`,
  percent: say`a percentage from 0 to 100 with at most six decimals`,
  region: say`an ISO 3166-2 code such as IN-HR`,
  taxRule: say`the id of a tax rule such as MY-02`,
  file: say`a file token of this session`,
  profile: say`a mapping profile`,
} as const satisfies Record<string, Said>;

/** The phrase of that text, where it is one of them. */
export const inputOf = (text: string): Said | null => Object.values(INPUTS).find((phrase) => phrase.template === text) ?? null;
