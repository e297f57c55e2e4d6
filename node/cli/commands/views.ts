import type { SavedView } from '../../../services/contract/views.ts';
import { group, type Register } from '../command.ts';
import { table } from '../human.ts';

/** The saved views of the bill details. They are made on the screen; `bills query --view NAME` asks what they ask. */
export const views: Register = (program, cli) => {
  const parent = group(program, 'views', 'saved views of the bill details');
  parent
    .command('list')
    .description('views of the book')
    .action(async () => {
      await cli.openBook();
      const list = await cli.call('views/list', {});
      cli.terminal.answer(list, () => table(['name', 'default', 'groupBy', 'by', 'filters', 'savedAt'], list.map(summary)));
    });
};

const summary = ({ name, isDefault, savedAt, definition: { groupBy, by, where } }: SavedView): Record<string, unknown> => ({
  name,
  default: isDefault ? 'yes' : 'no',
  groupBy,
  by: by ?? (groupBy.length > 0 ? 'cycle' : 'line'),
  filters: where.length,
  savedAt,
});
