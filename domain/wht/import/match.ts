import { add, compare, equal, subtract, sum, type Amount } from '../../money/amount.ts';
import type { ImportedCertificate } from './certificate.ts';
import type { OpenInvoice } from './open-invoice.ts';
import { foldNumber } from './reference.ts';
import { judgeOne, mayFit, overOpen, reason, type Judged } from './judge.ts';
import type { Side } from '../certificate.ts';
import { agreement } from './parties.ts';
import type { ProposedLine, Reason } from './proposal.ts';
import { AHEAD, LEAST_SCORE, MOST_PROPOSALS, type Signal } from './signals.ts';
import { MOST_PARTS, sumsOf } from './sums.ts';
import { shareOf, shareOfNet, taxOn } from './tax-on.ts';
import { english, say } from '../../words/said.ts';

/** Invoices that a certificate may be for, with everything that says so. */
export interface Proposal {
  lines: ProposedLine[];
  score: number;
  reasons: Reason[];
  /** The reference is the number, the tax is right to the last digit, and nothing speaks against it: what may be accepted in bulk. */
  exact: boolean;
  /** It cannot be taken as it stands. */
  blocked: boolean;
  /** The certificate's total less its lines. */
  residual: Amount;
}

/** `matched`: the first stands alone. `several`: a person has to choose. `none`: nothing fits. */
export interface Matched {
  outcome: 'matched' | 'several' | 'none';
  proposals: Proposal[];
  /** Not every sum of invoices was tried: there are too many. */
  gaveUp: boolean;
}

/** The invoices in one order, whatever order they come in. */
const inOrder = (invoices: readonly OpenInvoice[]): OpenInvoice[] =>
  invoices.toSorted((a, b) =>
    a.date === b.date ? (a.number === b.number ? a.id - b.id : a.number < b.number ? -1 : 1) : a.date < b.date ? -1 : 1,
  );

const pools = new WeakMap<readonly OpenInvoice[], Record<Side, OpenInvoice[]>>();
/** The invoices of a side in their order; a file has many rows, and the book is ordered once for all of them. */
function poolOf(invoices: readonly OpenInvoice[], side: Side): OpenInvoice[] {
  let found = pools.get(invoices);
  if (!found) {
    const all = inOrder(invoices);
    pools.set(invoices, (found = { payer: all.filter((i) => i.side === 'payer'), payee: all.filter((i) => i.side === 'payee') }));
  }
  return found[side];
}

/**
 * Which invoices a certificate may be for, best first. Each certificate is judged against the book alone: neither the order of the rows
 * nor another row changes what is proposed.
 */
export function matchCertificate(certificate: ImportedCertificate, invoices: readonly OpenInvoice[]): Matched {
  const pool = poolOf(invoices, certificate.side);
  const judged = pool.filter((i) => mayFit(certificate, i)).map((invoice) => judgeOne(certificate, invoice));
  const named = judged.filter((j) => j.named);
  const ofMany = (j: Judged): boolean => named.length > 1 && named.includes(j) && !j.signals.some((s) => s.signal === 'tax-exact');
  const proposals = judged.filter((j) => j.worth && !ofMany(j)).map((j) => single(certificate, j));
  let gaveUp = false;
  if (named.length > 1) proposals.push(together(certificate, named));
  else if (!proposals.some((p) => p.exact || p.reasons.some((r) => r.signal === 'tax-exact'))) {
    const sums = combined(certificate, pool);
    proposals.push(...sums.proposals);
    ({ gaveUp } = sums);
  }
  const ranked = proposals
    .filter((p) => p.score >= LEAST_SCORE || p.reasons.some((r) => r.signal === 'named'))
    .toSorted((a, b) => Number(a.blocked) - Number(b.blocked) || b.score - a.score || a.lines.length - b.lines.length || compareIds(a, b))
    .slice(0, MOST_PROPOSALS);
  const open = ranked.filter((p) => !p.blocked);
  const [first, second] = open;
  const alone = first !== undefined && (second === undefined || first.score - second.score >= AHEAD);
  return { outcome: alone ? 'matched' : open.length > 0 ? 'several' : 'none', proposals: ranked, gaveUp };
}

