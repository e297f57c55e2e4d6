import type { ReadDb } from '../../../db/connection.ts';
import { chargeSums, editionsOf, givenBack, type ChargeSum, type Edition } from '../../../db/queries/editions.ts';
import { VIEWS } from '../../../domain/formats/views.ts';
import { fromPair } from '../../../domain/money/pair.ts';
import type { Growth } from '../../../domain/reconcile/tellings/telling.ts';
import { viewWords } from '../../../domain/reconcile/tellings/words.ts';
import { say } from '../../../domain/words/said.ts';
import { whyLines } from './lines.ts';
import type { Place } from './place.ts';

const LISTED = 200;

/** Tellings that sum a month up to the day of the file: each file takes the place of the one before. */
const isCumulative = (view: number): boolean => VIEWS[view]!.endsWith('-cycle') || VIEWS[view] === 'summary';

/** Every file of sums to date that gave way to a later one, held against it charge by charge. */
export const growthOf = (read: ReadDb, place: Place): Growth[] =>
  editionsOf(read, place.vendor, place.period)
    .filter((edition) => isCumulative(edition.view))
    .map((edition) => held(read, place, edition));

function held(read: ReadDb, place: Place, { view, earlier, later }: Edition): Growth {
  const first = chargeSums(read, place, earlier.id, later.id);
  const before = [...first.gone.values()];
  // A row that the later file repeats without a change stays where it is.
  const after = chargeSums(read, place, later.id, later.id).live;
  for (const [key, sum] of first.live) {
    const own = after.get(key);
    after.set(key, own ? { ...own, payable: own.payable + sum.payable, ids: [...own.ids, ...sum.ids] } : sum);
  }
  const fallen = before.flatMap((sum) => {
    const now = after.get(sum.key);
    const by = size(sum.payable) - (sign(now?.payable ?? 0n) === sign(sum.payable) ? size(now!.payable) : 0n);
    return by > 0n ? [{ sum, now, by }] : [];
  });
  const resources = fallen.flatMap(({ sum }) => sum.resource ?? []);
  const back = resources.length === 0 ? new Map<number, bigint>() : givenBack(read, place, resources);
  // Where the vendor has given back as much for the resource meanwhile, the sum has every reason to be smaller.
  const shrunk = fallen.filter(({ sum, by }) => sum.payable < 0n || sum.resource === null || size(back.get(sum.resource) ?? 0n) < by);
  const total = (sums: Iterable<ChargeSum>): bigint => [...sums].reduce((all, { payable }) => all + payable, 0n);
  const amountOf = (value: bigint) => fromPair(0n, value);
  const ids = shrunk.flatMap(({ sum, now }) => [...sum.ids, ...(now?.ids ?? [])]);
  const words = new Map(
    shrunk.flatMap(({ sum, now }) => {
      const text = say`${{ before: amountOf(sum.payable) }} on ${{ earlier: earlier.asOf }}, ${{ after: amountOf(now?.payable ?? 0n) }} on ${{ later: later.asOf }}`;
      return [...sum.ids, ...(now?.ids ?? [])].map((id) => [id, text] as const);
    }),
  );
  return {
    id: `${VIEWS[view]}.${earlier.id}`,
    words: viewWords(VIEWS[view]!),
    earlier,
    later,
    before: amountOf(total(before)),
    after: amountOf(total(before.flatMap((sum) => after.get(sum.key) ?? []))),
    shrunk: {
      count: shrunk.length,
      by: amountOf(shrunk.reduce((all, { by }) => all + by, 0n)),
      bad: {
        lines: whyLines(read, ids.slice(0, LISTED)).map(({ id, file, row, name }) => ({
          id,
          file,
          row,
          text: name === '' ? words.get(id)! : say`${{ what: words.get(id)! }} — ${{ name }}`,
        })),
        count: ids.length,
      },
    },
  };
}

const size = (value: bigint): bigint => (value < 0n ? -value : value);
const sign = (value: bigint): number => (value > 0n ? 1 : value < 0n ? -1 : 0);
