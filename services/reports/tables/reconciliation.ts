import type { ReportData } from '../data.ts';
import type { Words } from '../words.ts';
import { amounts, count, text, type Cell, type Table } from './model.ts';

/** Every check of the period: what is held against what, and what came of it. */
export function reconciliation(data: ReportData, words: Words): Table {
  const chinese = data.language === 'zh-CN';
  return {
    id: 'reconciliation',
    title: words.reconciliation,
    columns: [
      text('step', words.step, 28),
      text('title', words.title_, 44),
      text('vendor', words.vendor, 14),
      text('currency', words.currency, 9),
      text('leftSide', words.leftSide, 28),
      amounts('left', words.left),
      text('rightSide', words.rightSide, 28),
      amounts('right', words.right),
      amounts('difference', words.difference),
      text('tolerance', words.tolerance, 32),
      text('status', words.status, 12),
      text('explanation', words.explanation, 60),
      text('arithmetic', words.arithmetic, 60),
      count('misfits', words.misfits, 12),
      text('check', words.check, 26),
    ],
    rows: data.reconciliation.checks.map((c): Cell[] => [
      chinese ? c.stepZh : c.step,
      chinese ? c.titleZh : c.title,
      c.vendor === null ? null : words.vendors[c.vendor],
      c.currency,
      chinese ? c.leftSide.labelZh : c.leftSide.label,
      c.left,
      chinese ? c.rightSide.labelZh : c.rightSide.label,
      c.right,
      c.difference,
      chinese ? c.toleranceZh : c.tolerance,
      words.checkStatus[c.status],
      (chinese ? c.explanationZh : c.explanation) || null,
      (chinese ? c.arithmeticZh : c.arithmetic).join('\n') || null,
      c.lineCount,
      c.id,
    ]),
    totals: [],
  };
}

/** The bill lines that checks could not place, with their file and row. */
export function exceptions(data: ReportData, words: Words): Table {
  const chinese = data.language === 'zh-CN';
  return {
    id: 'exceptions',
    title: words.exceptions,
    columns: [
      text('check', words.check, 26),
      count('id', words.lineId),
      text('file', words.file, 30),
      count('row', words.row, 11),
      text('text', words.text, 80),
    ],
    rows: data.reconciliation.checks.flatMap((c) =>
      c.lines.map((line): Cell[] => [c.id, line.id, line.file, line.row, chinese ? line.textZh : line.text]),
    ),
    totals: [],
  };
}
