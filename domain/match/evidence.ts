import { nearness, numberForm } from '../invoices/number-form.ts';
import { daysBetween } from '../time/plain-date.ts';
import { foldName } from '../wht/import/parties.ts';
import { foldNumber, names } from '../wht/import/reference.ts';
import { say, type Said } from '../words/said.ts';
import type { Money } from './money.ts';
import type { OpenItem } from './open-item.ts';
import { reason, type Reason } from './proposal.ts';

/** What money says in words, folded once. */
interface Words {
  reference: string;
  text: string;
  /** Both, as numbers and as names are compared. */
  folded: string;
  named: string;
  /** Words with a digit, as numbers are compared. */
  numbers: readonly string[];
}
const words = new WeakMap<Money, Words>();
function wordsOf(money: Money): Words {
  let found = words.get(money);
  if (!found) {
    const text = `${money.reference}\n${money.text}`;
    const numbers = text.split(/[\s,;:|()]+/u).filter((w) => /\d/.test(w) && w.length <= 60);
    words.set(
      money,
      (found = {
        reference: foldNumber(money.reference),
        text,
        folded: foldNumber(text),
        named: foldName(`${money.counterparty} ${text}`),
        numbers: [...new Set(numbers.map((n) => numberForm(n).whole))].slice(0, 40),
      }),
    );
  }
  return found;
}

const forms = new WeakMap<OpenItem, { folded: string; whole: string }>();
function formOf(item: OpenItem): { folded: string; whole: string } {
  let found = forms.get(item);
  if (!found) forms.set(item, (found = { folded: foldNumber(item.number), whole: numberForm(item.number).whole }));
  return found;
}

/** The number of the invoice stands in the reference or the text, as a whole. */
export function namesItem(money: Money, item: OpenItem): boolean {
  const { reference, text, folded } = wordsOf(money);
  const number = formOf(item).folded;
  return number !== '' && (reference === number || (folded.includes(number) && names(text, item.number)));
}

/** What the words of the money say of an invoice; `known`: numbers of all invoices, so that another one's is not taken for a slip of this one's. */
export function wordReasons(money: Money, item: OpenItem, known: ReadonlySet<string>): Reason[] {
  const { text, folded, numbers } = wordsOf(money);
  const found: Reason[] = [];
  if (namesItem(money, item)) found.push(reason('number', say`Number ${{ number: item.number }} stands in the reference.`));
  else {
    const near = numbers.find((n) => !known.has(n) && !['same', null].includes(nearness(n, formOf(item).whole)));
    if (near !== undefined && near.length >= 6)
      found.push(reason('alike', say`“${{ text: near }}” is nearly number ${{ number: item.number }}.`));
  }
  const order = item.references.find((r) => r !== item.number && folded.includes(foldNumber(r)) && names(text, r));
  if (order !== undefined) found.push(reason('order', say`“${{ text: order }}”, which the invoice names, stands in the reference.`));
  if (item.period !== null && tellsPeriod(text, item.period))
    found.push(reason('period', say`The reference names its month, ${{ period: item.period }}.`));
  return found;
}

function tellsPeriod(text: string, period: string): boolean {
  const [year = '', month = ''] = period.split('-');
  const m = String(Number(month));
  const forms = [`${year}[-/. ]?${month}`, `${month}[-/. ]${year}`, `${year}年${m}月`, `${year}年${month}月`];
  return new RegExp(`(?<![0-9])(?:${forms.join('|')})(?![0-9])`, 'u').test(text.normalize('NFKC'));
}

/** Shorter names are found everywhere by accident; a name of two Chinese characters is none. */
const longEnough = (name: string): boolean => name.length >= (/\p{Script=Han}/u.test(name) ? 3 : 5);

/** Who the money says stands on the other side; `owners`: whose account it is, by folded number. */
export function partyReasons(money: Money, item: OpenItem, owners: ReadonlyMap<string, string>): Reason[] {
  const { party } = item;
  const account = foldNumber(money.account);
  if (account !== '') {
    if (party.accounts.some((a) => foldNumber(a) === account))
      return [reason('account', say`Account ${{ account: money.account }} is that of ${{ name: party.title }}.`)];
    const owner = owners.get(account);
    if (owner !== undefined && owner !== party.key)
      return [reason('party-other', say`Account ${{ account: money.account }} is not that of ${{ name: party.title }}.`)];
  }
  const name = foldName(money.counterparty);
  const own = party.names.map(foldName).filter((n) => n !== '');
  if (name !== '' && own.includes(name)) return [reason('name', say`The name ${{ name: money.counterparty }} agrees.`)];
  const { named } = wordsOf(money);
  const part = party.names.find((n) => {
    const folded = foldName(n);
    return longEnough(folded) && (named.includes(folded) || (longEnough(name) && folded.includes(name)));
  });
  return part === undefined ? [] : [reason('name-part', say`The text names ${{ name: part }}.`)];
}

/** A number of days inside a sentence. */
export const daysOf = (days: number): Said => (days === 1 ? say`1 day` : say`${{ days }} days`);

/** How far the money is from the day on which the invoice is due, or from its date where none is. */
export function dayReasons(money: Money, item: OpenItem): Reason[] {
  const fromDate = daysBetween(item.date, money.date);
  if (fromDate < 0) return [reason('days-before', say`${{ days: daysOf(-fromDate) }} before the invoice of ${{ date: item.date }}.`)];
  const off = item.due === null ? fromDate : daysBetween(item.due, money.date);
  const far = Math.abs(off);
  if (far > 31) return [];
  const signal = far <= 3 ? 'days-near' : far <= 7 ? 'days-week' : 'days-month';
  const said =
    item.due === null
      ? say`${{ days: daysOf(off) }} after the invoice of ${{ date: item.date }}.`
      : off === 0
        ? say`On the day on which it is due.`
        : off < 0
          ? say`${{ days: daysOf(-off) }} before it is due, ${{ due: item.due }}.`
          : say`${{ days: daysOf(off) }} after it was due, ${{ due: item.due }}.`;
  return [reason(signal, said)];
}
