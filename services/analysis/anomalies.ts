import { rememberFew } from '../../db/queries/analysis-memory.ts';
import {
  RESOURCE_COLUMNS,
  resourceItems,
  resourceKey,
  resourceMonths,
  type ItemGroup,
  type ResourceKeys,
} from '../../db/queries/analysis-resources.ts';
import { sideGroups, textsOf, type SideGroup } from '../../db/queries/analysis-sides.ts';
import type { AnalysisScope } from '../../db/queries/analysis-scope.ts';
import type { ReadDb } from '../../db/connection.ts';
import { vendorOf, type VendorName } from '../../db/measures.ts';
import { changePercent, PERCENT } from '../../domain/analysis/percent.ts';
import { reasonOf } from '../../domain/analysis/reason.ts';
import { resourceChange } from '../../domain/analysis/resource-change.ts';
import {
  departs,
  departure,
  largeChange,
  leastAmount,
  UNUSUAL,
  usualOf,
  type UnusualPolicy,
  type Usual,
} from '../../domain/analysis/unusual.ts';
import { absolute, add, isNegative, isZero, parseAmount, type Amount } from '../../domain/money/amount.ts';
import { addPeriods, type Period } from '../../domain/time/plain-date.ts';
import { FRACTION_SCALE, toPair } from '../../domain/money/pair.ts';
import { unwrap } from '../../domain/result.ts';
import type { Anomaly } from '../contract/analysis.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import type { Handler } from '../runtime/services.ts';
import { sidesOf } from './compare.ts';
import { sidesOfResource } from './items.ts';
import { amountOf, analysisScope, exactly } from './scope.ts';

/** Changes that are looked at one by one; more large ones are counted, and the answer says so. */
const MOST_CANDIDATES = 5000;

interface Candidate {
  group: SideGroup;
  before: Amount;
  now: Amount;
  size: bigint;
  usual: Usual | null;
  former: { period: Period; amount: Amount }[];
}

interface Found {
  examined: number;
  large: number;
  truncated: boolean;
  former: Period[];
  unusual: Candidate[];
  leftOut: VendorName[];
}

/** What changed unusually: found by resource over the whole month, and divided into effects for the rows that are asked for. */
export const anomalies: Handler<'analysis/anomalies'> = (input, { session }) => {
  const read = session.book().read;
  const { now, before } = sidesOf(
    { from: input.period, to: input.period },
    input.against === null ? 'before' : { from: input.against, to: input.against },
  );
  const scope = analysisScope(input);
  const policy = policyOf(input.thresholds);
  const sides = { before: [before.from], now: [now.from] };
  const found = rememberFew(read, `anomalies ${JSON.stringify([scope, sides, policy])}`, () => findUnusual(read, scope, sides, policy));
  const page = found.unusual.slice(input.offset, input.offset + input.limit);
  return {
    period: now.from,
    against: before.from,
    former: found.former,
    policy,
    rounding: { id: PERCENT.id, title: PERCENT.title, titleZh: PERCENT.titleZh },
    examined: found.examined,
    large: found.large,
    truncated: found.truncated,
    count: found.unusual.length,
    leftOut: found.leftOut,
    totals: totalsOf(found.unusual),
    rows: explain(read, scope, sides, page),
  };
};

function policyOf({ amount, percent }: ParsedInput<'analysis/anomalies'>['thresholds']): UnusualPolicy {
  return {
    ...UNUSUAL,
    ...(amount === null ? {} : { amounts: {}, otherwise: bound(amount) }),
    ...(percent === null ? {} : { percent: bound(percent) }),
  };
}

/** What a reader typed, held to the grammar of amounts in the store; its sign means nothing here. */
const bound = (text: Amount): Amount => absolute(unwrap(parseAmount(text)) ?? '0');

type Sides = { before: Period[]; now: Period[] };

