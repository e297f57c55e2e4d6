import type { ReadDb } from '../../../db/connection.ts';
import { billTotals } from '../../../db/queries/bills-sums.ts';
import { EVERYTHING } from '../../../db/queries/bills-filter.ts';
import { periodText } from '../../../db/queries/bills-columns.ts';
import { keyedLineIds, type DifferingKey, type KeyName, type LineSet } from '../../../db/queries/keyed-sums.ts';
import { addPeriods } from '../../../domain/time/plain-date.ts';
import type { WhyLine } from '../../../domain/reconcile/why/index.ts';
import { whyLines } from './lines.ts';
import { KEYS, type KeyAttribute, type Pair } from './place.ts';

const MOST = 500;
/** Resources that are looked at for repetitions. */
const FEW = 20;
/** What a charge is known by in another month or currency too; the first that is told. */
const NAMES = ['order', 'resource'] as const;

/** Lines of the months beside, and in other currencies, of the orders (or resources) that differ: one of them may be what is not here. */
export function elsewhereOf(
  read: ReadDb,
  { bill, own }: Pair,
  attributes: readonly KeyAttribute[],
  keys: readonly DifferingKey[],
): WhyLine[] {
  const name = NAMES.find((attribute) => attributes.includes(attribute));
  const place = name === undefined ? -1 : attributes.indexOf(name);
  const [period] = bill.periods ?? [];
  if (name === undefined || period === undefined) return [];
  const texts = [...new Set(keys.map((key) => key.keys[place] ?? null))].filter((text) => text !== null).slice(0, MOST);
  if (texts.length === 0) return [];
  const month = periodText(period);
  const beside = [-1, 1].map((n) => Number(addPeriods(month, n).replace('-', '')));
  const currencies = Object.keys(billTotals(read, { ...EVERYTHING, period: month }).byCurrency).filter((code) => code !== bill.currency);
  const sets: LineSet[] = [bill, own].flatMap((set) => [
    { ...set, periods: beside, batches: null },
    ...currencies.map((currency) => ({ ...set, currency, batches: null })),
  ]);
  const by: KeyName[] = [KEYS[name]];
  const ids = new Set(
    sets.flatMap(
      (set) =>
        keyedLineIds(
          read,
          set,
          by,
          texts.map((text) => [text]),
          MOST,
        ).ids,
    ),
  );
  return whyLines(read, [...ids]);
}

/** Lines of the same resources that are not in question: what one side has too much may be one of them a second time. */
export function contextOf(
  read: ReadDb,
  { bill, own }: Pair,
  left: readonly WhyLine[],
  right: readonly WhyLine[],
): { left: WhyLine[]; right: WhyLine[] } {
  const of = (set: LineSet, lines: readonly WhyLine[]): WhyLine[] => {
    const resources = [...new Set(lines.map((line) => line.attributes.resource ?? null))].filter((text) => text !== null).slice(0, FEW);
    if (resources.length === 0) return [];
    const known = new Set(lines.map((line) => line.id));
    const { ids } = keyedLineIds(
      read,
      set,
      ['resourceId'],
      resources.map((text) => [text]),
      MOST,
    );
    return whyLines(
      read,
      ids.filter((id) => !known.has(id)),
    );
  };
  return { left: of(bill, left), right: of(own, right) };
}
