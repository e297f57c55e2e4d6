import type { Register } from '../command.ts';
import { table } from '../human.ts';
import { whole } from '../options.ts';

const PAGE = 1000;

/** Commands that keep a book safe: verify, backup, restore, audit. */
export const keep: Register = (program, cli) => {
  program
    .command('verify')
    .description('check the book: integrity, foreign keys, audit chain, totals')
    .action(async () => {
      await cli.openBook();
      const verdict = await cli.call('book/verify', {});
      cli.terminal.answer(verdict);
      if (Object.values(verdict).some((text) => text !== 'ok')) cli.differs();
    });
  program
    .command('backup')
    .description('write a verified copy of the book')
    .requiredOption('--out <file>', 'where to write')
    .action(async (options: { out: string }) => {
      const target = cli.writes(options.out);
      await cli.openBook();
      cli.terminal.answer({ ...(await cli.call('book/backup', { target })), file: cli.path(options.out) });
    });
  program
    .command('restore')
    .description('verify a backup and write it to a new book')
    .argument('<file>', 'the backup')
    .requiredOption('--to <file>', 'the new book')
    .action(async (name: string, options: { to: string }) => {
      const restored = await cli.call('book/restore', { file: cli.reads(name), target: cli.writes(options.to) });
      cli.terminal.answer({ ...restored, file: cli.path(options.to) });
    });
  program
    .command('audit')
    .description('who did what, newest first')
    .option('--since <instant>', 'from this day or instant on')
    .option('--limit <entries>', 'at most so many', whole(1, 999_999_999))
    .action(async (options: { since?: string; limit?: number }) => {
      await cli.openBook();
      const most = options.limit ?? Infinity;
      const since = options.since ?? null;
      const first = await cli.call('book/audit', { since, limit: Math.min(PAGE, most) });
      const entries = [...first.entries];
      for (let last = entries.at(-1); last && entries.length < most;) {
        const page = await cli.call('book/audit', { since, limit: Math.min(PAGE, most - entries.length), before: last.seq });
        if (page.entries.length === 0) break;
        entries.push(...page.entries);
        last = entries.at(-1);
      }
      cli.terminal.answer({ entries, head: first.head }, () => table(['seq', 'at', 'who', 'action', 'subject'], entries));
    });
};
