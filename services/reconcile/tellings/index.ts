import type { ReadDb } from '../../../db/connection.ts';
import { KIND_CODES, VENDOR_CODES } from '../../../db/measures.ts';
import { periodCode } from '../../../db/queries/bills-columns.ts';
import { billTotals } from '../../../db/queries/bills-sums.ts';
import { EVERYTHING } from '../../../db/queries/bills-filter.ts';
import { hasKey, keyedLineIds, keyedSums, type LineSet } from '../../../db/queries/keyed-sums.ts';
import { remember } from '../../../db/queries/remember.ts';
import { tellingBatches, type TellingBatches } from '../../../db/queries/telling-batches.ts';
import { MEASURE_NAMES, type MeasureName } from '../../../domain/formats/fields.ts';
import { billFormatById } from '../../../domain/formats/index.ts';
import { VIEWS } from '../../../domain/formats/views.ts';
import { fromPair } from '../../../domain/money/pair.ts';
import type { MeasureSums, Vendor } from '../../../domain/reconcile/facts.ts';
import { coverageOf, coverageWords, isSubscriptionMode, taxTypes, type Coverage } from '../../../domain/reconcile/tellings/coverage.ts';
import type { Comparison, Telling, Tellings } from '../../../domain/reconcile/tellings/telling.ts';
import { COUNTED, sideWords, viewWords } from '../../../domain/reconcile/tellings/words.ts';
import { isRefund } from '../../../domain/reconcile/bill-types.ts';
import { causeOf, suspectOf } from './causes.ts';
import { compare } from './compare.ts';
import { accountsOf } from './accounts.ts';
import { badLines } from './bad-lines.ts';
import { growthOf } from './growth.ts';
import { outsideOf } from './outside.ts';
import { partsOf } from './parts.ts';
import { KEY_ATTRIBUTES, KEYS, type KeyAttribute, type Pair, type Place } from './place.ts';

/** Vendors that tell one month in several ways; lines of other clouds are those of many bills. */
const VENDORS: ReadonlySet<Vendor> = new Set(['huawei', 'tencent', 'qingcloud']);
/** FOCUS alone tells these, and of other clouds. */
const HELD = MEASURE_NAMES.filter((m) => m !== 'contractedCost' && m !== 'effectiveCost' && m !== 'tax');

/** The other tellings of a vendor's month in one currency, held against what is counted as the bill when asked for. */
export function tellingsOf(read: ReadDb, period: string, { vendor, currency }: { vendor: Vendor; currency: string }): Tellings {
  const place: Place = { period: periodCode(period), vendor: VENDOR_CODES[vendor], currency };
  const bill = setOf(place, [KIND_CODES.detail]);
  const name = `tellings ${period} ${vendor} ${currency}`;
  const made = () => remember(read, name, () => (VENDORS.has(vendor) ? pairsOf(read, place) : []));
  const comparisonOf = (telling: Telling): Comparison =>
    remember(read, `${name} ${telling.id}`, () => {
      const all = made();
      const { pair } = all.find((own) => own.telling.id === telling.id)!;
      const comparison = compare(read, pair, { left: COUNTED, right: sideWords(telling.view), period }, () => ({
        suspect: suspectOf(
          telling,
          all.map((own) => own.telling),
        ),
        missingParts: { left: partsOf(read, place, pair.bill.kinds).missing, right: partsOf(read, place, pair.own.kinds).missing },
      }));
      return {
        ...comparison,
        why: (held) =>
          comparison.keys === 0
            ? []
            : (causeOf(
                telling,
                all.map((own) => own.telling),
                comparisonOf,
              )?.why(held) ?? comparison.why(held)),
      };
    });
  return {
    parts: () => partsOf(read, place, null),
    growth: () => remember(read, `${name} growth`, () => (VENDORS.has(vendor) ? growthOf(read, place) : [])),
    accounts: () =>
      remember(read, `${name} accounts`, () =>
        accountsOf(read, bill, countedOf(read, bill, tellingBatches(read, place.vendor, place.period))),
      ),
    outside: () => outsideOf(read, bill, period),
    currencies: () =>
      billTotals(read, { ...EVERYTHING, period, where: [{ column: { type: 'dimension', name: 'vendor' }, op: 'is', values: [vendor] }] })
        .linesByCurrency,
    counted: () => badLines(read, keyedLineIds(read, bill, ['currency'], [[currency]], 200)),
    list: () => made().map(({ telling }) => telling),
    views: () =>
      remember(read, `${name} views`, () => [
        ...new Set(countedOf(read, bill, tellingBatches(read, place.vendor, place.period)).map((one) => VIEWS[one.view]!)),
      ]),
    compare(telling): Comparison {
      return comparisonOf(telling);
    },
  };
}

interface Held {
  telling: Telling;
  pair: Pair;
}

function pairsOf(read: ReadDb, place: Place): Held[] {
  const all = tellingBatches(read, place.vendor, place.period);
  const bill = setOf(place, [KIND_CODES.detail]);
  const counted = countedOf(read, bill, all);
  const statement = setOf(place, [KIND_CODES.statement]);
  const held: Held[] = [];
  const keep = (one: Held | null): void => void (one && held.push(one));
  if (counted.length > 0 || linesOf(read, bill) > 0) {
    if (linesOf(read, statement) > 0) keep(heldOf(read, bill, statement, counted, null, all));
    for (const one of all) {
      if (one.view < 0) continue;
      const own = { ...setOf(place, [10 + one.view]), batches: one.batches };
      // What is the bill itself for some accounts agrees with itself.
      if (linesOf(read, own) > 0) keep(heldOf(read, bill, { ...own, kinds: [KIND_CODES.detail, 10 + one.view] }, counted, one, all));
    }
  }
  return held;
}

