import { fail, ok, type Result } from '../result.ts';
import { say } from '../words/said.ts';
import type { Address, Contact, Party } from './party.ts';

/** One @ with something on both sides, no blanks: what a mail program can be given. */
const EMAIL = /^[^\s@<>()[\],;:"]+@[^\s@<>()[\],;:"]+\.[^\s@<>()[\],;:"]+$/;

const blank = (text: string): boolean => text.trim() === '';
const isEmpty = (address: Address): boolean =>
  [address.recipient, address.phone, ...address.lines, address.city, address.postcode].every(blank);

/** Without the rows of a form that nobody filled in. */
export function tidyParty<P extends Omit<Party, 'id'>>(party: P): P {
  return {
    ...party,
    nameLocal: party.nameLocal && !blank(party.nameLocal) ? party.nameLocal : null,
    addresses: party.addresses
      .filter((address) => !isEmpty(address))
      .map((address) => ({ ...address, lines: address.lines.filter((line) => !blank(line)) })),
    contacts: party.contacts.filter((contact: Contact) => !blank(contact.email) || !blank(contact.name)),
    bank: party.bank && [party.bank.bank, party.bank.holder, party.bank.account, party.bank.swift].every(blank) ? null : party.bank,
  };
}

/** Refuses what no document or message could use. Tax ids are never refused: their checks only warn. */
export function checkParty(party: Omit<Party, 'id'>): Result<true> {
  const wrong = party.contacts.find(({ email }) => !EMAIL.test(email));
  if (wrong)
    return fail('party.email', say`“${{ email: wrong.email }}” is no e-mail address.`, {
      column: 'contacts',
      value: wrong.email,
      remedy: 'Write it like name@company.com, or leave the recipient out.',
    });
  const legal = party.addresses.filter(({ use }) => use === 'legal').length;
  if (legal > 1)
    return fail('party.addresses', say`${{ name: party.name }} has ${{ count: legal }} legal addresses; documents print one.`, {
      column: 'addresses',
      remedy: 'Make the others mailing addresses.',
    });
  const schemes = party.taxIds.map(({ scheme }) => scheme.toUpperCase());
  const twice = schemes.find((scheme, at) => schemes.indexOf(scheme) !== at);
  if (twice)
    return fail('party.tax-ids', say`${{ name: party.name }} has two numbers of the kind ${{ scheme: twice }}.`, {
      column: 'taxIds',
      value: twice,
      remedy: 'Keep the one that is valid.',
    });
  return ok(true);
}
