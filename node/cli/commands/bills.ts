import { group, type Register } from '../command.ts';
import { billsQuery } from './bills-query.ts';
import { rateCommands, summaryCommand } from './bills-summary.ts';

export const bills: Register = (program, cli) => {
  const parent = group(program, 'bills', 'bills of the book');
  summaryCommand(parent, cli);
  billsQuery(parent, cli);
  rateCommands(parent, cli);
};
