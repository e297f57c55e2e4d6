import { fixed, subtract, type Amount } from '../../money/amount.ts';
import type { Address, PartyDetails } from '../../parties/party.ts';
import { normaliseTaxId } from '../../tax-ids/normalise.ts';
import { say, type Said } from '../../words/said.ts';
import type { ReturnLine } from './line.ts';
import { regionName } from './provinces.ts';
import { buddhistDay, thaiBranch, thaiName, thaiTaxId } from './thai.ts';

/** Text of a field, or what is lacking for it and what to do. */
export type Field = string | Lacking;
export interface Lacking {
  lacks: Said;
  remedy: Said;
}

const lacking = (lacks: Said, remedy: Said): Lacking => ({ lacks, remedy });

const legal = (party: PartyDetails): Address | undefined => party.addresses.find((a) => a.use === 'legal') ?? party.addresses[0];

/** With two decimals; lists take no third, and nothing is rounded on the way to an authority. */
function hundredths(value: Amount, number: string): Field {
  return (value.split('.')[1] ?? '').length <= 2
    ? fixed(value, 2)
    : lacking(
        say`Certificate ${{ number }}: ${{ amount: value }} has more than two decimals.`,
        say`The list takes two decimals. Correct the figure by a replacing certificate.`,
      );
}

const base = ({ income, number }: ReturnLine): Field =>
  income.base === null
    ? lacking(say`Certificate ${{ number }} has an income line without its base.`, say`Enter the base that the paper prints.`)
    : hundredths(income.base, number);
const rate = ({ income, number }: ReturnLine): Field =>
  income.rate === null
    ? lacking(say`Certificate ${{ number }} has an income line without its rate.`, say`Enter the rate that the paper prints.`)
    : hundredths(income.rate, number);
const code = ({ income, number }: ReturnLine): Field =>
  income.code ?? lacking(say`Certificate ${{ number }} has an income line without a code.`, say`Choose the code of the form's own list.`);
const name = ({ payee, number }: ReturnLine, pick: (name: ReturnType<typeof thaiName>) => string): Field =>
  thaiName(payee).name === ''
    ? lacking(say`Certificate ${{ number }}: the payee has no name.`, say`Enter the name as it is registered.`)
    : pick(thaiName(payee));

/** The first number of the payee with so many digits. */
function digits(line: ReturnLine, counts: readonly number[]): Field {
  const found = line.payee.taxIds.map(({ value }) => normaliseTaxId(value)).find((id) => /^\d+$/.test(id) && counts.includes(id.length));
  return (
    found ??
    lacking(
      say`Certificate ${{ number: line.number }}: ${{ payee: line.payee.name }} has no tax number of ${{ digits: counts.join('/') }} digits.`,
      say`Enter the tax number of the payee under Settings, Parties, and on the certificate.`,
    )
  );
}
/** Tax number of 15 digits is the older way to write one of 16. */
const npwp = (id: string): string => (id.length === 15 ? `0${id}` : id);
const mapped = (field: Field, change: (text: string) => string): Field => (typeof field === 'string' ? change(field) : field);

const FIELDS = {
  sequence: (l) => String(l.sequence),
  'payee.thai-id': (l) =>
    thaiTaxId(l.payee) ??
    lacking(
      say`Certificate ${{ number: l.number }}: ${{ payee: l.payee.name }} has no Thai tax number of 13 digits.`,
      say`Enter the tax number of the payee under Settings, Parties, and on the certificate.`,
    ),
  /** Payees abroad need none. */
  'payee.thai-id-if-any': (l) => thaiTaxId(l.payee) ?? '',
  'payee.thai-branch': (l) => thaiBranch(l.payee),
  'payee.title': (l) => thaiName(l.payee).title,
  'payee.name': (l) => name(l, (n) => n.name),
  'payee.first': (l) => name(l, (n) => n.first),
  'payee.last': (l) => name(l, (n) => n.last),
  'payee.whole-name': (l) => (l.payee.name === '' ? name(l, (n) => n.name) : l.payee.name),
  'payee.country': (l) => l.payee.country,
  'payee.any-id': (l) => l.payee.taxIds[0]?.value ?? '',
  'payee.street': (l) => legal(l.payee)?.lines[0] ?? '',
  'payee.street2': (l) => (legal(l.payee)?.lines ?? []).slice(1).join(' '),
  'payee.city': (l) => legal(l.payee)?.city ?? '',
  'payee.province': (l) => regionName(legal(l.payee)?.region ?? null),
  'payee.postcode': (l) => legal(l.payee)?.postcode ?? '',
  'payee.npwp': (l) => mapped(digits(l, [15, 16]), npwp),
  'payee.nitku': (l) => mapped(digits(l, [15, 16]), (id) => `${npwp(id)}000000`),
  'payee.ph-tin': (l) => mapped(digits(l, [9, 12, 13, 14]), (id) => id.slice(0, 9)),
  'payee.ph-branch': (l) => mapped(digits(l, [9, 12, 13, 14]), (id) => (id.slice(9) || '0').padStart(4, '0').slice(-4)),
  'payer.nitku': (l) => {
    const id = l.payer?.taxIds.map(({ value }) => normaliseTaxId(value)).find((v) => /^\d{15,16}$/.test(v));
    return id === undefined
      ? lacking(
          say`Certificate ${{ number: l.number }}: the payer has no tax number of 15 or 16 digits.`,
          say`Enter it under Settings, Parties, and on the certificate.`,
        )
      : `${npwp(id)}000000`;
  },
  'paid.buddhist': (l) => buddhistDay(l.paid),
  'paid.iso': (l) => l.paid,
  'month.number': (l) => String(Number(l.month.slice(5))),
  'month.year': (l) => l.month.slice(0, 4),
  'month.slash': (l) => `${l.month.slice(5)}/${l.month.slice(0, 4)}`,
  /** What the paper says of the income, else its code. */
  'income.text': (l) =>
    l.income.description ||
    l.income.code ||
    lacking(
      say`Certificate ${{ number: l.number }} has an income line that does not say what it is.`,
      say`Enter the kind of income, such as service fee.`,
    ),
  'income.code': code,
  'income.base': base,
  'income.rate': rate,
  'income.tax': (l) => hundredths(l.income.tax, l.number),
  'income.net': (l) => (l.income.base === null ? base(l) : hundredths(subtract(l.income.base, l.income.tax), l.number)),
  'invoice.number': (l) =>
    l.invoice?.number ??
    lacking(
      say`Certificate ${{ number: l.number }} has an income line that stands beside no invoice.`,
      say`The list asks for the document behind each line: enter one line for each invoice.`,
    ),
  'invoice.date': (l) => l.invoice?.date ?? '',
  'certificate.remittance': (l) => l.remittance,
  condition: (l) => l.condition,
} as const satisfies Record<string, (line: ReturnLine) => Field>;

export type FieldName = keyof typeof FIELDS;

/** The text of a field in one line: breaks and controls are spaces. */
export const fieldOf = (line: ReturnLine, field: FieldName): Field =>
  mapped(FIELDS[field](line), (text) => text.replace(/[\s\p{Cc}]+/gu, ' ').trim());
