import { equal, isNegative, isZero, negate, parseAmount, type Amount } from '../../money/amount.ts';
import { refuse } from '../../result.ts';
import type { PlainDate } from '../../time/plain-date.ts';
import { say } from '../../words/said.ts';
import { blankLine, type ReadFile, type ReadLine, type ReadStatement } from '../statement.ts';
import { accountNumber, currencyIn, dayOf, isIban, tidy, truncated, unsigned, wrong } from '../strict.ts';
import { readInfo86 } from './info86.ts';
import { readLine61, yearOf } from './line61.ts';
import { messagesOf, type Field, type Message } from './messages.ts';

interface Balance {
  row: number;
  /** M: a page between. */
  interim: boolean;
  date: PlainDate;
  currency: string;
  amount: Amount;
}

interface Page {
  account: { number: string; bank: string };
  number: string;
  opening: Balance;
  closing: Balance;
  lines: ReadLine[];
}

/**
 * Statements of an MT940 file (SWIFT standards, category 9: fields 20, 25, 28C, 60, 61, 86, 62). Pages of one statement are put
 * together. Throws a Failure that names line and field for all that is not as the standard says.
 */
export function readMt940(text: string): ReadFile {
  const messages = messagesOf(text);
  const pages = messages.map(pageOf);
  const statements: ReadStatement[] = [];
  let before: Page | null = null;
  for (const page of pages) {
    if (before?.closing.interim && page.opening.interim) continues(before, page, statements.at(-1)!);
    else {
      if (before?.closing.interim) truncated(before.closing.row, ':62F:');
      statements.push(statementOf(page));
    }
    before = page;
  }
  if (before?.closing.interim) truncated(before.closing.row, ':62F:');
  return {
    format: 'mt940',
    evidence: say`Read as MT940: ${{ messages: messages.length }} messages with fields :20: to :62:.`,
    statements,
  };
}

const statementOf = ({ account, number, opening, closing, lines }: Page): ReadStatement => ({
  account: { ...account, name: '', kind: 'bank' },
  number,
  currency: opening.currency,
  opening: opening.amount,
  closing: closing.amount,
  // The opening balance bears the day of the statement before; the lines say with which day this one begins.
  first: lines.map((l) => l.booked).reduce((a, b) => (b < a ? b : a), closing.date),
  last: lines.map((l) => l.booked).reduce((a, b) => (b > a ? b : a), closing.date),
  lines,
  rejected: [],
  notices: [],
});

/** The next page of a statement: it must begin with the very balance with which the one before ends. */
function continues(before: Page, page: Page, into: ReadStatement): void {
  if (
    page.account.number !== before.account.number ||
    page.opening.currency !== before.opening.currency ||
    !equal(page.opening.amount, before.closing.amount)
  )
    wrong(
      'bank.mt940-page',
      { row: page.opening.row, field: ':60M:' },
      page.opening.amount,
      say`the page begins with ${{ amount: page.opening.amount }} ${{ currency: page.opening.currency }}, and the one before it ends with ${{ other: before.closing.amount }} ${{ currency2: before.opening.currency }}`,
    );
  const next = statementOf(page);
  into.lines.push(...next.lines);
  into.closing = next.closing;
  if (next.last > into.last) into.last = next.last;
  if (next.first < into.first) into.first = next.first;
}

function pageOf(message: Message): Page {
  const interim = message.fields.find((f) => f.tag === '13D' || f.tag === '34F' || f.tag.startsWith('90'));
  if (interim)
    refuse(
      'bank.mt942',
      say`Line ${{ row: interim.row }} has field :${{ tag: interim.tag }}:, which reports of the same day have (MT942) and statements do not.`,
      {
        row: interim.row,
        column: `:${interim.tag}:`,
        remedy: 'Ask the bank for the statement of booked entries, MT940.',
      },
    );
  const find = (tags: readonly string[]): Field =>
    message.fields.find((f) => tags.includes(f.tag)) ?? truncated(message.end, tags.map((t) => `:${t}:`).join(' / '));
  const opening = balanceOf(find(['60F', '60M']));
  const closing = balanceOf(find(['62F', '62M']));
  if (opening.currency !== closing.currency)
    wrong(
      'bank.currencies',
      { row: closing.row, field: ':62F:' },
      closing.currency,
      say`the statement begins in ${{ currency: opening.currency }} and ends in ${{ other: closing.currency }}`,
    );
  return {
    account: accountOf(find(['25', '25P']), opening.currency),
    number: find(['28C', '28']).lines[0]!.trim().slice(0, 40).replace(/\/.*$/, ''),
    opening,
    closing,
    lines: linesOf(message, opening.currency),
  };
}

