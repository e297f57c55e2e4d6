import type { ReadDb } from '../../db/connection.ts';
import { cutPieces } from '../../db/queries/cut-pieces.ts';
import type { CutSum } from '../../db/queries/piece-question.ts';
import type { LineScope } from '../../db/queries/reconcile-lines.ts';
import type { BatchIdentity } from '../../db/queries/reconcile-identities.ts';
import { viewsOf } from '../../db/queries/telling-views.ts';
import { VIEWS, type View } from '../../domain/formats/views.ts';
import { fromPair } from '../../domain/money/pair.ts';
import type { Grouping } from '../../domain/money/pieces.ts';
import type { PieceQuestion, Pieces } from '../../domain/reconcile/facts.ts';

/** Pieces that are shown of many. */
const EXAMPLES = 3;

/** Tellings whose lines are single charges. */
const CHARGES: readonly View[] = ['detail', 'expenditures', 'resource-line', 'product-line', 'type-line', 'account-line', 'usage'];
/** Tellings whose lines name the specification and the usage type. */
const SPECIFICATIONS: readonly View[] = ['detail', 'expenditures', 'usage-day', 'usage-cycle', 'usage'];
/** Tellings that do not tell pay-per-use from orders. */
const SUMMARIES: readonly View[] = ['invoice', 'summary', 'project-cycle', 'region-cycle', 'mode-cycle', 'tag-cycle'];

const TOLD: Readonly<Record<Grouping, readonly View[]>> = {
  settlement: CHARGES,
  line: CHARGES,
  specification: SPECIFICATIONS,
  usage: VIEWS.filter((view) => !SUMMARIES.includes(view)),
};

/** The charges of a month in pieces; null where the bill that is counted does not tell them. Statements tell every charge. */
export function piecesOf(
  read: ReadDb,
  scope: LineScope,
  batches: readonly BatchIdentity[],
  { kind, grouping, measures, billTypes, places }: PieceQuestion,
): Pieces | null {
  const counted = batches.filter((b) => b.counted).map((b) => b.batch);
  if (kind === 'detail' && !viewsOf(read, counted).every((view) => TOLD[grouping].includes(VIEWS[view]!))) return null;
  if (kind === 'statement' && grouping === 'specification') return null;
  const { period, vendor, currency } = scope;
  const { usage, apart, examples } = cutPieces(read, {
    set: {
      periods: [period],
      vendor,
      currency,
      kinds: [kind === 'statement' ? 1 : 0],
      among: billTypes ? [{ key: 'billType', values: billTypes }] : [],
    },
    grouping,
    measures,
    places,
    examples: EXAMPLES,
  });
  const part = ({ pieces, exact, cut }: CutSum): Pieces['usage'] => ({ pieces, exact: fromPair(0n, exact), cut: fromPair(0n, cut) });
  return {
    grouping,
    usage: part(usage),
    apart: part(apart),
    examples: examples.map(({ keys, exact, cut }) => ({
      name: keys.filter((text) => text !== null).join(' · '),
      exact: fromPair(0n, exact),
      cut: fromPair(0n, cut),
    })),
  };
}
