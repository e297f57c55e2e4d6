import { appendAudit } from '../../db/audit.ts';
import { findInvoice } from '../invoices/find.ts';
import type { InvoiceRecord } from '../../db/queries/invoices.ts';
import {
  acceptanceById,
  acceptanceSnapshot,
  acceptanceSubject,
  insertAcceptance,
  type AcceptanceRecord,
  type Move,
} from '../../db/queries/matches.ts';
import { paymentById, paymentsOn } from '../../db/queries/payments.ts';
import { openOf } from '../../domain/invoices/balance.ts';
import { layingOf, residualOf, sharesAfter, worthOf, type Held, type Laid } from '../../domain/match/allocation.ts';
import type { MatchBook } from '../../domain/match/book.ts';
import { matchMoney } from '../../domain/match/match.ts';
import type { Money } from '../../domain/match/money.ts';
import type { OpenItem } from '../../domain/match/open-item.ts';
import type { Proposal } from '../../domain/match/proposal.ts';
import { compare, equal, isZero, negate, sum, type Amount } from '../../domain/money/amount.ts';
import { D } from '../../domain/money/decimal.ts';
import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import type { ParsedInput } from '../contract/index.ts';
import { inTransaction, type Act } from '../invoices/act.ts';
import { changeShares } from '../payments/commands.ts';
import type { Handler } from '../runtime/services.ts';
import { matchBook } from './facts.ts';
import { linkedPayment, paymentOfLine } from './line-payment.ts';
import { findMoney } from './money.ts';
import { learn } from './rules.ts';
import { toAcceptances } from './view.ts';

/** What is to be done with some money. */
interface Wanted {
  money: Money;
  lines: readonly { invoice: InvoiceRecord; amount: Amount }[];
  /** The payment of the book that the line is. */
  payment: number | null;
  fee: Amount | null;
  proposal: Proposal | null;
  learn: boolean;
}
interface Bulk {
  id: number;
  condition: string;
}

/** Lays money on invoices as a person says, in one transaction with everything that follows from it. */
export const accept: Handler<'match/accept'> = (input, context) =>
  inTransaction(context, (act) => {
    const book = matchBook(act.write, act.today);
    const wanted = wantedOf(act, input, book);
    return toAcceptances(act.write, [acceptMoney(act, wanted, book, null)])[0]!;
  });

function wantedOf(act: Act, input: ParsedInput<'match/accept'>, book: MatchBook): Wanted {
  const money = findMoney(act.write, input.money);
  const lines = input.lines.map((l) => ({ invoice: findInvoice(act.write, l.invoice, l.vendor), amount: l.amount }));
  const taken = input.proposal === null ? null : (matchMoney(money, book).proposals.find((p) => p.key === input.proposal) ?? null);
  return {
    money,
    lines,
    payment: input.payment,
    fee: input.fee === null || isZero(input.fee) ? null : input.fee,
    proposal: taken !== null && isAsProposed(taken, lines, input.payment) ? taken : null,
    learn: input.learn ?? book.settings.learn,
  };
}

const isAsProposed = (p: Proposal, lines: Wanted['lines'], payment: number | null): boolean =>
  p.payment === payment &&
  p.lines.length === lines.length &&
  p.lines.every((l) => lines.some((w) => w.invoice.id === l.item.id && equal(w.amount, l.amount)));

