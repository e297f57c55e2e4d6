import type { ReadDb } from '../../../db/connection.ts';
import { listCertificates } from '../../../db/queries/wht.ts';
import { sum, type Amount } from '../../../domain/money/amount.ts';
import { refuse } from '../../../domain/result.ts';
import { periodSpan, type PeriodSpan } from '../../../domain/time/period-span.ts';
import type { Period } from '../../../domain/time/plain-date.ts';
import { formById } from '../../../domain/wht/forms/index.ts';
import { partsOf, standingOf } from '../../../domain/wht/register/row.ts';
import { cellsOf, layoutOf } from '../../../domain/wht/returns/index.ts';
import type { Layout, ListId } from '../../../domain/wht/returns/layout.ts';
import { CONDITIONS, type Condition, type ReturnLine } from '../../../domain/wht/returns/line.ts';
import { pndKind } from '../../../domain/wht/returns/thai.ts';
import { english, say, type Said, type Sentence } from '../../../domain/words/said.ts';
import { settingsOf } from '../../book/profile.ts';
import type { Certificate } from '../../contract/wht.ts';
import { toCertificates } from '../view.ts';
import { countryOf } from './data.ts';

interface Lack {
  certificate: Certificate;
  said: Said;
  remedy: Sentence;
}
export interface Listed {
  layout: Layout;
  /** Texts of each line in the layout's columns. */
  rows: string[][];
  certificates: number;
  base: Amount;
  tax: Amount;
  lacks: Lack[];
  leftOut: number;
}

/** The month of the list's return and its days; those of the quarter where it is one of quarters. */
function spanOf({ span }: Layout, period: Period): PeriodSpan & { month: Period } {
  const days = periodSpan(span === 'month' ? period : `${period.slice(0, 4)}-Q${Math.ceil(Number(period.slice(5, 7)) / 3)}`)!;
  return { ...days, month: days.last.slice(0, 7) };
}

const belongs = (layout: Layout, c: Certificate): boolean => {
  // What a bank withholds and reports by itself is in no return of the payer.
  if (c.form === 'TH-E-WHT') return false;
  // Without a payee the form may say of whom it is; else the list cannot tell, and says that it lacks the payee.
  if (c.payee === null) {
    const of = c.form === null ? 'any' : (formById(c.form)?.payee ?? 'any');
    return of === 'any' || (of === 'resident') === (layout.payee === 'resident');
  }
  if (layout.country === 'TH') return layout.id === `TH-PND-${pndKind(c.payee)}`;
  return (c.payee.country === layout.country) === (layout.payee === 'resident');
};

/** Who bears the tax, where the paper's figures say so. */
const conditionOf = (c: Certificate, otherwise: Condition): Condition =>
  CONDITIONS.find((known) => known === c.figures['condition']) ?? otherwise;

/**
 * Lines of certificates that we wrote as payer and that count, paid for in the month of the list: by the day of payment of each
 * income line, else the day of the certificate. Nothing is guessed or rounded: what a line lacks is said.
 */
export function listedOf(read: ReadDb, id: ListId, period: Period, condition: Condition = '1'): Listed {
  const layout = layoutOf(id);
  const profile = settingsOf(read);
  const { first, last, month } = spanOf(layout, period);
  const within = (day: string): boolean => day >= first && day <= last;
  const own = toCertificates(read, listCertificates(read, { side: 'payer' }).toReversed()).filter(
    (c) =>
      countryOf(c, profile) === layout.country &&
      belongs(layout, c) &&
      (c.income.length === 0 ? [c.date] : c.income.map((line) => line.paid ?? c.date)).some(within),
  );
  const counted = own.filter((c) => standingOf(c.status) === 'counted');
  const rows: string[][] = [];
  const lacks: Lack[] = [];
  const listed: { base: Amount | null; tax: Amount }[] = [];
  const ordered = counted
    .flatMap((c) => {
      if (c.payee === null || c.income.length === 0) {
        lacks.push(lackOf(c));
        return [];
      }
      return partsOf(c.income, c.allocations).flatMap(({ income, allocation }) =>
        income === null || !within(income.paid ?? c.date) ? [] : [{ c, payee: c.payee!, income, allocation, paid: income.paid ?? c.date }],
      );
    })
    .toSorted((a, b) => (a.paid === b.paid ? 0 : a.paid < b.paid ? -1 : 1));
  for (const { c, payee, income, allocation, paid } of ordered) {
    if (c.currency !== layout.currency) {
      if (!lacks.some((l) => l.certificate === c)) lacks.push(currencyLack(c, layout.currency));
      continue;
    }
    const line: ReturnLine = {
      sequence: rows.length + 1,
      number: c.number,
      payee,
      payer: c.payer,
      income,
      paid,
      month,
      currency: c.currency,
      invoice: allocation && { number: allocation.invoice, date: allocation.invoiceDate },
      remittance: c.remittance,
      condition: conditionOf(c, condition),
    };
    const found = cellsOf(layout, line);
    if ('lacks' in found) lacks.push(...found.lacks.map(({ lacks: said, remedy }) => ({ certificate: c, said, remedy })));
    else {
      rows.push(found.cells);
      listed.push(income);
    }
  }
  return {
    layout,
    rows,
    certificates: new Set(ordered.map(({ c }) => c.id)).size,
    base: sum(listed.map((l) => l.base)),
    tax: sum(listed.map((l) => l.tax)),
    lacks: unique(lacks),
    leftOut: own.length - counted.length,
  };
}

const unique = (lacks: readonly Lack[]): Lack[] => [...new Map(lacks.map((l) => [`${l.certificate.id} ${english(l.said)}`, l])).values()];

function lackOf(c: Certificate): Lack {
  return c.payee === null
    ? {
        certificate: c,
        said: say`Certificate ${{ number: c.number }} names no payee.`,
        remedy: 'Replace it by a certificate that names the payee, or leave it out.',
      }
    : {
        certificate: c,
        said: say`Certificate ${{ number: c.number }} prints no income line.`,
        remedy: 'Replace it by a certificate with the income that the paper prints: kind, base, rate and tax.',
      };
}

const currencyLack = (c: Certificate, currency: string): Lack => ({
  certificate: c,
  said: say`Certificate ${{ number: c.number }} is in ${{ currency: c.currency }}; the list is in ${{ wanted: currency }}.`,
  remedy: say`Enter the certificate in ${{ wanted: currency }}, and the invoice's amount beside it.`,
});

/** The list, or a refusal that names the first thing that is lacking and how many more there are; with `leaveOut` only an empty list is refused. */
export function completeList(read: ReadDb, id: ListId, period: Period, leaveOut: boolean, condition?: Condition): Listed {
  const listed = listedOf(read, id, period, condition);
  const [first] = listed.lacks;
  if (first && !leaveOut) {
    const more = listed.lacks.length - 1;
    refuse('wht.list-lacks', more === 0 ? first.said : say`${{ first: first.said }} ${{ more }} more things are lacking.`, {
      value: first.certificate.number,
      remedy: first.remedy,
    });
  }
  if (listed.rows.length === 0)
    refuse('wht.list-empty', say`No certificate of ${{ period }} belongs in this list.`, {
      value: period,
      remedy: 'Choose another month, or record the certificates with country, payee and income lines.',
    });
  return listed;
}
