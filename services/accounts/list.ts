import { accountEntries } from '../../db/queries/accounts.ts';
import { EVERYTHING } from '../../db/queries/bills-filter.ts';
import type { VendorName } from '../../db/measures.ts';
import { companiesOf } from '../../domain/accounts/directory.ts';
import { entityAt } from '../../domain/accounts/entities.ts';
import { blank } from '../../domain/accounts/entry.ts';
import { plus, type Charge } from '../../domain/accounts/matrix.ts';
import { suggestions, type PaidFor } from '../../domain/accounts/suggest.ts';
import type { KnownAccount } from '../contract/accounts.ts';
import type { Handler } from '../runtime/services.ts';
import { chargesOf } from './charges.ts';

type Seen = NonNullable<KnownAccount['seen']>;

/** What the bills say of every account that uses or pays. A line that an account both used and paid is one line of it. */
function seenIn(charges: readonly Charge[]): Map<string, Seen> {
  const found = new Map<string, Seen>();
  const note = (id: string, { period, vendor, lines }: Charge, counts: boolean): Seen => {
    const own = found.get(id) ?? { vendors: [], first: period, last: period, lines: 0, used: {}, paid: {} };
    found.set(id, own);
    if (!own.vendors.includes(vendor as VendorName)) own.vendors.push(vendor as VendorName);
    if (period < own.first) own.first = period;
    if (period > own.last) own.last = period;
    if (counts) own.lines += lines;
    return own;
  };
  for (const charge of charges) {
    const { user, currency, amount } = charge;
    const payer = charge.payer ?? user;
    if (user !== null) {
      const { used } = note(user, charge, true);
      used[currency] = plus(used[currency] ?? null, amount);
    }
    if (payer !== null) {
      const { paid } = note(payer, charge, payer !== user);
      paid[currency] = plus(paid[currency] ?? null, amount);
    }
  }
  return found;
}

const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The directory: accounts of the bills and accounts of which something was said, by id. */
export const list: Handler<'accounts/list'> = (_input, { session }) => {
  const { read } = session.book();
  const month = session.today().slice(0, 7);
  const charges = chargesOf(read, EVERYTHING, 'payable');
  const seen = seenIn(charges);
  const entries = accountEntries(read);
  const said = new Map(entries.map((entry) => [entry.id, entry]));
  const paid = charges.flatMap(({ payer, user, period, lines }): PaidFor[] =>
    payer === null || user === null ? [] : [{ payer, user, period, lines }],
  );
  const thought = new Map(suggestions(paid, entries).map(({ id, ...rest }) => [id, rest]));
  return {
    accounts: [...new Set([...seen.keys(), ...said.keys()])].toSorted(byCodePoint).map((id) => {
      const entry = said.get(id) ?? blank(id);
      return { ...entry, seen: seen.get(id) ?? null, entity: entityAt(entry.entities, month), suggestion: thought.get(id) ?? null };
    }),
    companies: companiesOf(entries),
    entities: [...new Set(entries.flatMap((entry) => entry.entities.map(({ entity }) => entity)))].toSorted(byCodePoint),
  };
};

/** Names and companies alone: what the frame of every screen asks for. */
export const names: Handler<'accounts/names'> = (_input, { session }) => {
  const entries = accountEntries(session.book().read);
  return { accounts: entries.map(({ id, name, company }) => ({ id, name, company })), companies: companiesOf(entries) };
};
