import { InvalidArgumentError } from 'commander';
import { BULK_IDS, type BulkId } from '../../../domain/match/bulk.ts';
import { moneyOf } from '../../../domain/match/money.ts';
import { Failure } from '../../../domain/result.ts';
import { english } from '../../../domain/words/said.ts';
import type { Input, Output } from '../../../services/contract/index.ts';
import type { ProposalShown } from '../../../services/contract/match.ts';
import type { Cli } from '../cli.ts';
import { group, type Register } from '../command.ts';
import { cell, table } from '../human.ts';
import { amount, choice, collect, plainAllocation, whole } from '../options.ts';
import { matchRules } from './match-rules.ts';

const money = (text: string): string => {
  if (moneyOf(text) === null) throw new InvalidArgumentError('Give bank:NUMBER or payment:NUMBER, as `match list` prints it.');
  return text;
};

interface AcceptOptions {
  candidate?: number;
  allocate?: { invoice: string; amount: string }[];
  payment?: number;
  fee?: string;
  learn: boolean;
}

/** Money received and paid, laid on open invoices: what it may be for, acceptance, undo, acceptance by rule, what was learned. */
export const match: Register = (program, cli) => {
  const parent = group(program, 'match', 'lay money received and paid on open invoices');
  parent
    .command('list')
    .description('money that is not matched yet, with what it may be for')
    .addOption(
      choice('--kind <kind>', 'lines of statements, or payments with money left', ['all', 'bank', 'payment'] as const).default('all'),
    )
    .option('--search <text>', 'part of the reference, the text or the counterparty')
    .option('--limit <rows>', 'at most', whole(1, 2000))
    .action(async (options: Input<'match/list'>) => {
      await cli.openBook();
      const list = await cli.call('match/list', options);
      cli.terminal.answer(list, () => listed(list));
    });
  parent
    .command('show')
    .description('what some money may be for, ranked, each with its reasons')
    .argument('<money>', 'bank:NUMBER or payment:NUMBER', money)
    .action(async (key: string) => {
      await cli.openBook();
      const shown = await cli.call('match/show', { money: key });
      cli.terminal.answer(shown, () => candidates(shown));
    });
  parent
    .command('accept')
    .description('lay money on invoices: by a candidate of `match show`, by shares, or as a payment that is in the book')
    .argument('<money>', 'bank:NUMBER or payment:NUMBER', money)
    .option('--candidate <n>', 'the n-th of `match show`', whole(1, 9))
    .option('--allocate <invoice=amount>', 'a share; may be repeated; below zero uses up what was paid too much', collect(plainAllocation))
    .option('--payment <id>', 'the line is this payment of the book', whole(1, 999_999_999))
    .option('--fee <amount>', 'what the bank kept', amount)
    .option('--no-learn', 'learn nothing from it')
    .action(async (key: string, options: AcceptOptions) => {
      await cli.openBook();
      const accepted = await cli.call('match/accept', await wanted(cli, key, options));
      cli.terminal.answer(accepted);
    });
  parent
    .command('accepted')
    .description('what was accepted, the latest first')
    .action(async () => {
      await cli.openBook();
      const list = await cli.call('match/accepted', {});
      const rows = list.map((a) => ({
        id: a.id,
        date: a.date,
        amount: a.amount,
        currency: a.currency,
        reference: a.reference || a.text,
        invoices: a.lines.map((l) => `${l.invoice} ${l.amount}`).join(', '),
        rule: a.condition ?? '',
        state: a.undone ? `undone: ${a.undone.reason}` : 'accepted',
      }));
      cli.terminal.answer(list, () => table(['id', 'date', 'amount', 'currency', 'reference', 'invoices', 'rule', 'state'], rows));
    });
  parent
    .command('undo')
    .description('take an acceptance back; the money is open again')
    .argument('<id>', 'as `match accepted` prints it', whole(1, 999_999_999))
    .requiredOption('--reason <text>', 'why')
    .option('--bulk', 'the number is that of a go: all of it', false)
    .action(async (id: number, { reason, bulk }: { reason: string; bulk: boolean }) => {
      await cli.openBook();
      cli.terminal.answer(bulk ? await cli.call('match/undoBulk', { bulk: id, reason }) : await cli.call('match/undo', { id, reason }));
    });
  parent
    .command('bulk')
    .description('what a rule would accept; with --accept, accepts all of it in one go')
    .addOption(
      choice(
        '--condition <rule>',
        'number: exact amount and the number in the reference; party: exact amount of a known counterparty; rule: by a learned rule; in-book: the payment is in the book',
        BULK_IDS,
      ).default('number'),
    )
    .option('--rule <id>', 'the learned rule, with --condition rule', whole(1, 999_999_999))
    .option('--accept', 'accept what is shown', false)
    .action(async (options: { condition: BulkId; rule?: number; accept: boolean }) => {
      await cli.openBook();
      const input = { condition: options.condition, rule: options.rule ?? null };
      const items = await cli.call('match/bulk', input);
      if (!options.accept || items.length === 0) return cli.terminal.answer(items, () => planned(items));
      const done = await cli.call('match/acceptBulk', {
        ...input,
        items: items.map((i) => ({ money: i.money.key, proposal: i.proposal.key })),
      });
      cli.terminal.answer(done, () => `${planned(items)}\nAccepted ${done.accepted.length} in go ${done.bulk}.`);
    });
  matchRules(parent, cli);
};

