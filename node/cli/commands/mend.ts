import { InvalidArgumentError } from 'commander';
import { refuse } from '../../../domain/result.ts';
import { say } from '../../../domain/words/said.ts';
import type { Register } from '../command.ts';
import { describe, table } from '../human.ts';
import { collect, whole } from '../options.ts';

interface Change {
  column: string;
  value: string;
}

/** COLUMN=VALUE; the value may be empty and may itself contain “=”. */
function change(text: string): Change {
  const cut = text.indexOf('=');
  if (cut < 1) throw new InvalidArgumentError('Give COLUMN=VALUE, such as 官网价=12.50.');
  return { column: text.slice(0, cut), value: text.slice(cut + 1) };
}

export const mend: Register = (program, cli) => {
  program
    .command('rejects')
    .description('rejected rows of an import')
    .argument('<batch>', 'number of the batch', whole(1, 999_999_999))
    .action(async (batch: number) => {
      await cli.openBook();
      const list = await cli.call('import/rejects', { batch, limit: 1000 });
      cli.terminal.answer(list, () => table(['row', 'column', 'value', 'reason', 'mendedBy'], list.rows));
    });
  program
    .command('mend')
    .description('correct cells of a rejected row and import it')
    .argument('<batch>', 'number of the batch that rejected it', whole(1, 999_999_999))
    .argument('<row>', 'number of the row in its file', whole(1, 999_999_999))
    .requiredOption('--set <column=value>', 'what a cell should be; may be repeated', collect(change))
    .option('--dry-run', 'say what would become of the row and change nothing', false)
    .action(async (batch: number, row: number, options: { set: Change[]; dryRun: boolean }) => {
      await cli.openBook();
      const cut = await cli.call('import/rejectedRow', { batch, row });
      const { headers } = cut;
      const cells = [...cut.cells];
      for (const { column, value } of options.set) {
        const at = headers.indexOf(column.trim());
        if (at < 0)
          refuse('cli.no-column', say`The file has no column “${{ column }}”.`, {
            column,
            remedy: say`Choose one of: ${{ headers }}.`,
          });
        // Cells that the row lacks up to there are empty.
        while (cells.length < at) cells.push('');
        cells[at] = value;
      }
      const rows = [{ row, cells }];
      if (!options.dryRun) {
        const done = await cli.call('import/mend', { batch, rows });
        cli.terminal.answer(done, () => describe({ batch: done.batch, rows: done.rows, imported: done.imported, totals: done.totals }));
        return;
      }
      const [found] = (await cli.call('import/checkMend', { batch, rows })).rows;
      const told = found && { row, state: found.state, column: found.column, value: found.value, reason: found.reason, batch: found.batch };
      cli.terminal.answer(found, () => describe(told));
      if (found?.state !== 'new') cli.differs();
    });
};
