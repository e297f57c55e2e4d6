import { absolute, compare, subtract } from '../../money/amount.ts';
import { D } from '../../money/decimal.ts';
import { say } from '../../words/said.ts';
import { taxOn, taxRounding, toleranceOf } from '../forms/rounding.ts';
import { remark, type Remark } from '../remark.ts';
import type { CheckedPaper } from './paper.ts';

/** Base × rate against the printed tax, line by line, within what rounding explains; and whole units where no others are taken. */
export function arithmeticRemarks({ form, income, currency, total }: CheckedPaper): Remark[] {
  const remarks: Remark[] = [];
  income.forEach(({ base, rate, tax }, i) => {
    if (base === null || rate === null) return;
    const expected = taxOn(form, base, rate, currency);
    const difference = subtract(tax, expected);
    if (compare(absolute(difference), toleranceOf(form, currency)) > 0)
      remarks.push(
        remark(
          'wht.line-tax',
          say`Income line ${{ line: i + 1 }}: ${{ base }} × ${{ rate }} % is ${{ expected }} ${{ currency }}; the paper says ${{ found: tax }}, a difference of ${{ difference }}.`,
          { expected, found: tax, difference },
        ),
      );
  });
  const { places } = taxRounding(form, currency);
  const broken = [...income.map((line) => line.tax), total].find((figure) => new D(figure).decimalPlaces() > places);
  if (form?.rounding.strict && form.currency === currency && broken !== undefined)
    remarks.push(
      remark('wht.not-whole', say`${{ form: form.short }} takes whole ${{ currency }} only; ${{ found: broken }} has a fraction.`, {
        found: broken,
      }),
    );
  return remarks;
}
