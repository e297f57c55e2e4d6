import { absolute, compare, equal, subtract, type Amount } from '../../money/amount.ts';
import { D } from '../../money/decimal.ts';
import { say, type Param } from '../../words/said.ts';
import type { PlainDate } from '../../time/plain-date.ts';
import type { IncomeLine } from '../certificate.ts';
import { codesOf } from '../forms/index.ts';
import type { CertificateForm, IncomeCode, UsualRate } from '../forms/form.ts';
import { taxOn, toleranceOf } from '../forms/rounding.ts';
import { nearestTo, remark, type Remark } from '../remark.ts';
import { dayOf, type CheckedPaper, type RuleRate } from './paper.ts';

type Known = Pick<UsualRate, 'ratePct' | 'when'> & { rule?: string };

/** Each line's code and rate against the form's list of the day, and against what rule and treaties say for the invoices. */
export function rateRemarks(paper: CheckedPaper, rules: readonly RuleRate[]): Remark[] {
  return paper.income.flatMap((line, i) => {
    const day = dayOf(paper, line);
    const listed = paper.form ? listedFor(paper.form, line, day) : [];
    const known: Known[] = [...listed.flatMap((code) => code.rates), ...rules.map(({ id, ratePct }) => ({ ratePct, rule: id }))];
    return [...codeRemarks(paper.form, line, i + 1, day), ...lineRemarks(paper, line, i + 1, day, known)];
  });
}

/** Entries of the list for the line: of its code, and of its kind of income where the code has several or is not in the list. */
export function listedFor(form: CertificateForm, line: Pick<IncomeLine, 'code' | 'category'>, day: PlainDate): IncomeCode[] {
  const all = codesOf(form, day);
  const ofCode = line.code === null ? [] : all.filter((code) => code.code === line.code);
  const ofKind = (ofCode.length > 0 ? ofCode : all).filter((code) => code.category === line.category);
  return ofKind.length > 0 ? ofKind : ofCode;
}

function codeRemarks(form: CertificateForm | null, { code }: IncomeLine, line: number, day: PlainDate): Remark[] {
  if (!form || code === null || form.codes.length === 0 || codesOf(form, day).some((known) => known.code === code)) return [];
  const other = form.codes.some((known) => known.code === code);
  return [
    remark(
      other ? 'wht.code-dated' : 'wht.code-unknown',
      other
        ? say`Income line ${{ line }}: code ${{ code }} of ${{ form: form.short }} was not in use on ${{ day }}.`
        : say`Income line ${{ line }}: ${{ form: form.short }} has no code ${{ code }} in this edition's list.`,
      { severity: other ? 'warn' : 'info', found: code },
    ),
  ];
}

function lineRemarks(paper: CheckedPaper, line: IncomeLine, at: number, day: PlainDate, known: readonly Known[]): Remark[] {
  if (known.length === 0) return [];
  if (line.rate !== null) {
    if (known.some((k) => equal(k.ratePct, line.rate!))) return [];
    const nearest = nearestTo(
      line.rate,
      known.map((k) => k.ratePct),
    );
    return [
      remark(
        'wht.rate-unusual',
        say`Income line ${{ line: at }}: ${{ rate: line.rate }} % is none of the rates known for ${{ day }}: ${{ rates: wordsOf(known) }}.`,
        {
          severity: 'info',
          expected: nearest,
          found: line.rate,
          difference: line.base === null ? null : subtract(line.tax, taxOn(paper.form, line.base, nearest, paper.currency)),
        },
      ),
    ];
  }
  return line.base === null ? [] : shareRemarks(paper, { ...line, base: line.base }, at, day, known);
}

/** A paper without a column for the rate: its tax must be what one of the known rates makes of the base. */
function shareRemarks(
  { form, currency }: CheckedPaper,
  { base, tax }: { base: Amount; tax: Amount },
  at: number,
  day: PlainDate,
  known: readonly Known[],
): Remark[] {
  const amounts = known.map((k) => taxOn(form, base, k.ratePct, currency));
  const nearest = nearestTo(tax, amounts);
  const difference = subtract(tax, nearest);
  if (compare(absolute(difference), toleranceOf(form, currency)) <= 0) return [];
  const share = new D(base).isZero() ? '…' : new D(tax).times(100).dividedBy(base).toDecimalPlaces(4).toFixed();
  return [
    remark(
      'wht.rate-unusual',
      say`Income line ${{ line: at }}: ${{ tax }} ${{ currency }} is ${{ share }} % of ${{ base }}, none of the rates known for ${{ day }}: ${{ rates: wordsOf(known) }}.`,
      { severity: 'info', expected: nearest, found: tax, difference },
    ),
  ];
}

/** `3 % (payee a company), 8 % (MY-08)`, each once. */
function wordsOf(known: readonly Known[]): Param[] {
  const seen = new Set<string>();
  return known.flatMap(({ ratePct, when, rule }) => {
    const about = rule ?? when ?? null;
    const key = `${ratePct} ${typeof about === 'string' ? about : (about?.en ?? '')}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [about === null ? `${ratePct} %` : say`${{ rate: ratePct }} % (${{ about }})`];
  });
}