async function wanted(cli: Cli, key: string, { candidate, allocate, payment, fee, learn }: AcceptOptions): Promise<Input<'match/accept'>> {
  const rest = { money: key, payment: payment ?? null, fee: fee ?? null, learn: learn ? null : false };
  if (candidate === undefined) return { ...rest, lines: (allocate ?? []).map((a) => ({ ...a, vendor: null })) };
  const { proposals } = await cli.call('match/show', { money: key });
  const chosen = proposals[candidate - 1];
  if (!chosen)
    throw new Failure({
      code: 'cli.no-candidate',
      message: `${key} has ${proposals.length} candidates, and no number ${candidate}.`,
      details: { remedy: 'Look at them with `match show`.' },
    });
  return {
    ...rest,
    lines: chosen.lines.map(({ invoice, vendor, amount: share }) => ({ invoice, vendor, amount: share })),
    payment: chosen.payment?.id ?? null,
    fee: fee ?? chosen.fee,
    proposal: chosen.key,
  };
}

const nameOf = (p: ProposalShown): string =>
  p.payment ? `payment ${p.payment.reference}` : p.lines.map((l) => `${l.invoice} ${l.amount}`).join(', ');

function listed({ rows, counts }: Output<'match/list'>): string {
  const shown = rows.map((r) => ({
    money: r.key,
    date: r.date,
    way: r.direction === null ? '' : r.direction === 'received' ? 'out' : 'in',
    left: r.left,
    currency: r.currency,
    from: r.counterparty || r.reference || r.text,
    for:
      r.outcome === 'none'
        ? 'nothing fits'
        : r.outcome === 'several'
          ? 'several fit'
          : (r.best?.payment ?? r.best?.invoices.join(', ') ?? ''),
    score: r.best?.score ?? null,
  }));
  return [
    table(['money', 'date', 'way', 'left', 'currency', 'from', 'for', 'score'], shown),
    `Lines of statements ${counts.bank}, payments with money left ${counts.payment}.`,
  ].join('\n');
}

function candidates({ money: m, proposals, gaveUp }: Output<'match/show'>): string {
  const head = `${m.key}  ${m.date}  ${m.left} ${m.currency}  ${[m.counterparty, m.reference, m.text].filter((x) => x !== '').join(' · ')}`;
  const parts = proposals.map((p, at) =>
    [
      `${at + 1}. ${nameOf(p)}${p.fee === null ? '' : `, fee ${p.fee}`}${p.exact ? ', exact' : ''} (score ${p.score})`,
      ...p.steps.map((s) => `   ${english(s)}`),
      ...p.reasons.map((r) => `   ${r.weight < 0 ? '−' : '+'}${Math.abs(r.weight)} ${english(r.said)}`),
    ].join('\n'),
  );
  return [head, ...(parts.length === 0 ? ['Nothing fits.'] : parts), ...(gaveUp ? ['Not every sum of invoices was tried.'] : [])]
    .flatMap((text) => text.split('\n'))
    .map(cell)
    .join('\n');
}

const planned = (items: Output<'match/bulk'>): string =>
  table(
    ['money', 'date', 'left', 'currency', 'reference', 'for'],
    items.map(({ money: m, proposal: p }) => ({
      money: m.key,
      date: m.date,
      left: m.left,
      currency: m.currency,
      reference: m.reference || m.text,
      for: nameOf(p),
    })),
  );
