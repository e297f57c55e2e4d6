import { SIGN_ROLES, type SignRole } from '../../../domain/close/roles.ts';
import { ITEM_IDS, type ItemId } from '../../../domain/close/checklist.ts';
import { refuse } from '../../../domain/result.ts';
import { say } from '../../../domain/words/said.ts';
import type { CloseStatus } from '../../../services/contract/close.ts';
import type { Cli } from '../cli.ts';
import { group, type Register } from '../command.ts';
import { describe, table } from '../human.ts';
import { choice, period, whole } from '../options.ts';

const MONTH = ['--period <month>', 'month, such as 2023-09', period] as const;

/** `close`: checklist, signatures, lock, certificate. */
export const close: Register = (program, cli) => {
  const parent = group(program, 'close', 'closing a period: checklist, signatures, lock and certificate');
  const show = (status: CloseStatus): void => cli.terminal.answer(status, () => told(status));
  parent
    .command('status')
    .description('how far the period is, or what its close says')
    .requiredOption(...MONTH)
    .action(async (o: { period: string }) => {
      await cli.openBook();
      show(await cli.call('close/status', o));
    });
  parent
    .command('checklist')
    .description('what stands in the way of the close')
    .requiredOption(...MONTH)
    .action(async (o: { period: string }) => {
      await cli.openBook();
      const { checklist } = await cli.call('close/status', o);
      cli.terminal.answer(checklist, () => items(checklist));
      if (checklist.some((i) => i.state === 'blocking')) cli.differs();
    });
  parent
    .command('sign')
    .description('sign the figures as they are now')
    .requiredOption(...MONTH)
    .addOption(choice('--role <role>', 'as whom', SIGN_ROLES).makeOptionMandatory())
    .requiredOption('--who <name>', 'the person who signs')
    .option('--note <text>', 'remark', '')
    .action(async (o: { period: string; role: SignRole; who: string; note: string }) => {
      await cli.openBook();
      show(await cli.call('close/sign', o));
    });
  parent
    .command('unsign')
    .description('take a signature back')
    .requiredOption(...MONTH)
    .addOption(choice('--role <role>', 'whose', SIGN_ROLES).makeOptionMandatory())
    .action(async (o: { period: string; role: SignRole }) => {
      await cli.openBook();
      show(await cli.call('close/unsign', o));
    });
  parent
    .command('waive')
    .description('set an item of the checklist aside, for what it says now')
    .requiredOption(...MONTH)
    .addOption(choice('--item <id>', 'item of the checklist', ITEM_IDS).makeOptionMandatory())
    .requiredOption('--reason <text>', 'why')
    .action(async (o: { period: string; item: ItemId; reason: string }) => {
      await cli.openBook();
      show(await cli.call('close/waive', o));
    });
  parent
    .command('lock')
    .description('close the period: nothing that changes what it says is taken any more')
    .requiredOption(...MONTH)
    .action(async (o: { period: string }) => {
      await cli.openBook();
      show(await cli.call('close/lock', o));
    });
  parent
    .command('reopen')
    .description('open a closed period again; its certificate stays on record')
    .requiredOption(...MONTH)
    .requiredOption('--reason <text>', 'why')
    .action(async (o: { period: string; reason: string }) => {
      await cli.openBook();
      show(await cli.call('close/reopen', o));
    });
  parent
    .command('accept')
    .description('take note of what came into a closed period')
    .argument('<number>', 'number of the late import', whole(1, 999_999_999))
    .requiredOption('--note <text>', 'what is to be done about it')
    .action(async (adjustment: number, { note }: { note: string }) => {
      await cli.openBook();
      cli.terminal.answer(await cli.call('close/accept', { adjustment, note }));
    });
  parent
    .command('history')
    .description('every close, newest first')
    .option(...MONTH)
    .action(async (o: { period?: string }) => {
      await cli.openBook();
      const closes = await cli.call('close/history', { period: o.period ?? null });
      cli.terminal.answer(closes, () => table(['id', 'period', 'closedAt', 'closedBy', 'sha256', 'reopened'], closes));
    });
  parent
    .command('certificate')
    .description('write the certificate of the last close of the period')
    .requiredOption(...MONTH)
    .option('--close <number>', 'of this close instead', whole(1, 999_999_999))
    .addOption(choice('--format <format>', 'pdf, or the JSON that was hashed', ['pdf', 'json']).default('pdf'))
    .addOption(choice('--language <language>', 'of the PDF', ['en', 'zh-CN', 'both']).default('both'))
    .requiredOption('--out <file>', 'where to write')
    .action(async (o: { period: string; close?: number; format: 'pdf' | 'json'; language: 'en' | 'zh-CN' | 'both'; out: string }) => {
      const target = cli.writes(o.out);
      await cli.openBook();
      const found = o.close ?? (await lastClose(cli, o.period));
      const written = await cli.call('export/closeCertificate', { close: found, format: o.format, language: o.language, target });
      cli.terminal.answer({ ...written, file: cli.path(o.out), close: found });
    });
  parent
    .command('verify')
    .description('whether the book still tells what the certificate says')
    .requiredOption(...MONTH)
    .option('--close <number>', 'of this close instead of the last', whole(1, 999_999_999))
    .action(async (o: { period: string; close?: number }) => {
      await cli.openBook();
      const told = await cli.call('close/verify', { close: o.close ?? (await lastClose(cli, o.period)) });
      cli.terminal.answer(told, () => {
        const { differences, ...plain } = told;
        return [describe(plain), ...(differences.length > 0 ? [table(['area', 'subject', 'was', 'is', 'since'], differences)] : [])].join(
          '\n',
        );
      });
      if (!told.holds) cli.differs();
    });
};

async function lastClose(cli: Cli, of: string): Promise<number> {
  const [last] = await cli.call('close/history', { period: of });
  return last?.id ?? refuse('close.not-locked', say`${{ period: of }} is not closed.`, { value: of, remedy: 'Close it first.' });
}

const items = (checklist: CloseStatus['checklist']): string =>
  table(
    ['item', 'state', 'text'],
    checklist.map(({ id, state, text, waived }) => ({ item: id, state, text: waived ? `${text.en} (${waived.reason})` : text.en })),
  );

function told({ period: of, state, close: done, checklist, signoffs, lacking, adjustments }: CloseStatus): string {
  return [
    done ? `${of}: closed ${done.closedAt} by ${done.closedBy}, SHA-256 ${done.sha256}` : `${of}: ${state}`,
    items(checklist),
    table(['role', 'who', 'at', 'note'], signoffs),
    ...lacking.map((l) => l.en),
    ...(adjustments.length > 0 ? [table(['id', 'title', 'lines', 'state', 'sums'], adjustments)] : []),
  ].join('\n');
}
