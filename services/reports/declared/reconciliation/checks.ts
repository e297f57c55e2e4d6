import { subtract, sum } from '../../../../domain/money/amount.ts';
import type { Check } from '../../../contract/reconcile.ts';
import type { Sheet } from '../../../statements/export/sheet.ts';
import { amounts, count, text, type Cell } from '../../tables/model.ts';
import type { PackageWords } from '../words.ts';
import type { ReconciliationData } from './data.ts';

/** Every check: its sides, the difference, what of it was named, and what came of it. */
export function checksSheet({ checks, findings }: ReconciliationData, findingSheet: Sheet, words: PackageWords): Sheet {
  const { common, pack, pick, tell } = words;
  const namedOf = (check: Check): string | null => {
    const own = findings.flatMap(({ check: { id }, finding }) => (id === check.id && finding.amount !== null ? [finding.amount] : []));
    return check.difference === null || own.length === 0 ? null : sum(own);
  };
  return {
    id: 'checks',
    title: pack.tables.checks,
    columns: [
      count('no', pack.no, 7),
      text('step', common.step, 26),
      text('title', common.title_, 44),
      text('vendor', common.vendor, 14),
      text('currency', common.currency, 9),
      text('leftSide', common.leftSide, 30),
      amounts('left', common.left),
      text('rightSide', common.rightSide, 30),
      amounts('right', common.right),
      amounts('difference', common.difference),
      amounts('named', pack.named),
      amounts('unnamed', pack.unnamed),
      text('tolerance', common.tolerance, 32),
      text('status', common.status, 14),
      text('explanation', common.explanation, 60),
      text('arithmetic', common.arithmetic, 60),
      count('findings', pack.findings, 10),
      count('misfits', common.misfits, 12),
      text('check', common.check, 34),
    ],
    rows: checks.map((c, i): Cell[] => {
      const named = namedOf(c);
      return [
        i + 1,
        pick(c.step, c.stepZh),
        pick(c.title, c.titleZh),
        c.vendor === null ? null : common.vendors[c.vendor],
        c.currency,
        pick(c.leftSide.label, c.leftSide.labelZh),
        c.left,
        pick(c.rightSide.label, c.rightSide.labelZh),
        c.right,
        c.difference,
        named,
        named === null ? null : subtract(c.difference!, named),
        pick(c.tolerance, c.toleranceZh),
        common.checkStatus[c.status],
        tell(c.explanation, c.explanationZh) || null,
        arithmeticOf(c, words) || null,
        c.findings.length,
        c.lineCount,
        c.id,
      ];
    }),
    totals: [],
    across: [
      { column: 'difference', plus: ['left'], minus: ['right'] },
      { column: 'unnamed', plus: ['difference'], minus: ['named'] },
    ],
    sums: { of: findingSheet, columns: { named: 'amount' }, where: () => [['check', 'check']], counts: { findings: [] } },
  };
}

/** The steps of a check; where they read differently in the second language both stand there, step by step. */
const arithmeticOf = (check: Check, { tell }: PackageWords): string =>
  check.arithmetic.map((step, i) => tell(step, check.arithmeticZh[i] ?? step)).join('\n');

/** The arithmetic of every check that did not simply agree, for print. */
export function arithmeticSheet({ checks }: ReconciliationData, words: PackageWords): Sheet {
  const { common, pack, pick } = words;
  return {
    id: 'arithmetic',
    title: pack.tables.arithmetic,
    columns: [
      count('no', pack.no, 7),
      text('title', common.title_, 44),
      text('leftSide', common.leftSide, 30),
      text('rightSide', common.rightSide, 30),
      text('tolerance', common.tolerance, 32),
      text('arithmetic', common.arithmetic, 60),
    ],
    rows: checks.flatMap((c, i): Cell[][] =>
      c.status === 'pass' || c.arithmetic.length === 0
        ? []
        : [
            [
              i + 1,
              pick(c.title, c.titleZh),
              pick(c.leftSide.label, c.leftSide.labelZh),
              pick(c.rightSide.label, c.rightSide.labelZh),
              pick(c.tolerance, c.toleranceZh),
              arithmeticOf(c, words),
            ],
          ],
    ),
    totals: [],
  };
}
