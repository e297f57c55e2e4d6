import { isNegative, type Amount } from '../../money/amount.ts';
import { refuse } from '../../result.ts';
import type { PlainDate } from '../../time/plain-date.ts';
import { say, type Said } from '../../words/said.ts';
import { blankLine, type ReadFile, type ReadLine, type ReadStatement } from '../statement.ts';
import { accountNumber, currencyIn, tidy, wrong } from '../strict.ts';
import { allOf, childAt, readTree, valueAt, type OfxElement } from './tree.ts';
import { amountIn, dayIn, need } from './values.ts';

/**
 * Statements of an OFX file, 1.x (SGML) and 2.x (XML): of bank accounts (STMTRS) and of cards (CCSTMTRS). OFX prints a closing
 * balance and no opening one. Throws a Failure that names line and element for all that is not as the specification says.
 */
export function readOfx(text: string): ReadFile {
  const { root, edition, header } = readTree(text);
  const version = header.get('VERSION') ?? '';
  for (const status of allOf(root, ['STATUS'])) {
    if (valueAt(status, 'SEVERITY') === 'ERROR')
      refuse(
        'bank.ofx-error',
        say`The bank has answered with error ${{ code: valueAt(status, 'CODE').slice(0, 10) }} in place of a statement.`,
        {
          row: status.row,
          column: '<STATUS>',
          value: tidy(valueAt(status, 'MESSAGE'), 200),
          remedy: 'Download the statement again.',
        },
      );
  }
  const statements = allOf(root, ['STMTRS', 'CCSTMTRS']).map(statementOf);
  if (statements.length === 0)
    refuse('bank.ofx-none', 'The OFX file holds no statement of a bank account or card.', {
      remedy: 'Statements of investments and loans are not read. Choose the download of an account or card.',
    });
  return {
    format: 'ofx',
    evidence:
      edition === 1
        ? say`Read as OFX ${{ version: version === '' ? '1' : version }}: the header OFXHEADER:100 and an element <OFX>.`
        : say`Read as OFX ${{ version: version === '' ? '2' : version }}: the declaration <?OFX?> and an element <OFX>.`,
    statements,
  };
}

function statementOf(element: OfxElement): ReadStatement {
  const card = element.name === 'CCSTMTRS';
  const from = need(element, card ? 'CCACCTFROM' : 'BANKACCTFROM');
  const currency = need(element, 'CURDEF');
  const code = currencyIn(currency.value, { row: currency.row, field: '<CURDEF>' });
  const list = childAt(element, 'BANKTRANLIST');
  const lines = (list?.children.filter((c) => c.name === 'STMTTRN') ?? []).map((e) => lineOf(e, code));
  const days = lines.map((l) => l.booked).toSorted();
  const told = { first: dayOrNull(childAt(list, 'DTSTART')), last: dayOrNull(childAt(list, 'DTEND')) };
  const { closing, asOf, notices } = closingOf(element, told.last, days.at(-1) ?? null);
  const first = earliest([told.first, days[0], told.first === null ? asOf : null]);
  const last = latest([told.last, days.at(-1), told.last === null ? asOf : null]);
  if (first === null || last === null) return need(list ?? element, 'DTSTART') as never;
  return {
    account: {
      number: accountNumber(need(from, 'ACCTID').value),
      bank: accountNumber(valueAt(from, 'BANKID')),
      name: '',
      kind: card ? 'card' : 'bank',
    },
    number: '',
    currency: code,
    opening: null,
    closing,
    first,
    last,
    lines,
    rejected: [],
    notices,
  };
}

const dayOrNull = (element: OfxElement | null): PlainDate | null => (element === null || element.value === '' ? null : dayIn(element));
const known = (days: readonly (PlainDate | null | undefined)[]): PlainDate[] =>
  days.filter((d): d is PlainDate => d !== null && d !== undefined);
