import type { XmlElement } from '../../einvoice/xml.ts';
import { isZero, negate, type Amount } from '../../money/amount.ts';
import { refuse } from '../../result.ts';
import type { PlainDate } from '../../time/plain-date.ts';
import { say, type Said } from '../../words/said.ts';
import type { ReadAccount, ReadFile, ReadStatement } from '../statement.ts';
import { accountNumber, currencyIn, tidy, truncated, wrong } from '../strict.ts';
import { entryLines } from './entry.ts';
import { at, child, children, dayIn, isDebit, money, need, textAt } from './xml.ts';

const NAMESPACE = /^urn:(?:iso:std:iso:20022:tech:xsd|swift:xsd):\$?camt\.053\.001\.([0-9]{2})$/;
const OTHER = /camt\.05([24])\.001/;

/** True for the root of any message of this family. */
export const isCamt = (root: XmlElement): boolean => root.name === 'Document' && /camt\.05[234]\.001/.test(root.ns);

/**
 * Statements of a camt.053 message (ISO 20022, bank to customer statement, versions 02 to 13). Throws a Failure that names line
 * and element for all that is not as the message definition says.
 */
export function readCamt(root: XmlElement): ReadFile {
  const version = NAMESPACE.exec(root.ns)?.[1];
  const other = OTHER.exec(root.ns)?.[1];
  if (version === undefined)
    refuse(
      'bank.camt-other',
      say`The file is ${{ message: other === undefined ? tidy(root.ns, 100) : `camt.05${other}` }}, and no statement of booked entries.`,
      {
        row: root.line,
        remedy: 'Ask the bank for camt.053.',
      },
    );
  const statements = children(child(root, 'BkToCstmrStmt'), 'Stmt');
  if (statements.length === 0) truncated(root.line, 'BkToCstmrStmt/Stmt');
  return {
    format: 'camt.053',
    evidence: say`Read as camt.053, version ${{ version }}: the namespace of its root says so.`,
    statements: statements.map(statementOf),
  };
}

interface Balance {
  code: string;
  amount: Amount;
  day: PlainDate;
  currency: string;
}

function statementOf(element: XmlElement): ReadStatement {
  const balances = children(element, 'Bal').map(balanceOf);
  const account = need(element, 'Acct');
  const currency = currencyOf(account, balances, element);
  const interim = balances.filter((b) => b.code === 'ITBD');
  const opening =
    balances.find((b) => b.code === 'OPBD') ?? balances.find((b) => b.code === 'PRCD') ?? (interim.length > 1 ? interim[0] : undefined);
  const closing = balances.find((b) => b.code === 'CLBD') ?? interim.at(-1);
  const notices: Said[] = [];
  const entries = children(element, 'Ntry').map((e) => entryLines(e, currency));
  const waiting = entries.filter((e) => !e.booked).length;
  if (waiting > 0) notices.push(say`${{ count: waiting }} entries are not booked yet; they are left out.`);
  const kept = entries.filter((e) => e.summed).length;
  if (kept > 0) notices.push(say`${{ count: kept }} collective entries stay one line: their parts do not add up to them.`);
  const lines = entries.flatMap((e) => e.lines);
  checkCount(element, entries.length);
  const days = lines.map((l) => l.booked).toSorted();
  const told = { first: dayOrNull(at(element, 'FrToDt', 'FrDtTm')), last: dayOrNull(at(element, 'FrToDt', 'ToDtTm')) };
  const fallback = closing?.day ?? dayOrNull(child(element, 'CreDtTm')) ?? null;
  const first = least([told.first, days[0] ?? fallback]);
  const last = most([told.last, days.at(-1) ?? null, told.last === null ? fallback : null]);
  return {
    account: accountOf(account),
    number: tidy(textAt(element, 'ElctrncSeqNb') || textAt(element, 'LglSeqNb') || textAt(element, 'Id'), 40),
    currency,
    opening: opening?.amount ?? null,
    closing: closing?.amount ?? null,
    first: first ?? truncated(element.line, 'Stmt/FrToDt'),
    last: last ?? truncated(element.line, 'Stmt/FrToDt'),
    lines,
    rejected: [],
    notices,
  };
}

const dayOrNull = (element: XmlElement | null): PlainDate | null => (element === null ? null : dayIn(element));
const known = (days: readonly (PlainDate | null)[]): PlainDate[] => days.filter((d) => d !== null).toSorted();
const least = (days: readonly (PlainDate | null)[]): PlainDate | null => known(days)[0] ?? null;
const most = (days: readonly (PlainDate | null)[]): PlainDate | null => known(days).at(-1) ?? null;

function balanceOf(element: XmlElement): Balance {
  const { amount, currency } = money(need(element, 'Amt'));
  return {
    code: textAt(element, 'Tp', 'CdOrPrtry', 'Cd'),
    amount: isDebit(need(element, 'CdtDbtInd')) && !isZero(amount) ? negate(amount) : amount,
    day: dayIn(need(element, 'Dt')),
    currency,
  };
}

/** Of the account, else of its balances; two different ones are refused. */
function currencyOf(account: XmlElement, balances: readonly Balance[], statement: XmlElement): string {
  const named = child(account, 'Ccy');
  const code = named ? currencyIn(textAt(account, 'Ccy'), { row: named.line, field: 'Ccy' }) : (balances[0]?.currency ?? null);
  const first = at(statement, 'Ntry', 'Amt');
  const currency = code ?? (first ? money(first).currency : truncated(account.line, 'Acct/Ccy'));
  const odd = balances.find((b) => b.currency !== currency);
  if (odd)
    wrong(
      'bank.currencies',
      { row: account.line, field: 'Bal/Amt' },
      odd.currency,
      say`a balance is in ${{ other: odd.currency }}, and the account in ${{ currency }}`,
    );
  return currency;
}

function accountOf(element: XmlElement): ReadAccount {
  const iban = textAt(element, 'Id', 'IBAN');
  const number = accountNumber(iban === '' ? textAt(element, 'Id', 'Othr', 'Id') : iban);
  const bank = at(element, 'Svcr', 'FinInstnId');
  return {
    number: number === '' ? truncated(element.line, 'Acct/Id') : number,
    bank: accountNumber(textAt(bank, 'BICFI') || textAt(bank, 'BIC') || textAt(bank, 'ClrSysMmbId', 'MmbId') || textAt(bank, 'Othr', 'Id')),
    name: tidy(textAt(element, 'Nm') || textAt(element, 'Ownr', 'Nm'), 100),
    kind: 'bank',
  };
}

/** Where the bank says how many entries there are, there are that many. */
function checkCount(element: XmlElement, found: number): void {
  const total = at(element, 'TxsSummry', 'TtlNtries', 'NbOfNtries');
  if (total === null) return;
  const text = textAt(element, 'TxsSummry', 'TtlNtries', 'NbOfNtries');
  if (/^[0-9]{1,15}$/.test(text) && text.replace(/^0+(?=[0-9])/, '') !== String(found))
    refuse('bank.truncated-count', say`The statement says that it has ${{ told: text }} entries, and has ${{ found }}.`, {
      row: total.line,
      column: 'NbOfNtries',
      value: text,
      remedy: 'Download the file again; it was cut off.',
    });
}