function balanceOf({ tag, row, lines }: Field): Balance {
  const place = { row, field: `:${tag}:` };
  const match = /^([CD])([0-9]{2})([0-9]{2})([0-9]{2})([A-Z]{3})(.+)$/.exec(lines[0]!);
  if (!match) return wrong('bank.mt940-balance', place, lines[0]!, say`“${{ value: lines[0]!.slice(0, 60) }}” is no balance`);
  const [, mark, year, month, day, currency, figure] = match as unknown as [string, string, string, string, string, string, string];
  const amount = unsigned(figure, ',', place);
  return {
    row,
    interim: tag.endsWith('M'),
    date: dayOf(yearOf(year), month, day, lines[0]!.slice(1, 7), place),
    currency: currencyIn(currency, place),
    amount: mark === 'D' && !isZero(amount) ? negate(amount) : amount,
  };
}

/** `BANK/NUMBER`, an IBAN, or a number; some banks put the currency behind it. */
function accountOf({ lines, tag }: Field, currency: string): Page['account'] {
  const text = accountNumber(lines[0]!).replace(/^\//, '');
  const [bank, number] = text.includes('/') ? [text.slice(0, text.indexOf('/')), text.slice(text.indexOf('/') + 1)] : ['', text];
  const short = number.endsWith(currency) ? number.slice(0, -3) : number;
  const own = short !== number && (isIban(short) || /^[0-9]+$/.test(short)) ? short : number;
  return { number: own, bank: tag === '25P' ? accountNumber(lines[1] ?? '') : bank.slice(0, 40) };
}

function linesOf(message: Message, currency: string): ReadLine[] {
  const lines: ReadLine[] = [];
  let current: ReadLine | null = null;
  for (const field of message.fields) {
    if (field.tag === '61') {
      current = lineOf(field, currency);
      lines.push(current);
    } else if (field.tag === '86' && current) {
      describe(current, field, currency);
      current = null;
    } else if (field.tag !== 'NS') current = null;
  }
  return lines;
}

function lineOf(field: Field, currency: string): ReadLine {
  const read = readLine61(field);
  if (read.funds !== '' && read.funds !== currency[2])
    wrong(
      'bank.currencies',
      { row: field.row, field: ':61:' },
      read.funds,
      say`the line is in a currency that ends in ${{ letter: read.funds }}, and the statement in ${{ currency }}`,
    );
  return {
    ...blankLine(field.row, read.booked, read.amount),
    valued: read.valued,
    reversal: read.reversal,
    code: read.code,
    reference: tidy(read.reference, 200),
    bankId: tidy(read.bankId, 100),
    text: tidy(read.supplement),
    source: { ':61:': field.lines.join('\n').slice(0, 1000) },
  };
}

/** Lays field 86 over the line; what field 61 says stays where 86 is silent. */
function describe(line: ReadLine, field: Field, currency: string): void {
  const info = readInfo86(field.lines);
  line.source[':86:'] = field.lines.join('\n').slice(0, 3000);
  line.text = info.text === '' ? line.text : info.text;
  line.reference = info.reference === '' ? line.reference : info.reference;
  line.counterparty = info.counterparty.slice(0, 200);
  line.counterpartyAccount = info.counterpartyAccount.slice(0, 64);
  if (info.code !== '') line.code = info.code.slice(0, 60);
  const charges = priced(info.charges);
  if (charges && (charges.currency === null || charges.currency === currency))
    line.charges = isZero(charges.amount) ? charges.amount : negate(charges.amount);
  const original = priced(info.original);
  if (original && original.currency !== null)
    line.original = {
      amount: isNegative(line.amount) && !isZero(original.amount) ? negate(original.amount) : original.amount,
      currency: original.currency,
    };
  const rate = /^[0-9]{1,12}(?:[.,][0-9]{1,12})?$/.exec(info.rate);
  if (rate) line.rate = rate[0].replace(',', '.');
}

/** `EUR1,50` or `1,50`: what describes a line is taken where it can be read, and stays in the original text in any case. */
function priced(text: string): { amount: Amount; currency: string | null } | null {
  const match = /^([A-Z]{3})? ?([0-9]{1,15})(?:,([0-9]{0,10}))?$/.exec(text.trim());
  if (!match) return null;
  const read = parseAmount(`${match[2]}${match[3] ? `.${match[3]}` : ''}`);
  return read.ok && read.value !== null ? { amount: read.value, currency: match[1] ?? null } : null;
}
