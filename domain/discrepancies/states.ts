import { fail, ok, type Result } from '../result.ts';
import { say, type Said } from '../words/said.ts';

/** Where a difference stands: found; explained by a reason; disputed with the vendor; settled by a document; given up. */
export const DISCREPANCY_STATES = ['open', 'explained', 'disputed', 'settled', 'written-off'] as const;
export type DiscrepancyState = (typeof DISCREPANCY_STATES)[number];

/** What settled it: a corrected bill, a credit note, a payment, or something else that the reason tells. */
export const SETTLED_HOW = ['bill', 'credit-note', 'payment', 'other'] as const;
export type SettledHow = (typeof SETTLED_HOW)[number];

/** Nothing more is to be done: a period can be closed with it. */
export const isFinal = (state: DiscrepancyState): boolean => state !== 'open' && state !== 'disputed';

export const DISCREPANCY_ACTS = ['explain', 'dispute', 'settle', 'write-off', 'reopen'] as const;
export type DiscrepancyAct = (typeof DISCREPANCY_ACTS)[number];

const ACTS: Record<DiscrepancyAct, { from: readonly DiscrepancyState[]; to: DiscrepancyState; needs: Said }> = {
  explain: { from: ['open', 'disputed'], to: 'explained', needs: say`Only an open or disputed difference can be explained` },
  dispute: { from: ['open', 'explained'], to: 'disputed', needs: say`Only an open or explained difference can be disputed` },
  settle: {
    from: ['open', 'explained', 'disputed'],
    to: 'settled',
    needs: say`Only an open, explained or disputed difference can be settled`,
  },
  'write-off': {
    from: ['open', 'explained', 'disputed'],
    to: 'written-off',
    needs: say`Only an open, explained or disputed difference can be written off`,
  },
  reopen: {
    from: ['explained', 'disputed', 'settled', 'written-off'],
    to: 'open',
    needs: say`Only a difference that is not open can be opened again`,
  },
};

const IN_WORDS: Record<DiscrepancyState, Said> = {
  open: say`is open`,
  explained: say`is explained`,
  disputed: say`is disputed with the vendor`,
  settled: say`is settled`,
  'written-off': say`is written off`,
};

/** The state that the act leads to, or why it cannot be done now. */
export function discrepancyAct(id: number, state: DiscrepancyState, act: DiscrepancyAct): Result<DiscrepancyState> {
  const { from, to, needs } = ACTS[act];
  if (from.includes(state)) return ok(to);
  return fail('discrepancy.state', say`Difference ${{ id }} ${{ state: IN_WORDS[state] }}. ${{ needs }}.`, {
    value: state,
    remedy: act === 'reopen' ? 'Nothing needs to be done.' : 'Open it again first, with a reason.',
  });
}

/** Acts that the state allows, in their order. */
export const actsIn = (state: DiscrepancyState): DiscrepancyAct[] => DISCREPANCY_ACTS.filter((act) => ACTS[act].from.includes(state));
