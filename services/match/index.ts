import { listAcceptances } from '../../db/queries/matches.ts';
import { matchMoney } from '../../domain/match/match.ts';
import { MONEY_KINDS, type Money } from '../../domain/match/money.ts';
import type { OpenItem } from '../../domain/match/open-item.ts';
import { sum } from '../../domain/money/amount.ts';
import type { Output, ProcedureName } from '../contract/index.ts';
import type { Handler, Handlers } from '../runtime/services.ts';
import { accept } from './accept.ts';
import { acceptBulk, showBulk, showConditions } from './bulk.ts';
import { matchBook } from './facts.ts';
import { findMoney, openMoney } from './money.ts';
import { forgetRules, setRule, showRules } from './rules.ts';
import { saveSettings, showSettings } from './settings.ts';
import { undo, undoBulk } from './undo.ts';
import { toAcceptances, toMoney, toOpenInvoice, toProposal } from './view.ts';

type Names = Extract<ProcedureName, `match/${string}`>;

const list: Handler<'match/list'> = ({ kind, search, limit }, { session }) => {
  const { read } = session.book();
  const all = openMoney(read);
  const wanted = all.filter((m) => (kind === 'all' || m.kind === kind) && speaksOf(m, search));
  const book = matchBook(read, session.today());
  const rows = wanted.slice(0, limit).map((money) => {
    const { outcome, proposals } = matchMoney(money, book, { sums: false });
    const best = proposals[0];
    const payment = book.payments.find((p) => p.id === best?.payment);
    return {
      ...toMoney(money),
      outcome,
      best: best
        ? { invoices: best.lines.map((l) => l.item.number), payment: payment?.reference ?? null, score: best.score, exact: best.exact }
        : null,
    };
  });
  const count = (of: Money['kind']): number => all.filter((m) => m.kind === of).length;
  return { rows, counts: { bank: count('bank'), payment: count('payment'), shown: wanted.length }, sums: sumsOf(all) };
};

const speaksOf = (m: Money, search: string): boolean =>
  [m.reference, m.text, m.counterparty, m.account, m.amount, m.left, m.date].join('\n').toLowerCase().includes(search.trim().toLowerCase());

function sumsOf(all: readonly Money[]): Output<'match/list'>['sums'] {
  return MONEY_KINDS.flatMap((kind) =>
    [
      ...Map.groupBy(
        all.filter((m) => m.kind === kind),
        (m) => `${m.direction ?? ''} ${m.currency}`,
      ),
    ]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, own]) => ({
        kind,
        direction: own[0]!.direction,
        currency: own[0]!.currency,
        count: own.length,
        left: sum(own.map((m) => m.left)),
      })),
  );
}

const show: Handler<'match/show'> = ({ money: key }, { session }) => {
  const { read } = session.book();
  const money = findMoney(read, key);
  const book = matchBook(read, session.today());
  const { outcome, proposals, gaveUp } = matchMoney(money, book);
  return { money: toMoney(money), outcome, proposals: proposals.map((p) => toProposal(p, book)), gaveUp };
};

const open: Handler<'match/open'> = ({ money: key, search }, { session }) => {
  const { read } = session.book();
  const money = findMoney(read, key);
  const wanted = search.trim().toLowerCase();
  const told = (i: OpenItem): string =>
    [i.number, i.vendor, i.period ?? '', i.open, i.total, ...i.party.names, ...i.references].join('\n').toLowerCase();
  const due = (i: OpenItem): string => i.due ?? i.date;
  return matchBook(read, session.today())
    .items.filter(
      (i) =>
        (money.direction === null || i.direction === money.direction) &&
        // A payment of the book is in the currency of its invoices; a line of a bank need not be.
        (money.kind === 'bank' || i.currency === money.currency) &&
        told(i).includes(wanted),
    )
    .toSorted(
      (a, b) =>
        Number(a.currency !== money.currency) - Number(b.currency !== money.currency) ||
        (due(a) === due(b) ? (a.number < b.number ? -1 : 1) : due(a) < due(b) ? -1 : 1),
    )
    .map(toOpenInvoice);
};

/** Money received and paid, laid on open invoices. */
export const matchHandlers: Handlers<Names> = {
  'match/list': list,
  'match/show': show,
  'match/open': open,
  'match/accept': accept,
  'match/accepted': (_input, { session }) => {
    const { read } = session.book();
    return toAcceptances(read, listAcceptances(read));
  },
  'match/undo': undo,
  'match/conditions': showConditions,
  'match/bulk': showBulk,
  'match/acceptBulk': acceptBulk,
  'match/undoBulk': undoBulk,
  'match/rules': showRules,
  'match/setRule': setRule,
  'match/forget': forgetRules,
  'match/settings': showSettings,
  'match/saveSettings': saveSettings,
};
