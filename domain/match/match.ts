import { compare, equal, negate, sum, type Amount } from '../money/amount.ts';
import { daysBetween } from '../time/plain-date.ts';
import { foldNumber } from '../wht/import/reference.ts';
import { say, type Said } from '../words/said.ts';
import { indexOf, type BookIndex, type BookPayment, type MatchBook } from './book.ts';
import { dayReasons, daysOf, namesItem, partyReasons, wordReasons } from './evidence.ts';
import { fitsOf, type Fit } from './fits.ts';
import { learnedOf, ruleOf, rulesFor, type Learned } from './learned.ts';
import type { Money } from './money.ts';
import type { OpenItem } from './open-item.ts';
import { printed } from './printed.ts';
import { reason, type Proposal, type ProposedLine, type Reason } from './proposal.ts';
import { cashOf, combinations, laidOut, mixOf, type Combination } from './together.ts';
import { worthALook } from './worth-a-look.ts';
import { AHEAD, LEAST_SCORE, MOST_PROPOSALS, type Signal } from './weights.ts';

/** `one`: the first stands alone. `several`: a person has to choose. `none`: nothing fits. */
export interface Matched {
  outcome: 'one' | 'several' | 'none';
  proposals: Proposal[];
  /** Not every sum of invoices was tried: there are too many. */
  gaveUp: boolean;
}

/** What is said of the money and one invoice beside its amount. */
interface Seen {
  item: OpenItem;
  named: boolean;
  rule: Learned | null;
  reasons: Reason[];
}

/**
 * What the money may be for, best first. It is judged against the book alone: neither the order of the book nor other money changes what
 * is proposed. `sums: false` leaves out sums of invoices that nothing names, which take time.
 */
export function matchMoney(money: Money, book: MatchBook, { sums = true }: { sums?: boolean } = {}): Matched {
  const index = indexOf(book);
  const called = rulesFor(money, book.rules);
  const fits = (i: OpenItem): boolean => money.direction === null || i.direction === money.direction;
  const seen = new Map<OpenItem, Seen>();
  const see = (item: OpenItem): Seen => {
    let found = seen.get(item);
    if (!found) seen.set(item, (found = seenOf(money, item, index, called)));
    return found;
  };
  const open = index.open.filter(fits);
  const proposals: Proposal[] = inBook(money, book.payments);
  const named = open.filter((i) => namesItem(money, i));
  const only = named.length === 1 ? named[0] : undefined;
  for (const item of worthALook(money, book, index.open, called, named)) {
    if (!fits(item)) continue;
    // Where several are named, each alone is exact or it is not meant.
    const alone = only === item;
    for (const fit of fitsOf(money, item, book, ruleOf(called, item), alone))
      proposals.push(single(fit, alone ? see(item) : beside(see(item)), alone));
  }
  const groups = Map.groupBy(
    named.filter((i) => i.currency === money.currency),
    groupOf,
  );
  for (const group of groups.values()) if (group.length > 1) proposals.push(ofNamed(money, group.map(see), group.length === named.length));
  let gaveUp = false;
  if (sums && !proposals.some((p) => p.exact && p.named)) {
    const own = open.filter((i) => i.currency === money.currency);
    const credits = Map.groupBy(
      index.credits.filter((i) => fits(i) && i.currency === money.currency),
      groupOf,
    );
    for (const [key, group] of [...Map.groupBy(own, groupOf)].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      const tried = combinations(group, credits.get(key) ?? [], money.left);
      gaveUp ||= tried.gaveUp;
      for (const combination of tried.found) proposals.push(together(money, combination, see));
    }
  }
  const ranked = unique(proposals)
    .filter((p) => p.score >= LEAST_SCORE)
    .toSorted(
      (a, b) => b.score - a.score || a.lines.length - b.lines.length || compare(a.fee ?? '0', b.fee ?? '0') || (a.key < b.key ? -1 : 1),
    )
    .slice(0, MOST_PROPOSALS);
  const [first, second] = ranked;
  const alone = first !== undefined && (second === undefined || first.score - second.score >= AHEAD);
  return { outcome: alone ? 'one' : first === undefined ? 'none' : 'several', proposals: ranked, gaveUp };
}

