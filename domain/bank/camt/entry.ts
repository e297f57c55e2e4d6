import { collapse, type XmlElement } from '../../einvoice/xml.ts';
import { equal, isNegative, isZero, negate, sum, type Amount } from '../../money/amount.ts';
import { say } from '../../words/said.ts';
import { blankLine, type ReadLine } from '../statement.ts';
import { accountNumber, tidy, wrong } from '../strict.ts';
import { at, child, children, dayIn, isDebit, money, need, textAt } from './xml.ts';

export interface Entry {
  lines: ReadLine[];
  /** False for entries that the bank only announces. */
  booked: boolean;
  /** It has parts, and they do not add up to it: it stays one line. */
  summed: boolean;
}

/** The lines of one entry: one for each of its transactions where these add up to it, else one for the whole. */
export function entryLines(entry: XmlElement, currency: string): Entry {
  const { amount, currency: own } = money(need(entry, 'Amt'));
  if (own !== currency)
    wrong(
      'bank.currencies',
      { row: entry.line, field: 'Ntry/Amt' },
      own,
      say`the entry is in ${{ other: own }}, and the account in ${{ currency }}`,
    );
  const debit = isDebit(need(entry, 'CdtDbtInd'));
  const signed = debit && !isZero(amount) ? negate(amount) : amount;
  const status = textAt(entry, 'Sts', 'Cd') || textAt(entry, 'Sts');
  if (status !== 'BOOK') return { lines: [], booked: false, summed: false };
  const base = baseOf(entry, signed, currency);
  const parts = children(entry, 'NtryDtls').flatMap((d) => children(d, 'TxDtls'));
  if (parts.length === 0) return { lines: [base], booked: true, summed: false };
  if (parts.length === 1) return { lines: [told(base, parts[0]!, currency)], booked: true, summed: false };
  const amounts = parts.map((p) => partAmount(p, debit, currency));
  if (amounts.includes(null) || !equal(sum(amounts), signed))
    return { lines: [{ ...base, text: base.text || told(base, parts[0]!, currency).text }], booked: true, summed: true };
  return {
    // Charges of the whole entry are not told of its parts.
    lines: parts.map((p, i) => told({ ...base, amount: amounts[i]!, charges: null, row: p.line }, p, currency)),
    booked: true,
    summed: false,
  };
}

function baseOf(entry: XmlElement, amount: Amount, currency: string): ReadLine {
  const booked = child(entry, 'BookgDt');
  const valued = child(entry, 'ValDt');
  const day = booked ?? valued ?? need(entry, 'BookgDt');
  return {
    ...blankLine(entry.line, dayIn(day), amount),
    valued: valued ? dayIn(valued) : null,
    reference: tidy(textAt(entry, 'NtryRef'), 200),
    text: tidy(textAt(entry, 'AddtlNtryInf')),
    bankId: tidy(textAt(entry, 'AcctSvcrRef'), 100),
    code: codeOf(child(entry, 'BkTxCd')),
    reversal: ['true', '1'].includes(textAt(entry, 'RvslInd')),
    charges: chargesOf(children(entry, 'Chrgs'), currency),
    ...exchanged(child(entry, 'AmtDtls'), amount),
    source: sourceOf(entry, ['NtryDtls']),
  };
}

/** The line with what the transaction says of it. */
function told(base: ReadLine, part: XmlElement, currency: string): ReadLine {
  const refs = child(part, 'Refs');
  const parties = child(part, 'RltdPties');
  const side = isNegative(base.amount) ? 'Cdtr' : 'Dbtr';
  const remittance = child(part, 'RmtInf');
  const words = [
    ...children(remittance, 'Ustrd').map((u) => collapse(u.text)),
    ...children(remittance, 'Strd').flatMap((s) => [
      textAt(s, 'CdtrRefInf', 'Ref'),
      ...children(s, 'RfrdDocInf').map((d) => textAt(d, 'Nb')),
      textAt(s, 'AddtlRmtInf'),
    ]),
  ].filter((w) => w !== '');
  const end = textAt(refs, 'EndToEndId');
  const charges = chargesOf(children(part, 'Chrgs'), currency);
  const changed = exchanged(child(part, 'AmtDtls'), base.amount);
  return {
    ...base,
    reference: tidy(end !== '' && end !== 'NOTPROVIDED' ? end : textAt(refs, 'TxId') || textAt(refs, 'ChqNb') || base.reference, 200),
    text: tidy(words.join(' ') || textAt(part, 'AddtlTxInf') || base.text),
    counterparty: tidy(
      textAt(parties, side, 'Nm') ||
        textAt(parties, side, 'Pty', 'Nm') ||
        textAt(parties, `Ultmt${side}`, 'Nm') ||
        textAt(parties, `Ultmt${side}`, 'Pty', 'Nm'),
      200,
    ),
    counterpartyAccount: accountNumber(textAt(parties, `${side}Acct`, 'Id', 'IBAN') || textAt(parties, `${side}Acct`, 'Id', 'Othr', 'Id')),
    bankId: tidy(textAt(refs, 'AcctSvcrRef'), 100) || base.bankId,
    charges: charges ?? base.charges,
    original: changed.original ?? base.original,
    rate: changed.rate ?? base.rate,
    source: { ...base.source, ...sourceOf(part, []) },
  };
}

