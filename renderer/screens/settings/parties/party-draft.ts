import type { Address, BankAccount, Contact, PartyKind } from '../../../../domain/parties/party.ts';
import type { Input } from '../../../../services/contract/index.ts';
import type { PartyShown } from '../../../../services/contract/parties.ts';

/** A party as the form holds it: what 'parties/save' takes. */
export type PartyDraft = Required<Input<'parties/save'>>;

export const emptyAddress = (use: Address['use'], country: string): Address => ({
  use,
  recipient: '',
  phone: '',
  lines: [''],
  city: '',
  region: null,
  postcode: '',
  country,
});
export const emptyContact: Contact = { name: '', email: '', gets: ['invoice'] };
export const emptyBank: BankAccount = { bank: '', holder: '', account: '', swift: '', currency: null };

export const newParty = (kind: PartyKind, country: string): PartyDraft => ({
  id: null,
  kind,
  entity: null,
  name: '',
  nameLocal: null,
  country,
  region: null,
  status: null,
  taxIds: [],
  addresses: [emptyAddress('legal', country)],
  contacts: [],
  bank: null,
  endpoint: null,
});

export const draftOf = ({ documents: _documents, archived: _archived, ...party }: PartyShown): PartyDraft => party;

/** The list without the item at `index`, or with it changed. */
export const without = <T>(list: readonly T[], index: number): T[] => list.filter((_, at) => at !== index);
export const changed = <T>(list: readonly T[], index: number, part: Partial<T>): T[] =>
  list.map((item, at) => (at === index ? { ...item, ...part } : item));
