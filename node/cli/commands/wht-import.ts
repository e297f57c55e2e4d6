import { english } from '../../../domain/words/said.ts';
import type { Input } from '../../../services/contract/index.ts';
import type { ImportPreview, ImportResult } from '../../../services/contract/wht-import.ts';
import { group, type Register } from '../command.ts';
import { cell, table } from '../human.ts';
import { choice, currency } from '../options.ts';

interface Options {
  profile?: string;
  sheet?: string;
  accept: 'exact' | 'none';
  draft: boolean;
  dryRun: boolean;
  dates?: 'ymd' | 'dmy' | 'mdy';
  decimal?: '.' | ',';
  side?: 'payer' | 'payee';
  currency?: string;
  rejected?: string;
}

/** Adds `import` to the group `wht`, which it makes where no other command has. */
export const whtImport: Register = (program, cli) => {
  const parent = program.commands.find((c) => c.name() === 'wht') ?? group(program, 'wht', 'withholding-tax certificates');
  parent
    .command('import')
    .description('record certificates from a list: the export of an authority, or a spreadsheet (CSV, XLSX)')
    .argument('<file>', 'the list')
    .option('--profile <id>', 'read it by this profile, or own:NAME; unless its columns tell')
    .option('--sheet <name>', 'of a workbook')
    .addOption(
      choice('--accept <rule>', 'exact: number of the invoice and tax to the last digit; none: take nothing', [
        'exact',
        'none',
      ] as const).default('exact'),
    )
    .option('--draft', 'as drafts, to be checked and handed in later', false)
    .option('--dry-run', 'only show what would happen', false)
    .addOption(choice('--dates <order>', 'of day, month and year, where the cells do not tell', ['ymd', 'dmy', 'mdy'] as const))
    .addOption(choice('--decimal <sign>', 'where the cells do not tell', ['.', ','] as const))
    .addOption(choice('--side <side>', 'payer: we withheld; payee: it was withheld from us', ['payer', 'payee'] as const))
    .option('--currency <code>', 'where the file does not name it', currency)
    .option('--rejected <file>', 'write the rejected rows with their reasons here (CSV)')
    .action(async (file: string, options: Options) => {
      const token = cli.reads(file);
      const rejected = options.rejected === undefined ? null : cli.writes(options.rejected);
      await cli.openBook();
      const { profile, sheet, dates, decimal, side, currency: unit } = options;
      const how = {
        file: token,
        profile: profile ?? null,
        sheet: sheet ?? null,
        dates: dates ?? null,
        decimal: decimal ?? null,
        side: side ?? null,
        currency: unit ?? null,
      };
      const preview = await cli.call('wht/importPreview', how);
      if (rejected) await cli.call('wht/importRejects', { from: how, target: rejected });
      const rows = options.accept === 'exact' ? exactRows(preview) : [];
      if (options.dryRun || rows.length === 0) {
        if (preview.counts.rows > preview.counts.known + preview.counts.ignored) cli.differs();
        return cli.terminal.answer({ taken: null, ...preview }, () => describe(preview));
      }
      const taken = await cli.call('wht/importTake', { ...how, rows, as: options.draft ? 'draft' : 'submitted' });
      if (taken.counts.rejected + taken.counts.refused + taken.counts.left > 0) cli.differs();
      cli.terminal.answer({ taken, before: preview.before, notices: preview.notices }, () => told(preview, taken));
    });
};

/** What the rule accepts: rows whose only exact proposal no other row lays claim to. */
const exactRows = (preview: ImportPreview): Input<'wht/importTake'>['rows'] =>
  preview.rows.flatMap((row) => {
    const proposal = row.bulk ? row.proposals.find((p) => p.exact) : undefined;
    if (!proposal) return [];
    return [
      {
        row: row.rows[0]!,
        allocate: proposal.lines.map(({ invoice, vendor, amount, payAmount, fx }) => ({ invoice, vendor, amount, payAmount, fx })),
      },
    ];
  });

function describe(preview: ImportPreview): string {
  const rows = preview.rows.map((r) => ({
    row: r.rows.join('+'),
    state: r.bulk ? 'exact' : r.state,
    number: r.certificate?.number ?? '',
    date: r.certificate?.date ?? '',
    tax: r.certificate?.total ?? '',
    currency: r.certificate?.currency ?? '',
    invoices: r.proposals[0]?.lines.map((l) => l.invoice).join(', ') ?? '',
    why: whyOf(r),
  }));
  return [head(preview), table(['row', 'state', 'number', 'date', 'tax', 'currency', 'invoices', 'why'], rows)].join('\n');
}

function whyOf({ troubles, known, why, proposals, remarks }: ImportPreview['rows'][number]): string {
  if (troubles.length > 0)
    return troubles.map((t) => `${t.column ? `${t.column}: ` : ''}${t.message}${t.remedy ? ` ${t.remedy}` : ''}`).join(' ');
  if (known) return [`In the book as ${known.number}.`, ...known.differences.map(english)].join(' ');
  if (why) return english(why);
  return [...(proposals[0]?.reasons ?? []).map((r) => english(r.said)), ...remarks.map((r) => english(r.said))].join(' ');
}

function head(preview: ImportPreview): string {
  const { profile, columns, counts } = preview;
  const known = columns.filter((c) => c.field !== null).length;
  const by =
    profile === null
      ? `No profile knows the columns: ${columns.map((c) => c.header).join(', ')}`
      : `Read as ${profile.title.en} (${known} of ${columns.length} columns)`;
  return [
    `${by}.`,
    ...preview.notices.map((n) => english(n.said)),
    `Rows ${counts.rows}: matched ${counts.matched}, several ${counts.several}, no match ${counts.none}, known ${counts.known}, not counted ${counts.ignored}, rejected ${counts.rejected}.`,
  ]
    .map(cell)
    .join('\n');
}

function told(preview: ImportPreview, result: ImportResult): string {
  const rows = result.outcomes.map((o) => ({
    row: o.rows.join('+'),
    outcome: o.outcome,
    number: o.number ?? '',
    status: o.status ?? '',
    tax: o.total ?? '',
    currency: o.currency ?? '',
    invoices: o.invoices.join(', '),
    why: o.troubles.map((t) => t.message).join(' '),
  }));
  const sums = result.sums.map((s) => `${s.total} ${s.currency}`).join(', ');
  return [
    head(preview),
    table(['row', 'outcome', 'number', 'status', 'tax', 'currency', 'invoices', 'why'], rows),
    `Taken: ${result.counts.taken} rows${sums === '' ? '' : `, ${sums}`}.`,
  ].join('\n');
}
