import type { Register } from '../command.ts';
import { table } from '../human.ts';

/** `reports`: which reports there are, and what each can be asked for. */
export const reports: Register = (program, cli) => {
  program
    .command('reports')
    .description('which reports `export report` writes, with their parameters and tables')
    .action(async () => {
      const list = await cli.call('reports/catalogue', {});
      cli.terminal.answer(list, () =>
        table(
          ['report', 'title', 'options', 'formats', 'languages'],
          list.map(({ id, title, parameters, formats, languages }) => ({
            report: id,
            title: title.en,
            options: parameters.flatMap((name) => OPTIONS[name]).join(' '),
            formats: formats.join(' '),
            languages: languages.join(' '),
          })),
        ),
      );
    });
};

const OPTIONS = { vendor: ['--vendor'], days: ['--from', '--to'], asOf: ['--as-of'] } as const;