const groupOf = (i: OpenItem): string => `${i.direction}|${i.party.key}`;

function seenOf(money: Money, item: OpenItem, index: BookIndex, called: readonly Learned[]): Seen {
  const words = wordReasons(money, item, index.numbers);
  const learned = learnedOf(called, item);
  return {
    item,
    named: words.some((r) => r.signal === 'number'),
    rule: learned.rule,
    reasons: [...words, ...partyReasons(money, item, index.owners), ...learned.reasons, ...dayReasons(money, item)],
  };
}

/** The words name other invoices too: that they name this one says less. */
const beside = (seen: Seen): Seen => ({
  ...seen,
  reasons: seen.reasons.map((r) =>
    r.signal === 'number'
      ? { ...r, weight: BESIDE, said: say`Number ${{ number: seen.item.number }} stands in the reference, beside others.` }
      : r,
  ),
});
const BESIDE = 15;

const KNOWN: ReadonlySet<Signal> = new Set(['account', 'name', 'learned']);
const knows = (reasons: readonly Reason[]): boolean =>
  reasons.some((r) => KNOWN.has(r.signal)) && !reasons.some((r) => r.signal === 'party-other');

/** The same lines found in two ways are one proposal: the better one. */
function unique(proposals: readonly Proposal[]): Proposal[] {
  const best = new Map<string, Proposal>();
  for (const p of proposals) if ((best.get(p.key)?.score ?? -Infinity) < p.score) best.set(p.key, p);
  return [...best.values()];
}

function proposal(of: Omit<Proposal, 'key' | 'score' | 'known'>): Proposal {
  const lines = of.lines.map((l) => `${l.item.id}:${l.amount}`).toSorted();
  return {
    ...of,
    key: of.payment === null ? `${lines.join('+')}${of.fee === null ? '' : `~${of.fee}`}` : `payment:${of.payment}`,
    score: of.reasons.reduce((n, r) => n + r.weight, 0),
    known: knows(of.reasons),
  };
}

const single = (fit: Fit, { item, rule, reasons }: Seen, named: boolean): Proposal =>
  proposal({
    hypothesis: fit.hypothesis,
    lines: [{ item, amount: fit.share, wht: fit.wht }],
    payment: null,
    fee: fit.fee,
    fx: fit.fx,
    steps: fit.steps,
    residual: fit.residual,
    reasons: [...fit.reasons, ...reasons],
    exact: fit.exact,
    named,
    rule: rule?.id ?? null,
  });

/** Invoices that the words of the money name together. */
function ofNamed(money: Money, seen: readonly Seen[], all: boolean): Proposal {
  const exact = mixOf(
    seen.map((s) => s.item),
    money.left,
  );
  if (exact) return together(money, exact, (i) => seen.find((s) => s.item === i)!, all);
  const { shares, residual } = laidOut(
    seen.map((s) => s.item),
    money.left,
  );
  const lines = seen.flatMap(({ item }, at): ProposedLine[] => (shares[at] === '0' ? [] : [{ item, amount: shares[at]!, wht: null }]));
  return proposal({
    hypothesis: 'together',
    lines,
    payment: null,
    fee: null,
    fx: null,
    steps: [
      sumStep(
        money,
        lines.map((l) => l.amount),
        sum(lines.map((l) => l.amount)),
      ),
    ],
    residual,
    reasons: joined(seen, []),
    exact: false,
    named: all,
    rule: seen[0]?.rule?.id ?? null,
  });
}