/** The tellings that lines are counted from, best first. */
const countedOf = (read: ReadDb, bill: LineSet, all: readonly TellingBatches[]): TellingBatches[] =>
  all.filter((one) => one.view >= 0 && linesOf(read, { ...bill, batches: one.batches }) > 0);

const setOf = ({ period, vendor, currency }: Place, kinds: readonly number[]): LineSet => ({ periods: [period], vendor, currency, kinds });
const linesOf = (read: ReadDb, set: LineSet): number =>
  remember(read, `lines of ${JSON.stringify(set)}`, () => keyedSums(read, set, [], []).groups[0]?.lines ?? 0);

/** Null where nothing can be said: the one leaves out what the other does not tell apart. */
function heldOf(
  read: ReadDb,
  bill: LineSet,
  own: LineSet,
  counted: readonly TellingBatches[],
  batches: TellingBatches | null,
  all: readonly TellingBatches[],
): Held | null {
  const coverage = narrower([...counted.map((c) => coverageOf(c.format)), ...(batches ? [coverageOf(batches.format)] : [])]);
  const covers = [bill, own].map((set, i) =>
    within(read, set, coverage, i === 0 ? counted.map((c) => c.format) : batches ? [batches.format] : []),
  );
  const [left, right] = covers;
  if (!left || !right) return null;
  const [billSums, ownSums] = [sumsOf(read, left), sumsOf(read, right)];
  if (!billSums || !ownSums) return null;
  const derived = derivedIn([...counted.map((c) => c.format), ...(batches ? [batches.format] : [])]);
  const measures = HELD.filter((m) => billSums.sums[m] !== null && ownSums.sums[m] !== null && !derived.has(m));
  if (!measures.includes('payable')) return null;
  const view = batches ? VIEWS[batches.view]! : 'statement';
  const twice = batches !== null && all.filter((other) => other.view === batches.view).length > 1;
  const attributes = KEY_ATTRIBUTES.filter(
    (a) => !(a === 'date' && view.endsWith('-cycle')) && tells(read, left, a) && tells(read, right, a),
  );
  return {
    telling: {
      id: twice ? `${view}.${batches.format}` : view,
      view,
      words: viewWords(view),
      measures,
      attributes,
      bill: billSums.sums,
      own: ownSums.sums,
      lines: { bill: billSums.lines, own: ownSums.lines },
      estimate: batches?.estimate ? batches.asOf : null,
      part: coverageWords(coverage),
    },
    pair: {
      bill: left,
      own: right,
      measures,
      attributes,
      rows: ownSums.lines,
      equal: measures.every((m) => billSums.sums[m] === ownSums.sums[m]),
    },
  };
}

/** Figures that the files do not print, but that follow from others that are held already. */
const derivedIn = (formats: readonly string[]): ReadonlySet<MeasureName> =>
  new Set(formats.flatMap((id) => billFormatById(id)?.derive?.map(({ field }) => field) ?? []));

const narrower = (parts: readonly Coverage[]): Coverage => ({
  untaxed: parts.some((p) => p.untaxed),
  only: parts.find((p) => p.only !== null)?.only ?? null,
});

/** The lines of the set that are in the part; null where the set does not tell them apart. */
function within(read: ReadDb, set: LineSet, { untaxed, only }: Coverage, formats: readonly string[]): LineSet | null {
  const among = [...(set.among ?? [])];
  const own = narrower(formats.map(coverageOf));
  if (untaxed && !(own.untaxed && formats.length === 1)) {
    const types = textsOf(read, set, 'billType');
    const taxes = taxTypes(types);
    // Words that tell charges from refunds alone hold taxes that cannot be told apart.
    if (
      taxes.length === 0 &&
      types.some((type) => type !== null && (/^(消费|退款|调账)$/.test(type) || (isRefund(type) && !type.includes('-'))))
    )
      return null;
    if (taxes.length > 0) among.push({ key: 'billType', values: taxes, not: true });
  }
  if (only === 'subscription' && own.only !== 'subscription') {
    const modes = textsOf(read, set, 'mode').filter(isSubscriptionMode);
    if (modes.length === 0) return null;
    among.push({ key: 'billingMode', values: modes });
  }
  return { ...set, among };
}

const textsOf = (read: ReadDb, set: LineSet, attribute: KeyAttribute): (string | null)[] =>
  keyedSums(read, set, [KEYS[attribute]], []).groups.map((group) => group.keys[0] ?? null);
const tells = (read: ReadDb, set: LineSet, attribute: KeyAttribute): boolean => hasKey(read, set, KEYS[attribute]);

function sumsOf(read: ReadDb, set: LineSet): { sums: MeasureSums; lines: number } | null {
  const [group] = keyedSums(
    read,
    set,
    [],
    MEASURE_NAMES.map((m) => [m]),
  ).groups;
  if (!group) return null;
  const sums = Object.fromEntries(
    MEASURE_NAMES.map((m, i) => [m, group.sums[i] === null || group.sums[i] === undefined ? null : fromPair(0n, group.sums[i])]),
  );
  return { sums: sums as Record<MeasureName, string | null>, lines: group.lines };
}
