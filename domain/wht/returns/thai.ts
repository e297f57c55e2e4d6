import { normaliseTaxId } from '../../tax-ids/normalise.ts';
import type { PartyDetails } from '../../parties/party.ts';
import type { PlainDate } from '../../time/plain-date.ts';
import type { PndKind } from './layout.ts';

/** The day as Thai forms write it, in the Buddhist era (543 years ahead): 2024-03-15 → 15032567. */
export const buddhistDay = (day: PlainDate): string => `${day.slice(8, 10)}${day.slice(5, 7)}${Number(day.slice(0, 4)) + 543}`;

/** The 13 digits, or null where the party has none: of a Thai number only, whatever other numbers it has. */
export function thaiTaxId(party: PartyDetails): string | null {
  const found = party.taxIds.map(({ value }) => normaliseTaxId(value).replace(/^(?:TIN|VAT|TH)/, '')).find((id) => /^[0-9]{13}$/.test(id));
  return found ?? null;
}

/** Five digits; 00000 is the head office. A party keeps the number of its branch as a number of the kind “BRANCH”. */
export function thaiBranch(party: PartyDetails): string {
  const typed = party.taxIds.find(({ scheme }) => /^(?:BRANCH|สาขา)/iu.test(scheme))?.value ?? '';
  const digits = normaliseTaxId(typed);
  return /^[0-9]{1,5}$/.test(digits) ? digits.padStart(5, '0') : '00000';
}

/**
 * The return that the payee's tax belongs in: abroad 54; in Thailand 53 for companies, whose numbers begin with 0 (those of
 * individuals are citizens' and aliens' numbers, which never do), else 3. Without a number a party in Thailand is a company.
 */
export function pndKind(payee: PartyDetails): PndKind {
  if (payee.country !== 'TH') return '54';
  return (thaiTaxId(payee) ?? '0').startsWith('0') ? '53' : '3';
}

/** Titles that stand in a column of their own; the longest first. */
const TITLES = ['ห้างหุ้นส่วนจำกัด', 'กิจการร่วมค้า', 'นางสาว', 'บริษัท', 'มูลนิธิ', 'สมาคม', 'น.ส.', 'นาย', 'นาง', 'คุณ'] as const;

export interface ThaiName {
  title: string;
  /** All but the title. */
  name: string;
  /** The first word of it, and the rest. */
  first: string;
  last: string;
}

/** The local name, else the other, taken apart as the attachment asks. */
export function thaiName({ name, nameLocal }: Pick<PartyDetails, 'name' | 'nameLocal'>): ThaiName {
  const whole = (nameLocal ?? name).replace(/\s+/gu, ' ').trim();
  const title = TITLES.find((t) => whole.startsWith(t) && whole.length > t.length) ?? '';
  const rest = whole.slice(title.length).trim();
  const [first = '', ...more] = rest.split(' ');
  return { title, name: rest, first, last: more.join(' ') };
}