function together(money: Money, { items, credits, by }: Combination, see: (item: OpenItem) => Seen, only = true): Proposal {
  const isNet = (item: OpenItem, at: number): boolean => by[at] === 'net' && item.openCertificates !== '0';
  const lines: ProposedLine[] = [
    ...items.map((item, at) => ({
      item,
      amount: cashOf(item, by[at]!),
      wht: isNet(item, at) && item.ratePct !== null ? { ratePct: item.ratePct, amount: item.openCertificates } : null,
    })),
    ...credits.map((item) => ({ item, amount: negate(item.credit), wht: null })),
  ];
  const net = items.some(isNet);
  const seen = items.map(see);
  const count = items.length;
  const why = net
    ? reason('net', say`The amount is the sum of ${{ count }} invoices, net after WHT.`)
    : reason('gross', say`The amount is the sum of ${{ count }} invoices.`);
  return proposal({
    hypothesis: 'together',
    lines,
    payment: null,
    fee: null,
    fx: null,
    steps: [
      sumStep(
        money,
        lines.map((l) => l.amount),
        money.left,
      ),
    ],
    residual: '0',
    reasons: [
      why,
      ...joined(seen, credits),
      ...credits.map((c) =>
        reason(
          'credit',
          say`Less ${{ amount: printed(c.credit, c.currency) }} that was paid too much of ${{ number: c.number }} after its credit notes.`,
        ),
      ),
    ],
    exact: true,
    named: only && seen.every((s) => s.named) && credits.every((c) => namesItem(money, c)),
    rule: seen.every((s) => s.rule !== null) ? (seen[0]?.rule?.id ?? null) : null,
  });
}

function sumStep({ currency }: Money, parts: readonly Amount[], total: Amount): Said {
  const terms = parts.map((p, at) => {
    const text = printed(p, currency);
    return at === 0 ? text : text.startsWith('-') ? ` − ${text.slice(1)}` : ` + ${text}`;
  });
  return say`${{ terms: terms.join('') }} = ${{ total: printed(total, currency) }} ${{ currency }}`;
}

/** What is said of several invoices: the numbers once; of the rest what holds for all of them; each further one costs. */
function joined(seen: readonly Seen[], credits: readonly OpenItem[]): Reason[] {
  const numbers = [...seen.map((s) => s.item), ...credits].map((i) => i.number);
  const named = seen.filter((s) => s.named).map((s) => s.item.number);
  const of = (s: Seen): ReadonlySet<Signal> => new Set(s.reasons.map((r) => r.signal));
  const shared = (seen[0]?.reasons ?? []).filter(
    (r) => !['number', 'alike', 'order'].includes(r.signal) && seen.every((s) => of(s).has(r.signal)),
  );
  const against = seen.slice(1).flatMap((s) => s.reasons.filter((r) => r.weight < 0 && !shared.some((x) => x.signal === r.signal)));
  return [
    ...(named.length === 0
      ? []
      : named.length === seen.length
        ? [reason('number', say`Numbers ${{ numbers: named }} stand in the reference.`)]
        : [{ ...reason('number', say`Of these, ${{ numbers: named }} stand in the reference.`), weight: BESIDE }]),
    ...shared,
    ...against.slice(0, 1),
    reason('together', say`${{ count: numbers.length }} invoices: ${{ numbers }}.`, numbers.length - 1),
  ];
}

const NEAR_DAYS = 31;

/** Payments of the book that the line may be: the same amount within a month. */
function inBook(money: Money, payments: readonly BookPayment[]): Proposal[] {
  if (money.kind !== 'bank' || !equal(money.left, money.amount)) return [];
  return payments.flatMap((p) => {
    const apart = Math.abs(daysBetween(p.date, money.date));
    if (p.currency !== money.currency || !equal(p.amount, money.amount) || apart > NEAR_DAYS) return [];
    if (p.direction !== null && p.direction !== money.direction) return [];
    const [own, told] = [foldNumber(p.reference), foldNumber(`${money.reference} ${money.text}`)];
    const same = own !== '' && (own === foldNumber(money.reference) || (own.length >= 5 && told.includes(own)));
    const days = apart === 0 ? say`On the same day.` : say`${{ days: daysOf(apart) }} apart.`;
    return [
      proposal({
        hypothesis: 'in-book',
        lines: [],
        payment: p.id,
        fee: null,
        fx: null,
        steps: [say`${{ open: printed(p.amount, p.currency) }} ${{ currency: p.currency }}`],
        residual: '0',
        reasons: [
          reason('in-book', say`Payment ${{ reference: p.reference }} of the book has this amount.`),
          ...(same ? [reason('same-reference', say`Reference ${{ reference: p.reference }} agrees.`)] : []),
          reason(apart <= 3 ? 'days-near' : apart <= 7 ? 'days-week' : 'days-month', days),
        ],
        exact: true,
        named: same,
        rule: null,
      }),
    ];
  });
}
