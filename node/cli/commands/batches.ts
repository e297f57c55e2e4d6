import type { Register } from '../command.ts';
import { table } from '../human.ts';
import { whole } from '../options.ts';

const COLUMNS = [
  'batch',
  'file',
  'format',
  'importedAt',
  'state',
  'rows',
  'imported',
  'duplicates',
  'superseded',
  'ignored',
  'rejected',
  'mended',
  'mends',
];

export const batches: Register = (program, cli) => {
  program
    .command('batches')
    .description('imports of this book')
    .action(async () => {
      await cli.openBook();
      const list = await cli.call('import/batches', {});
      cli.terminal.answer(list, () => table(COLUMNS, list));
    });
  program
    .command('undo')
    .description('undo an import')
    .argument('<batch>', 'number of the batch', whole(1, 999_999_999))
    .action(async (batch: number) => {
      await cli.openBook();
      const undone = await cli.call('import/undo', { batch });
      cli.terminal.answer(undone, () => table(COLUMNS, [undone]));
    });
};
