import { InvalidArgumentError, Option } from 'commander';
import { refuse } from '../../../domain/result.ts';
import type { Input, Output } from '../../../services/contract/index.ts';
import type { Register } from '../command.ts';
import { table } from '../human.ts';
import { choice, collect, date } from '../options.ts';
import { entryInput, entryOptions, type EntryOptions } from '../wht-options.ts';

type Certificate = Output<'wht/show'>;
type EditOptions = EntryOptions & { of?: string; newNumber?: string; detach?: string[]; submit?: boolean; submitted?: string };

/** What a draft says now, as it would be entered again. */
const enteredOf = (c: Certificate): Input<'wht/update'> => ({
  id: c.id,
  number: c.generated ? null : c.number,
  issuer: c.issuer,
  side: c.side,
  country: c.country,
  form: c.form,
  first: c.first,
  last: c.last,
  // Nobody yet may be because no invoice told who: then whoever fits what is entered now.
  ...(c.payerId !== null && { payerId: c.payerId }),
  ...(c.payeeId !== null && { payeeId: c.payeeId }),
  remittance: c.remittance,
  remitted: c.remitted,
  income: c.income,
  date: c.date,
  total: c.total,
  currency: c.currency,
  allocate: c.allocations.map((line) => ({
    invoice: line.invoice,
    vendor: line.vendor,
    amount: line.amount,
    payAmount: line.invoiceCurrency === c.currency || line.conversion?.difference === '0' ? null : line.payAmount,
    fx: line.fx,
  })),
  note: c.note,
});

/** COUNTRY:ENTITY of the vendor's own form. */
function openForm(text: string): { country: string; entity: string } {
  const [country = '', entity = '', ...more] = text.split(':');
  if (more.length > 0 || !/^[A-Z]{2}$/.test(country) || !/^[A-Z0-9_]{2,40}$/.test(entity))
    throw new InvalidArgumentError('Give COUNTRY:ENTITY, such as KE:SPARKOO_SG.');
  return { country, entity };
}

/** Drafts of certificates, files, and the settings that hold for all of them. */
export const whtDrafts: Register = (program, cli) => {
  const parent = program.commands.find((command) => command.name() === 'wht')!;
  const issuer = ['--issuer <name>', 'where two carry this number'] as const;
  parent
    .command('submit')
    .description('hand a draft in; everything that a certificate needs is checked')
    .argument('<number>', 'certificate number')
    .option(...issuer)
    .option('--date <day>', 'day on which it was handed in, else today', date)
    .action(async (number: string, options: { issuer?: string; date?: string }) => {
      await cli.openBook();
      cli.terminal.answer(await cli.call('wht/submit', { number, issuer: options.issuer ?? null, date: options.date ?? null }));
    });
  const edit = parent
    .command('edit')
    .description('write a draft anew: what is given takes the place of what was there')
    .argument('<number>', 'certificate number')
    .option('--of <issuer>', 'issuer, where two carry this number')
    .option('--new-number <number>', 'the number that it shall have')
    .option('--issuer <name>', 'who issued it')
    .option(
      '--detach <name>',
      'file that it shall have no more; may be repeated',
      collect((text) => text),
    )
    .option('--submit', 'hand it in then')
    .addOption(new Option('--submitted <day>', 'day on which it was handed in, else today').argParser(date));
  entryOptions(edit, false).action(async (number: string, options: EditOptions) => {
    const attach = (options.attach ?? []).map((file) => cli.reads(file));
    await cli.openBook();
    const now = await cli.call('wht/show', { number, issuer: options.of ?? null });
    const detach = (options.detach ?? []).map((name) => {
      const found = now.attachments.find((file) => file.name === name);
      if (!found) refuse('cli.no-such-file', `The certificate has no file “${name}”.`, { remedy: 'List its files with: wht show NUMBER.' });
      return found.id;
    });
    const given = entryInput(options);
    cli.terminal.answer(
      await cli.call('wht/update', {
        ...enteredOf(now),
        ...given,
        ...(options.newNumber !== undefined && { number: options.newNumber }),
        attach,
        detach,
        submit: options.submit ?? false,
        submitted: options.submitted ?? null,
      }),
    );
  });
  parent
    .command('attach')
    .description('hang more files on a certificate')
    .argument('<number>', 'certificate number')
    .argument('<file...>', 'jpeg, png, gif, pdf or zip')
    .option(...issuer)
    .action(async (number: string, names: string[], options: { issuer?: string }) => {
      const attach = names.map((file) => cli.reads(file));
      await cli.openBook();
      cli.terminal.answer(await cli.call('wht/attach', { number, issuer: options.issuer ?? null, attach }));
    });
  parent
    .command('settings')
    .description('how the book handles certificates; without options, as it is')
    .addOption(choice('--share <on|off>', 'several certificates may share an invoice', ['on', 'off']))
    .option('--open <country:entity>', "the vendor's online form takes certificates there; may be repeated", collect(openForm))
    .option('--close <country:entity>', 'own entry to take off; may be repeated', collect(openForm))
    .action(async (options: { share?: string; open?: ReturnType<typeof openForm>[]; close?: ReturnType<typeof openForm>[] }) => {
      await cli.openBook();
      const now = await cli.call('wht/settings', {});
      const closed = (o: { country: string; entity: string }): boolean =>
        (options.close ?? []).some((c) => c.country === o.country && c.entity === o.entity);
      const changes = options.share !== undefined || options.open || options.close;
      const next = {
        partial: options.share === undefined ? now.partial : options.share === 'on',
        open: [...now.open, ...(options.open ?? [])].filter((o) => !closed(o)),
      };
      const settings = changes ? await cli.call('wht/saveSettings', next) : now;
      cli.terminal.answer(settings, () => {
        const rows = [...settings.given.map((o) => ({ ...o, source: 'rules' })), ...settings.open.map((o) => ({ ...o, source: 'own' }))];
        return `share: ${settings.partial ? 'on' : 'off'}\n${table(['country', 'entity', 'source'], rows)}`;
      });
    });
};
