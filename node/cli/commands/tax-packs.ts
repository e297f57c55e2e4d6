import type { Output } from '../../../services/contract/index.ts';
import { group, type Register } from '../command.ts';

type Diff = Output<'tax/diff-pack'>['diff'];

/** Rule packs as files: further commands of the group `tax`. */
export const taxPacks: Register = (program, cli) => {
  const tax = program.commands.find((command) => command.name() === 'tax')!;
  const pack = group(tax, 'pack', 'rule packs as files');
  pack
    .command('export')
    .description('write the rules in use as a JSON file; without a book, those that the program ships with')
    .requiredOption('--out <file>', 'JSON file to write')
    .option('--own', 'the book’s own rules alone')
    .action(async (options: { out: string; own?: boolean }) => {
      await cli.openBookIfNamed();
      cli.terminal.answer(await cli.call('tax/export-pack', { target: cli.writes(options.out), what: options.own ? 'own' : 'pack' }));
    });
  pack
    .command('diff')
    .description('what a pack would change: added, removed and changed, field by field')
    .argument('<file>', 'JSON file of a pack or of own rules')
    .action(async (file: string) => {
      const token = cli.reads(file);
      await cli.openBookIfNamed();
      const answer = await cli.call('tax/diff-pack', { file: token });
      cli.terminal.answer(answer, () =>
        [`${answer.current} → ${answer.name}`, human(answer.diff), ...(answer.refusal ? [`! ${answer.refusal.message}`] : [])].join('\n'),
      );
      if (!isEmpty(answer.diff)) cli.differs();
    });
  pack
    .command('import')
    .description('take a newer pack or own rules into the book')
    .argument('<file>', 'JSON file that “tax pack export” wrote')
    .option('--dry-run', 'show what would change, and change nothing')
    .option('--force', 'also an older edition, or other content of the same edition')
    .action(async (file: string, options: { dryRun?: boolean; force?: boolean }) => {
      const token = cli.reads(file);
      await cli.openBook();
      if (options.dryRun) {
        const { kind, name, diff, refusal } = await cli.call('tax/diff-pack', { file: token });
        cli.terminal.answer({ kind, name, diff, changed: false, refusal }, () => human(diff));
        return;
      }
      const answer = await cli.call('tax/import-pack', { file: token, force: options.force ?? false });
      cli.terminal.answer(answer, () => (answer.changed ? human(answer.diff) : 'the book has all of it already'));
    });
};

const isEmpty = ({ added, removed, changed }: Diff): boolean => added.length + removed.length + changed.length === 0;

/** `+ rule MY-U01`, `- rule MY-05`, `~ rule MY-02` with a line for each field. */
function human(diff: Diff): string {
  const lines = [
    ...diff.added.map(({ part, id }) => `+ ${part} ${id}`),
    ...diff.removed.map(({ part, id }) => `- ${part} ${id}`),
    ...diff.changed.flatMap(({ part, id, fields }) => [
      `~ ${part} ${id}`,
      ...fields.map(({ field, before, after }) => `    ${field}: ${before ?? '(none)'} → ${after ?? '(none)'}`),
    ]),
  ];
  return lines.length > 0 ? lines.join('\n') : 'no difference';
}