/** What the transaction puts into the account, in its currency; null where the bank does not say. */
function partAmount(part: XmlElement, debit: boolean, currency: string): Amount | null {
  const found = child(part, 'Amt') ?? at(part, 'AmtDtls', 'TxAmt', 'Amt');
  if (!found) return null;
  const { amount, currency: own } = money(found);
  if (own !== currency) return null;
  const side = child(part, 'CdtDbtInd');
  return (side ? isDebit(side) : debit) && !isZero(amount) ? negate(amount) : amount;
}

/** Instructed amount and rate, where it was in another currency. */
function exchanged(details: XmlElement | null, amount: Amount): Pick<ReadLine, 'original' | 'rate'> {
  const instructed = at(details, 'InstdAmt', 'Amt');
  const exchange = ['InstdAmt', 'TxAmt', 'CntrValAmt'].map((name) => at(details, name, 'CcyXchg')).find((x) => x !== null) ?? null;
  const rate = textAt(exchange, 'XchgRate');
  if (instructed === null || exchange === null) return { original: null, rate: null };
  const told = money(instructed);
  return {
    original: { amount: isNegative(amount) && !isZero(told.amount) ? negate(told.amount) : told.amount, currency: told.currency },
    rate: /^[0-9]{1,12}(?:\.[0-9]{1,12})?$/.test(rate) ? rate : null,
  };
}

/** Sum of the charges in the line's currency: version 02 prints them one by one, later ones in records. */
function chargesOf(elements: readonly XmlElement[], currency: string): Amount | null {
  const records = elements.flatMap((e) => (child(e, 'Rcrd') ? children(e, 'Rcrd') : child(e, 'Amt') ? [e] : []));
  if (records.length === 0) return null;
  const read = records.map((r) => ({ ...money(need(r, 'Amt')), side: child(r, 'CdtDbtInd') }));
  if (read.some((r) => r.currency !== currency)) return null;
  return sum(read.map((r) => ((r.side !== null && !isDebit(r.side)) || isZero(r.amount) ? r.amount : negate(r.amount))));
}

const codeOf = (element: XmlElement | null): string => {
  const domain = [
    textAt(element, 'Domn', 'Cd'),
    textAt(element, 'Domn', 'Fmly', 'Cd'),
    textAt(element, 'Domn', 'Fmly', 'SubFmlyCd'),
  ].filter((c) => c !== '');
  return tidy(domain.length > 0 ? domain.join('-') : textAt(element, 'Prtry', 'Cd'), 60);
};

/** Every text below by the way to it; a second one of the same way is told with its number. */
function sourceOf(element: XmlElement, without: readonly string[]): Record<string, string> {
  const found: Record<string, string> = {};
  const take = (of: XmlElement, before: string): void => {
    for (const c of of.children) {
      if (without.includes(c.name)) continue;
      const way = before === '' ? c.name : `${before}/${c.name}`;
      const text = collapse(c.text);
      const currency = c.attributes.find((a) => a.name === 'Ccy')?.value;
      if (text !== '') {
        let name = way;
        for (let n = 2; Object.hasOwn(found, name); n++) name = `${way}[${n}]`;
        found[name] = (currency ? `${text} ${currency}` : text).slice(0, 1000);
      }
      take(c, way);
    }
  };
  take(element, '');
  return found;
}