const compareIds = (a: Proposal, b: Proposal): number => {
  const [x, y] = [a, b].map((p) => p.lines.map((l) => `${l.invoice.date} ${l.invoice.number} ${l.invoice.id}`).join());
  return x! < y! ? -1 : x! > y! ? 1 : 0;
};

const scoreOf = (reasons: readonly Reason[]): number => reasons.reduce((total, r) => total + r.weight, 0);

function single(certificate: ImportedCertificate, { invoice, signals: own, line }: Judged): Proposal {
  const signals = [...own, ...overOpen(line)];
  const has = (signal: Signal): boolean => signals.some((s) => s.signal === signal);
  const blocked = has('blocked');
  return {
    lines: [line],
    score: scoreOf(signals),
    reasons: signals,
    exact:
      has('named') &&
      (has('tax-exact') || (has('base-net') && taxOn(certificate, invoice) === null)) &&
      !blocked &&
      !has('party-other') &&
      invoice.currency === certificate.currency &&
      certificate.invoices.length === 1,
    blocked,
    residual: subtract(certificate.total, line.amount),
  };
}

/** What is said of several invoices otherwise than of one. */
const OF_ONE: ReadonlySet<Signal> = new Set(['named', 'mentioned', 'tax-exact', 'tax-near', 'base-net', 'base-total']);

/** Several invoices as one proposal: each with its own tax, the rounding on the largest. */
function together(certificate: ImportedCertificate, parts: readonly Judged[]): Proposal {
  const lines = shared(certificate, parts);
  const taxes = parts.map((p) => taxOn(certificate, p.invoice));
  const exactTax = taxes.every((t) => t !== null) && equal(sum(taxes), certificate.total);
  const exactBase = certificate.base !== null && equal(sum(parts.map((p) => p.invoice.net)), certificate.base);
  // What each of them says is said once; a contradiction of one is one of all.
  const own = new Map<string, Reason>();
  for (const r of parts.flatMap((p) => p.signals))
    if (!OF_ONE.has(r.signal)) own.set(r.signal === 'blocked' ? english(r.said) : r.signal, r);
  for (const r of lines.flatMap(overOpen)) own.set(english(r.said), r);
  const allNamed = parts.every((p) => p.signals.some((s) => s.signal === 'named'));
  const someNamed = parts.some((p) => p.named);
  const count = parts.length;
  const numbers = parts.map((p) => p.invoice.number);
  const reasons: Reason[] = [
    ...(someNamed ? [reason(allNamed ? 'named' : 'mentioned', say`The row names invoices ${{ numbers }}.`)] : []),
    ...own.values(),
    ...(exactTax
      ? [
          reason(
            'tax-exact',
            say`The tax of ${{ count }} invoices together is ${{ tax: certificate.total }} ${{ currency: certificate.currency }}, to the last digit.`,
          ),
        ]
      : []),
    ...(exactBase
      ? [reason('base-net', say`The net amounts of ${{ count }} invoices add up to the base ${{ base: certificate.base! }}.`)]
      : []),
    reason('together', say`${{ count }} invoices: ${{ numbers }}.`),
  ];
  const blocked = reasons.some((r) => r.signal === 'blocked');
  const residual = subtract(certificate.total, sum(lines.map((l) => l.amount)));
  return {
    lines,
    score: scoreOf(reasons),
    reasons,
    exact:
      allNamed &&
      (exactTax || (exactBase && taxes.every((t) => t === null))) &&
      !blocked &&
      count === certificate.invoices.length &&
      parts.every((p) => p.invoice.currency === certificate.currency) &&
      !reasons.some((r) => r.signal === 'party-other') &&
      equal(residual, '0'),
    blocked,
    residual,
  };
}

/**
 * The total by the tax of each, or by their net amounts; where that leaves a rounding behind, the largest takes it. In another currency a
 * row over several invoices implies no rate of its own: the amounts in theirs are left to a person.
 */
