import { figureSpread } from '../../db/queries/figure-spread.ts';
import { columnOf } from '../../domain/bill/columns.ts';
import { refuse, unwrap } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import type { Handler } from '../runtime/services.ts';
import { scopeOf } from './scope.ts';

/** How many lines of the filter have a figure of each sign and size, and the least and greatest of them. */
export const spread: Handler<'bills/spread'> = (input, { session }) => {
  const column = unwrap(columnOf(input.column));
  if (column.type !== 'measure' && column.type !== 'quantity')
    refuse('bills.not-a-figure', say`“${{ name: column.name }}” is not an amount; its values have no sizes.`, {
      column: input.column,
      remedy: 'Name an amount, such as payable.',
    });
  return figureSpread(session.book().read, scopeOf(input), column);
};