/** As `accept`, in the caller's transaction; `book` is the book as it stood before the first of several. */
export function acceptMoney(act: Act, wanted: Wanted, book: MatchBook, bulk: Bulk | null): AcceptanceRecord {
  const { money, payment, fee } = wanted;
  if (fee !== null && (compare(fee, '0') < 0 || compare(fee, money.left) >= 0 || money.kind === 'payment'))
    refuse(
      'match.fee',
      money.kind === 'payment'
        ? say`Payment ${{ reference: money.reference }} is in the book as it was paid; a fee cannot be parted from it.`
        : say`A fee of ${{ fee }} does not go with ${{ amount: money.left }} ${{ currency: money.currency }}.`,
      { value: fee, remedy: 'Leave the fee out, or correct it.' },
    );
  const items = new Map(book.items.map((i) => [i.id, i]));
  const done = payment === null ? layOut(act, wanted, items) : link(act, wanted, payment);
  const { direction, currency, reference, text, counterparty, account, date } = money;
  const id = insertAcceptance(act.write, {
    at: act.at,
    who: act.who,
    kind: money.kind,
    bankLine: money.kind === 'bank' ? money.id : null,
    payment: done.payment,
    made: done.made,
    told: { date, direction, currency, amount: done.used, reference, text, counterparty, account },
    moves: done.moves,
    fee,
    fx: done.fx,
    wht: whtOf(wanted, items),
    proposal: wanted.proposal && {
      hypothesis: wanted.proposal.hypothesis,
      score: wanted.proposal.score,
      steps: wanted.proposal.steps,
      reasons: wanted.proposal.reasons,
    },
    rule: wanted.proposal?.rule ?? null,
    bulk: bulk?.id ?? null,
    condition: bulk?.condition ?? null,
  });
  const record = acceptanceById(act.write, id)!;
  appendAudit(act.write, {
    at: act.at,
    who: act.who,
    action: 'match/accept',
    subject: acceptanceSubject(id),
    before: null,
    after: acceptanceSnapshot(record),
  });
  if (wanted.learn && payment === null)
    learn(act, {
      money,
      acceptance: id,
      items: wanted.lines.flatMap((l) => items.get(l.invoice.id) ?? []),
      fee,
      proposal: wanted.proposal,
    });
  return record;
}

interface Done {
  payment: number;
  made: boolean;
  moves: Move[];
  /** What of the money was matched, in its currency. */
  used: Amount;
  fx: AcceptanceRecord['fx'];
}

function link(act: Act, { money, lines, fee, payment: _payment }: Wanted, payment: number): Done {
  if (lines.length > 0 || money.kind !== 'bank')
    refuse('match.link', say`A line of a statement is either a payment of the book or a new one.`, {
      value: String(payment),
      remedy: 'Link it first, then lay out what is left of the payment.',
    });
  linkedPayment(act, money, payment, fee);
  return { payment, made: false, moves: [], used: money.left, fx: null };
}

function layOut(act: Act, wanted: Wanted, items: ReadonlyMap<number, OpenItem>): Done {
  const { money, lines, fee } = wanted;
  const currency = checked(wanted);
  const total = sum(lines.map((l) => l.amount));
  const same = currency === money.currency;
  if (!same && money.kind === 'payment')
    refuse(
      'payment.currency',
      say`Invoice ${{ invoice: lines[0]!.invoice.number }} is in ${{ currency }}, the payment in ${{ currency2: money.currency }}.`,
      {
        value: currency,
        remedy: 'Record the payment in the currency of the invoice, as the vendor booked it.',
      },
    );
  const worth = same ? worthOf(money.left, fee, lines[0]!.invoice.direction) : total;
  const residual = residualOf(worth, lines);
  if (compare(residual, '0') < 0 || compare(total, '0') <= 0)
    refuse(
      'match.over',
      compare(total, '0') <= 0
        ? say`The credits are more than the invoices: nothing is paid.`
        : say`The shares add up to ${{ total }} ${{ currency }}; there is ${{ worth }}.`,
      { value: total, remedy: 'Lower a share, or leave an invoice out.' },
    );
  const laying = layingOf(
    lines.map((l) => ({ invoice: l.invoice.id, amount: l.amount })),
    heldOn(act, lines, items),
  );
  if (laying === null)
    refuse('match.credit', say`More is taken off than was paid too much.`, {
      value: total,
      remedy: 'Lower the credit, or leave it out.',
    });
  const changes = new Map<number, Laid[]>();
  const change = (payment: number, invoice: number, amount: Amount): void =>
    void changes.set(payment, [...(changes.get(payment) ?? []), { invoice, amount }]);
  for (const s of laying.shifts) {
    change(s.payment, s.from, negate(s.amount));
    change(s.payment, s.to, s.amount);
  }
  if (money.kind === 'payment') for (const l of laying.own) change(money.id, l.invoice, l.amount);
  const byId = new Map(lines.map((l) => [l.invoice.id, l.invoice]));
  for (const [payment, own] of changes) {
    const { allocations } = paymentById(act.write, payment)!;
    const { shares } = sharesAfter(
      allocations.map((a) => ({ invoice: a.invoiceId, amount: a.amount })),
      own,
    );
    const named = new Map<number, { number: string; vendor: InvoiceRecord['vendor'] }>([
      ...allocations.map((a) => [a.invoiceId, { number: a.invoice, vendor: a.vendor as InvoiceRecord['vendor'] }] as const),
      ...byId,
    ]);
    changeShares(
      act,
      payment,
      shares.map((s) => ({ invoice: named.get(s.invoice)!.number, vendor: named.get(s.invoice)!.vendor, amount: s.amount })),
      'match/accept',
    );
  }
  const moves = [...changes].flatMap(([payment, own]) => own.map((l): Move => ({ payment, ...l })));
  if (money.kind === 'payment') return { payment: money.id, made: false, moves, used: total, fx: null };
  const payment = paymentOfLine(act, money, {
    amount: same ? worth : total,
    currency,
    fee,
    shares: laying.own.map((l) => ({ invoice: byId.get(l.invoice)!.number, vendor: byId.get(l.invoice)!.vendor, amount: l.amount })),
  });
  return {
    payment,
    made: true,
    moves: [...moves, ...laying.own.map((l): Move => ({ payment, ...l }))],
    used: money.left,
    fx: same ? null : { currency, rate: new D(money.left).dividedBy(total).toDecimalPlaces(10).toFixed(), paid: total },
  };
}

