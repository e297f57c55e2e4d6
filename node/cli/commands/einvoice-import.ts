import { Failure, type AppError } from '../../../domain/result.ts';
import { english } from '../../../domain/words/said.ts';
import type { Input } from '../../../services/contract/index.ts';
import type { EInvoicePreview } from '../../../services/contract/einvoice-import.ts';
import { vendor } from '../../../services/contract/schema.ts';
import type { Cli } from '../cli.ts';
import { group, type Register } from '../command.ts';
import { cell, table } from '../human.ts';
import { choice, period } from '../options.ts';

type Vendor = (typeof vendor.options)[number];
interface Options {
  vendor?: Vendor;
  period?: string;
  as?: string;
  credits?: string;
  createParty: boolean;
  accept: boolean;
  note?: string;
  dryRun: boolean;
}

/** What became of one file; `outcome` `new`: a dry run that would import it. */
interface Done {
  file: string;
  outcome: 'imported' | EInvoicePreview['state'];
  number: string | null;
  total: string | null;
  currency: string | null;
  preview: EInvoicePreview | null;
  error: AppError | null;
}

/** Adds `import` to the group `einvoice`, which it makes where no other command has. */
export const einvoiceImport: Register = (program, cli) => {
  const parent = program.commands.find((c) => c.name() === 'einvoice') ?? group(program, 'einvoice', 'electronic invoices');
  parent
    .command('import')
    .description('record electronic invoices: UBL, CII, Factur-X and ZUGFeRD in PDF, e-fapiao XML and OFD')
    .argument('<files...>', 'the files; credit notes are recorded after the invoices')
    .addOption(choice('--vendor <vendor>', 'whose they are, unless the seller tells it', vendor.options))
    .option('--period <month>', 'billing period, unless the document tells it', period)
    .option('--as <number>', 'a number of your own (for one file)')
    .option('--credits <number>', 'the invoice that a credit note reduces, where it names none (for one file)')
    .option('--create-party', 'make a party of a seller that is not known', false)
    .option('--accept', 'record figures that contradict each other as they are', false)
    .option('--note <text>', 'remark')
    .option('--dry-run', 'only show what would happen', false)
    .action(async (files: string[], options: Options, command) => {
      if (files.length > 1 && (options.as !== undefined || options.credits !== undefined))
        command.error('--as and --credits are for one file.', { exitCode: 2, code: 'commander.invalidArgument' });
      await cli.openBook();
      const done = await takeAll(cli, files, options);
      const refused = done.filter((d) => d.outcome !== 'imported' && d.outcome !== 'there' && d.outcome !== 'new');
      if (refused.length === done.length && refused[0]?.error) {
        // Nothing of it could be used, and nothing changed.
        if (done.length === 1) throw new Failure(refused[0].error);
        cli.exit = 2;
      } else if (refused.length > 0) cli.differs();
      cli.terminal.answer({ files: done }, () => describe(done));
    });
};

/** Looks at all of them, then takes invoices before the credit notes that reduce them; the answers in the order of the files. */
async function takeAll(cli: Cli, files: readonly string[], options: Options): Promise<Done[]> {
  const choices = {
    vendor: options.vendor ?? null,
    period: options.period ?? null,
    as: options.as ?? null,
    credits: options.credits ?? null,
  };
  const looked: { token: string; done: Done }[] = [];
  for (const file of files) {
    const token = cli.reads(file);
    looked.push({
      token,
      done: await caught(file, async () => answerOf(file, await cli.call('einvoice/preview', { file: token, ...choices }))),
    });
  }
  if (options.dryRun) return looked.map((l) => l.done);
  const last = (done: Done): number => (done.preview?.document?.kind === 'credit-note' ? 1 : 0);
  for (const one of looked.toSorted((a, b) => last(a.done) - last(b.done))) {
    const { preview, file } = one.done;
    if (preview === null || preview.state === 'there' || preview.state === 'refused') continue;
    one.done = await caught(file, async () => {
      const { createParty, accept, note } = options;
      const result = await cli.call('einvoice/import', { file: one.token, ...choices, createParty, accept, note: note ?? '' });
      return { ...answerOf(file, result.preview), outcome: result.outcome };
    });
    // An earlier file of the same call may have changed what this one meets.
    if (one.done.error && one.done.preview === null) one.done = await seenAgain(cli, one.done, { file: one.token, ...choices });
  }
  return looked.map((l) => l.done);
}

async function caught(file: string, work: () => Promise<Done>): Promise<Done> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { file, outcome: 'refused', number: null, total: null, currency: null, preview: null, error: error.error };
  }
}

/** The refusal with what the file says, and in which state it now is. */
async function seenAgain(cli: Cli, refused: Done, choices: Input<'einvoice/preview'>): Promise<Done> {
  const again = await caught(refused.file, async () => answerOf(refused.file, await cli.call('einvoice/preview', choices)));
  if (again.preview === null) return refused;
  return { ...again, outcome: again.outcome === 'new' ? 'refused' : again.outcome, error: refused.error };
}

function answerOf(file: string, preview: EInvoicePreview): Done {
  const { document, state, refusal } = preview;
  const error: AppError | null =
    refusal === null || state === 'there' || state === 'new'
      ? null
      : { code: refusal.code, message: refusal.message, details: { file, ...(refusal.remedy !== null && { remedy: refusal.remedy }) } };
  return {
    file,
    outcome: state,
    number: document?.number ?? null,
    total: document?.total ?? null,
    currency: document?.currency ?? null,
    preview,
    error,
  };
}

function describe(done: readonly Done[]): string {
  const rows = done.map((d) => ({
    file: d.file,
    outcome: d.outcome,
    number: d.number ?? '',
    seller: d.preview?.document?.seller.name ?? '',
    total: d.total ?? '',
    currency: d.currency ?? '',
    findings: d.preview?.findings.length ?? 0,
  }));
  const notes = done.flatMap((d) => [
    ...(d.error ? [`${d.file}: ${d.error.message}${d.error.details?.remedy ? ` ${d.error.details.remedy}` : ''}`] : []),
    ...(d.preview?.findings ?? []).map((f) => `${d.file}: ${f.rule} (${f.weight}): ${f.says.en}${f.detail ? ` ${english(f.detail)}` : ''}`),
  ]);
  return [table(['file', 'outcome', 'number', 'seller', 'total', 'currency', 'findings'], rows), ...notes.map(cell)].join('\n');
}
