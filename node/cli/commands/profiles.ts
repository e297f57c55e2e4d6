import type { Profile } from '../../../domain/formats/profile.ts';
import { group, type Register } from '../command.ts';

export const profiles: Register = (program, cli) => {
  const command = group(program, 'profiles', 'mapping profiles for sheets of any layout');
  command
    .command('list')
    .description('profiles of the book')
    .action(async () => {
      await cli.openBook();
      const list = await cli.call('profiles/list', {});
      cli.terminal.answer(list.map(({ profile, savedAt }) => ({ ...summary(profile), savedAt })));
    });
  command
    .command('export')
    .description('write a profile as a JSON file')
    .argument('<id>', 'profile of the book (see “profiles list”)')
    .requiredOption('--out <file>', 'JSON file to write')
    .action(async (id: string, options: { out: string }) => {
      await cli.openBook();
      cli.terminal.answer(await cli.call('profiles/export', { profile: id, target: cli.writes(options.out) }));
    });
  command
    .command('import')
    .description('take a profile into the book')
    .argument('<file>', 'JSON file of a profile')
    .action(async (file: string) => {
      const token = cli.reads(file);
      await cli.openBook();
      cli.terminal.answer(summary(await cli.call('profiles/import', { file: token, keep: true })));
    });
  command
    .command('delete')
    .description('take a profile out of the book; what was read by it stays')
    .argument('<id>', 'profile of the book')
    .action(async (id: string) => {
      await cli.openBook();
      await cli.call('profiles/delete', { id });
      cli.terminal.answer({ deleted: id });
    });
};

const summary = ({ id, revision, title, vendor, kind, columns }: Profile): Record<string, string | number> => ({
  id,
  revision,
  title,
  vendor,
  kind,
  columns: columns.filter((c) => c.field !== null).length,
  format: `profile:${id}`,
});