const earliest = (days: readonly (PlainDate | null | undefined)[]): PlainDate | null => known(days).toSorted()[0] ?? null;
const latest = (days: readonly (PlainDate | null | undefined)[]): PlainDate | null => known(days).toSorted().at(-1) ?? null;

/** The ledger balance closes the statement only where it is of its last day: banks also print the balance of the download. */
function closingOf(
  element: OfxElement,
  told: PlainDate | null,
  lastLine: PlainDate | null,
): { closing: Amount | null; asOf: PlainDate | null; notices: Said[] } {
  const ledger = childAt(element, 'LEDGERBAL');
  if (ledger === null) return { closing: null, asOf: null, notices: [] };
  const amount = amountIn(need(ledger, 'BALAMT'));
  const asOf = dayIn(need(ledger, 'DTASOF'));
  if ((told !== null && asOf > told) || (lastLine !== null && asOf < lastLine))
    return {
      closing: null,
      asOf,
      notices: [
        say`The balance ${{ amount }} is of ${{ day: asOf }}, and not of the end of the statement: it is not held against the lines.`,
      ],
    };
  return { closing: amount, asOf, notices: [] };
}

function lineOf(element: OfxElement, currency: string): ReadLine {
  const amountElement = need(element, 'TRNAMT');
  const amount = amountIn(amountElement);
  const other = childAt(element, 'CURRENCY');
  const foreign = childAt(element, 'ORIGCURRENCY');
  if (other !== null && valueAt(other, 'CURSYM') !== currency)
    wrong(
      'bank.currencies',
      { row: amountElement.row, field: '<TRNAMT>' },
      amountElement.value,
      say`the amount is in ${{ other: valueAt(other, 'CURSYM').slice(0, 10) }} and was not converted to ${{ currency }}`,
    );
  const payee = childAt(element, 'PAYEE');
  const to = childAt(element, 'BANKACCTTO') ?? childAt(element, 'CCACCTTO');
  const name = tidy(valueAt(element, 'NAME') || valueAt(payee, 'NAME') || valueAt(element, 'EXTDNAME'), 200);
  const memo = tidy(valueAt(element, 'MEMO'));
  const kind = valueAt(element, 'TRNTYPE');
  return {
    ...blankLine(element.row, dayIn(need(element, 'DTPOSTED')), amount),
    valued: dayOrNull(childAt(element, 'DTAVAIL')),
    reference: tidy(valueAt(element, 'REFNUM') || valueAt(element, 'CHECKNUM'), 200),
    text: memo === '' ? name : memo,
    counterparty: name,
    counterpartyAccount: accountNumber(valueAt(to, 'ACCTID')),
    bankId: tidy(need(element, 'FITID').value, 255),
    code: tidy(kind, 60),
    reversal: valueAt(element, 'CORRECTACTION') === 'DELETE',
    charges: ['FEE', 'SRVCHG'].includes(kind) && isNegative(amount) ? amount : null,
    original:
      foreign === null ? null : { amount: null, currency: currencyIn(valueAt(foreign, 'CURSYM'), { row: foreign.row, field: '<CURSYM>' }) },
    rate: foreign === null ? null : rateIn(need(foreign, 'CURRATE')),
    source: sourceOf(element),
  };
}

const rateIn = (element: OfxElement): string => {
  const text = element.value.replace(',', '.');
  return /^[0-9]{1,12}(?:\.[0-9]{1,18})?$/.test(text)
    ? text
    : wrong(
        'bank.rate',
        { row: element.row, field: '<CURRATE>' },
        element.value,
        say`“${{ value: element.value.slice(0, 40) }}” is no rate`,
      );
};

/** Every value of the transaction by its element. */
function sourceOf(element: OfxElement): Record<string, string> {
  const found: Record<string, string> = {};
  const take = (of: OfxElement, before: string): void => {
    for (const child of of.children) {
      if (child.children.length > 0) take(child, `${before}${child.name}/`);
      else if (child.value !== '') found[`${before}${child.name}`] = child.value.slice(0, 1000);
    }
  };
  take(element, '');
  return found;
}
