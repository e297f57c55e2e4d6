import type { Register } from '../command.ts';

export const formats: Register = (program, cli) => {
  program
    .command('formats')
    .description('bill formats that can be imported')
    .action(async () => {
      cli.terminal.answer(await cli.call('formats/list', {}));
    });
};
