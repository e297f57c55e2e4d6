import type { Command } from 'commander';
import { english } from '../../../domain/words/said.ts';
import type { RuleFinding } from '../../../services/contract/einvoice.ts';
import { vendor } from '../../../services/contract/schema.ts';
import { group, type Register } from '../command.ts';
import { choice } from '../options.ts';

type Profile = 'en16931' | 'peppol';
type Vendor = (typeof vendor.options)[number];

const named = (program: Command, name: string, description: string): Command =>
  program.commands.find((command) => command.name() === name) ?? group(program, name, description);

/** A finding as one row of the table. */
const row = ({ rule, severity, says, where, detail, place, remedy }: RuleFinding) => ({
  rule,
  severity,
  where: place ? `${where.en} (${place.line}:${place.column})` : where.en,
  says: says.en,
  detail: detail ? english(detail) : null,
  remedy: remedy?.en ?? null,
});

/** Electronic invoices: `einvoice check`, `export einvoice`. */
export const einvoice: Register = (program, cli) => {
  const profile = () =>
    choice('--profile <profile>', 'what to hold it against', ['en16931', 'peppol'] as const).default('en16931' satisfies Profile);

  named(program, 'einvoice', 'electronic invoices (EN 16931)')
    .command('check')
    .description('whether an electronic invoice is valid, rule by rule; exit status 3 where it is not')
    .argument('[file]', 'UBL, CII or e-fapiao: XML, the PDF that carries it, or OFD')
    .option('--invoice <number>', 'a document of the register, as `export einvoice` would write it')
    .addOption(choice('--vendor <vendor>', 'whose, where two have the number', vendor.options))
    .addOption(profile())
    .action(async (file: string | undefined, options: { invoice?: string; vendor?: Vendor; profile: Profile }, command: Command) => {
      if ((file === undefined) === (options.invoice === undefined))
        command.error('error: give either a file or --invoice <number>.', { exitCode: 2, code: 'commander.conflictingOption' });
      if (options.invoice !== undefined) {
        await cli.openBook();
        const found = await cli.call('einvoice/check', {
          number: options.invoice,
          vendor: options.vendor ?? null,
          profile: options.profile,
        });
        if (!found.valid) cli.differs();
        return cli.terminal.answer({ ...found, findings: found.findings.map(row) });
      }
      const found = await cli.call('einvoice/check-file', { file: cli.reads(file!), profile: options.profile });
      if (!found.valid) cli.differs();
      cli.terminal.answer({ ...found, file: cli.path(file!), findings: found.findings.map(row) });
    });

  named(program, 'export', 'write reports and bills to files')
    .command('einvoice')
    .description('a document as UBL 2.1 invoice or credit note (EN 16931); one that breaks a rule is refused')
    .argument('<number>', 'number of an invoice or credit note')
    .addOption(choice('--vendor <vendor>', 'whose, where two have the number', vendor.options))
    .addOption(profile())
    .requiredOption('--out <file>', 'where to write, such as INV-1.xml')
    .action(async (number: string, options: { vendor?: Vendor; profile: Profile; out: string }) => {
      const target = cli.writes(options.out);
      await cli.openBook();
      const written = await cli.call('export/einvoice', { number, vendor: options.vendor ?? null, profile: options.profile, target });
      cli.terminal.answer({ ...written, file: cli.path(options.out), warnings: written.warnings.map(row) });
    });
};
