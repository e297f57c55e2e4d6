import { normaliseTaxId } from '../../tax-ids/normalise.ts';
import type { Side } from '../certificate.ts';
import type { NamedParty } from './certificate.ts';

/** Names as people compare them: without case, width and the points, blanks and dashes of company forms. */
export const foldName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLocaleLowerCase('en')
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');

/** Who somebody is, by every number and name that is on record. */
export interface KnownParty {
  taxIds: readonly string[];
  names: readonly string[];
}

/** `id`: a number agrees. `name`: only the name does. `other`: both have numbers and none agrees. `unknown`: there is nothing to compare. */
export type Agreement = 'id' | 'name' | 'other' | 'unknown';

/** Numbers of fewer digits are no tax numbers, and agree by accident. */
const SHORTEST = 5;

/** How a party of a row agrees with one on record; branches behind a number (`-00000`, `P000`) do not make it another. */
export function agreement(told: NamedParty, known: KnownParty): Agreement {
  const own = told.taxId === null ? '' : normaliseTaxId(told.taxId);
  const numbers = known.taxIds.map(normaliseTaxId).filter((n) => n.length >= SHORTEST);
  if (own.length >= SHORTEST && numbers.length > 0) {
    if (numbers.some((n) => sameNumber(n, own))) return 'id';
    return 'other';
  }
  const name = told.name === null ? '' : foldName(told.name);
  if (name === '' || known.names.length === 0) return 'unknown';
  return known.names.some((n) => foldName(n) === name) ? 'name' : 'unknown';
}

/** Equal, or one is the other with the zeros of a branch behind it. */
function sameNumber(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 9 && long.startsWith(short) && /^0+$/.test(long.slice(short.length));
}

/** On which side of the paper we are: the payer if the row names us there, the payee if it names us there; null where it names us nowhere or twice. */
export function sideOf(payer: NamedParty, payee: NamedParty, us: KnownParty): Side | null {
  const is = (party: NamedParty): boolean => {
    const found = agreement(party, us);
    return found === 'id' || found === 'name';
  };
  const [pays, isPaid] = [is(payer), is(payee)];
  return pays === isPaid ? null : pays ? 'payer' : 'payee';
}