/** The currency of the lines; what can be said of them without looking at shares. */
function checked({ money, lines }: Wanted): string {
  const [first] = lines;
  if (!first)
    refuse('match.nothing', say`Nothing is laid on any invoice.`, {
      value: '0',
      remedy: 'Take a proposal, or lay the amount on an invoice.',
    });
  for (const { invoice, amount } of lines) {
    if (invoice.currency !== first.invoice.currency)
      refuse(
        'match.currencies',
        say`Invoices in ${{ currency: first.invoice.currency }} and in ${{ currency2: invoice.currency }} cannot be settled together.`,
        {
          value: invoice.number,
          remedy: 'Match them one after the other.',
        },
      );
    if (money.direction !== null && invoice.direction !== money.direction)
      refuse(
        'match.direction',
        money.direction === 'received'
          ? say`Invoice ${{ number: invoice.number }} was issued here: money that was paid out does not settle it.`
          : say`Invoice ${{ number: invoice.number }} was received: money that came in does not settle it.`,
        { value: invoice.number, remedy: 'Choose an invoice of the other kind.' },
      );
    if (isZero(amount) || lines.filter((l) => l.invoice.id === invoice.id).length > 1)
      refuse('match.line', say`Invoice ${{ number: invoice.number }} is named twice, or with nothing.`, {
        value: invoice.number,
        remedy: 'Give each invoice one share.',
      });
  }
  return first.invoice.currency;
}

/** Shares of earlier payments that credits can be taken off, of each invoice the latest payment first. */
function heldOn(act: Act, lines: Wanted['lines'], items: ReadonlyMap<number, OpenItem>): Held[] {
  return lines
    .filter((l) => compare(l.amount, '0') < 0)
    .flatMap(({ invoice, amount }) => {
      const credit = items.get(invoice.id)?.credit ?? '0';
      if (compare(negate(amount), credit) > 0 || compare(openOf(invoice), '0') >= 0)
        refuse(
          'match.over-credit',
          say`Of invoice ${{ number: invoice.number }} ${{ credit }} ${{ currency: invoice.currency }} was paid too much; ${{ amount: negate(amount) }} is more.`,
          {
            value: amount,
            remedy: 'Take off at most what was paid too much.',
          },
        );
      return paymentsOn(act.write, invoice.id)
        .map((id) => paymentById(act.write, id)!)
        .toSorted((a, b) => (a.date === b.date ? b.id - a.id : a.date < b.date ? 1 : -1))
        .map((p) => ({ payment: p.id, invoice: invoice.id, amount: p.allocations.find((a) => a.invoiceId === invoice.id)!.amount }));
    });
}

/** Tax that certificates are to cover: as proposed, else where a line leaves what its rule withholds. */
function whtOf({ lines, proposal }: Wanted, items: ReadonlyMap<number, OpenItem>): AcceptanceRecord['wht'] {
  if (proposal) return proposal.lines.flatMap((l) => (l.wht === null ? [] : [{ invoice: l.item.id, ...l.wht }]));
  return lines.flatMap(({ invoice, amount }) => {
    const item = items.get(invoice.id);
    return item?.ratePct && equal(amount, item.openCash) && !isZero(item.openCertificates)
      ? [{ invoice: item.id, ratePct: item.ratePct, amount: item.openCertificates }]
      : [];
  });
}