function findUnusual(read: ReadDb, scope: AnalysisScope, sides: Sides, policy: UnusualPolicy): Found {
  const all = sideGroups(read, scope, RESOURCE_COLUMNS, 'payable', sides);
  // A vendor whose bill is there on one side only has not changed: its other bill is not in the book.
  const oneSided = oneSidedVendors(all);
  const groups = all.filter((group) => !oneSided.has(group.keys[0]!));
  const least = new Map<string, bigint>();
  const large: Candidate[] = [];
  for (const group of groups) {
    const size = magnitude((group.now ?? 0n) - (group.before ?? 0n));
    let bound = least.get(group.currency);
    if (bound === undefined) least.set(group.currency, (bound = scaledOf(leastAmount(policy, group.currency))));
    // Most resources hardly change: integers sort them out before decimals are made.
    if (size < bound || size === 0n) continue;
    const [before, now] = [amountOf(group.before ?? 0n), amountOf(group.now ?? 0n)];
    if (largeChange(before, now, group.currency, policy)) large.push({ group, before, now, size, usual: null, former: [] });
  }
  // Equal ones in the order of their keys, so that pages fit together.
  large.sort(
    (a, b) =>
      compareText(a.group.currency, b.group.currency) ||
      (a.size < b.size ? 1 : a.size > b.size ? -1 : compareText(resourceKey(a.group.keys, ''), resourceKey(b.group.keys, ''))),
  );
  const looked = large.slice(0, MOST_CANDIDATES);
  const periods = formerPeriods(read, sides.now[0]!, policy.months);
  const months = resourceMonths(
    read,
    scope,
    periods,
    looked.map((c) => c.group.keys),
  );
  const unusual = looked.filter((candidate) => {
    const own = months.get(resourceKey(candidate.group.keys, candidate.group.currency));
    // From the first month on in which it was charged: a young resource has no history of zeros.
    const first = periods.findIndex((period) => own?.has(period));
    candidate.former = first < 0 ? [] : periods.slice(first).map((period) => ({ period, amount: amountOf(own?.get(period) ?? 0n) }));
    candidate.usual = usualOf(
      candidate.former.map((f) => f.amount),
      policy,
    );
    return candidate.usual === null || departs(candidate.now, candidate.usual, candidate.group.currency, policy);
  });
  return {
    examined: groups.length,
    large: large.length,
    truncated: large.length > looked.length,
    former: periods,
    unusual,
    leftOut: [...oneSided].map((code) => vendorOf(Number(code))),
  };
}

function oneSidedVendors(groups: readonly SideGroup[]): Set<SideGroup['keys'][number]> {
  const lines = new Map<SideGroup['keys'][number], [number, number]>();
  for (const { keys, linesBefore, linesNow } of groups) {
    const [before, now] = lines.get(keys[0]!) ?? [0, 0];
    lines.set(keys[0]!, [before + linesBefore, now + linesNow]);
  }
  return new Set([...lines].filter(([, [before, now]]) => before === 0 || now === 0).map(([vendor]) => vendor));
}

/** Months before `now` that the book has bills of, the earliest first. */
function formerPeriods(read: ReadDb, now: Period, months: number): Period[] {
  const from = Number(addPeriods(now, -months).replace('-', ''));
  return read
    .all<{ period: number }>('SELECT DISTINCT period FROM bill_line WHERE period >= ? AND period < ? AND kind = 0 ORDER BY period', [
      from,
      Number(now.replace('-', '')),
    ])
    .map(({ period }) => `${String(period).slice(0, 4)}-${String(period).slice(4)}`);
}

function explain(read: ReadDb, scope: AnalysisScope, sides: Sides, page: readonly Candidate[]): Anomaly[] {
  const byResource = new Map<string, ItemGroup[]>();
  for (const item of resourceItems(
    read,
    scope,
    sides,
    page.map((c) => c.group.keys),
  )) {
    const own = byResource.get(item.resource);
    if (own) own.push(item);
    else byResource.set(item.resource, [item]);
  }
  const texts = RESOURCE_COLUMNS.map((column, place) =>
    textsOf(
      read,
      column,
      page.map((c) => c.group.keys[place] as ResourceKeys[number]),
    ),
  );
  return page.map((candidate, i): Anomaly => {
    const { currency } = candidate.group;
    const { items, name, ...refunds } = sidesOfResource(byResource.get(resourceKey(candidate.group.keys, currency)) ?? []);
    const change = resourceChange({ items, ...refunds });
    const [vendor, account, productType, resourceId] = texts.map((column) => column[i] ?? null);
    const { usual } = candidate;
    return {
      currency,
      vendor: vendor!,
      account: account!,
      productType: productType!,
      resourceId: resourceId!,
      resourceName: name,
      before: change.before,
      now: change.now,
      difference: change.difference,
      percent: isZero(change.before) ? null : changePercent(change.before, change.now),
      parts: change.parts,
      leading: change.leading,
      reason: reasonOf(change, { currency, before: sides.before[0]!, now: sides.now[0]! }),
      usual: usual && { median: usual.median, deviation: usual.deviation, months: usual.months, percent: departure(candidate.now, usual) },
      former: candidate.former,
      items,
      filter: [
        exactly('vendor', vendor!),
        exactly('account', account!),
        exactly('productType', productType!),
        exactly('resourceId', resourceId!),
        exactly('currency', currency),
      ],
    };
  });
}

function totalsOf(unusual: readonly Candidate[]): Output<'analysis/anomalies'>['totals'] {
  const totals: Record<string, { count: number; up: Amount; down: Amount }> = {};
  for (const { group } of unusual) {
    const change = amountOf((group.now ?? 0n) - (group.before ?? 0n));
    const total = (totals[group.currency] ??= { count: 0, up: '0', down: '0' });
    total.count++;
    if (isNegative(change)) total.down = add(total.down, change);
    else total.up = add(total.up, change);
  }
  return totals;
}

const magnitude = (n: bigint): bigint => (n < 0n ? -n : n);
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
function scaledOf(amount: Amount): bigint {
  const { units, fraction } = toPair(amount);
  return units * FRACTION_SCALE + fraction;
}
