import type { Output } from '../../../services/contract/index.ts';
import { vendor } from '../../../services/contract/schema.ts';
import type { Register } from '../command.ts';
import { table } from '../human.ts';
import { choice, period } from '../options.ts';

type Answer = Output<'reconcile/run'>;
type Check = Answer['checks'][number];

/** Lines of a finding that a terminal shows; `--json` has them all. */
const SHOWN = 5;

export const reconcile: Register = (program, cli) => {
  program
    .command('reconcile')
    .description('hold the bills of a period against statements, invoices, payments and certificates')
    .requiredOption('--period <month>', 'month, such as 2023-09', period)
    .addOption(choice('--vendor <vendor>', 'of one vendor only', vendor.options))
    .action(async (options: { period: string; vendor?: (typeof vendor.options)[number] }) => {
      await cli.openBook();
      const done = await cli.call('reconcile/run', { period: options.period, vendor: options.vendor ?? null });
      cli.terminal.answer(done, () => tell(done));
      if (done.counts.fail > 0) cli.differs();
    });
};

/** All checks as a table, then what each that does not simply agree says, and its findings by kind with their lines. */
function tell({ checks, counts }: Answer): string {
  return [
    table(['id', 'left', 'right', 'difference', 'status'], checks),
    `${counts.pass} pass · ${counts.explained} explained · ${counts.fail} fail · ${counts.missing} missing`,
    ...checks.filter((check) => check.status !== 'pass').map(tellCheck),
  ].join('\n\n');
}

function tellCheck(check: Check): string {
  const { status, title, vendor: of, currency, explanation, findings } = check;
  const own = findings.length === 0 ? [`  ${check.lineCount} lines do not fit`, ...check.lines.slice(0, SHOWN).map(lineText)] : [];
  return [
    `${status}: ${title} (${[of, currency].filter(Boolean).join(', ')})`,
    `  ${explanation}`,
    ...findings.flatMap((f) => [
      `  • ${f.title}${f.amount === null ? '' : `  ${f.amount}${currency === null ? '' : ` ${currency}`}`}: ${f.text}`,
      `    ${f.remedy}`,
      ...f.lines.slice(0, SHOWN).map(lineText),
      ...(f.lineCount > SHOWN ? [`    … ${f.lineCount - Math.min(SHOWN, f.lines.length)} more lines`] : []),
    ]),
    ...(check.lineCount === 0 ? [] : own),
    ...(findings.length === 0 && check.lineCount > SHOWN
      ? [`    … ${check.lineCount - Math.min(SHOWN, check.lines.length)} more lines`]
      : []),
  ].join('\n');
}

const lineText = ({ file, row, text }: Check['lines'][number]): string => `    ${file}:${row}${text === '' ? '' : `  ${text}`}`;