function shared(certificate: ImportedCertificate, parts: readonly Judged[]): ProposedLine[] {
  const same = parts.every((p) => p.invoice.currency === certificate.currency);
  const nets = sum(parts.map((p) => p.invoice.net));
  const amounts = parts.map(({ invoice }) => (same ? shareOf(certificate, invoice) : null) ?? shareOfNet(certificate, invoice, nets));
  const left = subtract(certificate.total, sum(amounts));
  const most = amounts.reduce((best, a, i) => (compare(a, amounts[best]!) > 0 ? i : best), 0);
  const small = compare(left, '1') < 0 && compare(left, '-1') > 0;
  return parts.map(({ invoice }, i) => {
    const amount = i === most && small ? add(amounts[i]!, left) : amounts[i]!;
    return { invoice, amount, payAmount: invoice.currency === certificate.currency ? amount : null, fx: null };
  });
}

/** Sums of two to five invoices of one counterparty and currency that make up the tax, or the base. */
function combined(certificate: ImportedCertificate, pool: readonly OpenInvoice[]): { proposals: Proposal[]; gaveUp: boolean } {
  const fitting = pool.filter(
    (i) =>
      i.currency === certificate.currency &&
      i.takenBy === null &&
      i.date <= certificate.date &&
      isTheirs(certificate, i) &&
      taxOn(certificate, i) !== null,
  );
  const groups = Map.groupBy(fitting, (i) => counterpartyKey(certificate, i));
  const proposals: Proposal[] = [];
  let gaveUp = false;
  for (const [, group] of [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (group.length < 2) continue;
    const seen = new Set<string>();
    const byTax = sumsOf(
      group.map((i) => taxOn(certificate, i)!),
      certificate.total,
    );
    const byBase =
      certificate.base === null
        ? null
        : sumsOf(
            group.map((i) => i.net),
            certificate.base,
          );
    gaveUp ||= byTax.gaveUp || (byBase?.gaveUp ?? false);
    for (const places of [...(byBase?.found ?? []), ...byTax.found]) {
      if (seen.has(places.join()) || places.length > MOST_PARTS) continue;
      seen.add(places.join());
      proposals.push(
        together(
          certificate,
          places.map((at) => judgeOne(certificate, group[at]!)),
        ),
      );
    }
  }
  return { proposals, gaveUp };
}

/** Whether its other side may be the one that the row names. */
const isTheirs = (c: ImportedCertificate, i: OpenInvoice): boolean =>
  agreement(c.side === 'payer' ? c.payee : c.payer, c.side === 'payer' ? i.seller : i.buyer) !== 'other';

const counterpartyKey = ({ side }: ImportedCertificate, i: OpenInvoice): string => {
  const other = side === 'payer' ? i.seller : i.buyer;
  return JSON.stringify([i.vendor, other.taxIds.toSorted()[0] ?? other.names[0] ?? '']);
};

/** Certificates whose only exact proposal no other certificate of the file lays claim to: what a rule may accept without a look. */
export function exactOnes(rows: readonly { key: number; matched: Matched }[]): { key: number; proposal: Proposal }[] {
  const claims = new Map<number, number>();
  const exact = rows.flatMap(({ key, matched }) => {
    const found = matched.proposals.filter((p) => p.exact);
    return found.length === 1 ? [{ key, proposal: found[0]! }] : [];
  });
  for (const { proposal } of exact) for (const { invoice } of proposal.lines) claims.set(invoice.id, (claims.get(invoice.id) ?? 0) + 1);
  return exact.filter(({ proposal }) => proposal.lines.every(({ invoice }) => claims.get(invoice.id) === 1));
}

/** The numbers of a reference that no invoice of the pool has. */
export const unknownNumbers = (certificate: ImportedCertificate, invoices: readonly OpenInvoice[]): string[] => {
  const known = new Set(invoices.map((i) => foldNumber(i.number)));
  return certificate.invoices.filter((n) => !known.has(foldNumber(n)));
};
