import type { PlainDate } from '../../time/plain-date.ts';
import type { ObligationFacts } from './facts.ts';
import { atLeast, none, positive } from './figures.ts';
import { isMissing, type ExpectedFinding, type Obligation } from './state.ts';
import { nearly } from './withheld.ts';

/** Findings of an obligation, in their order. A cent too little or too much is told; what rounding explains is not missing. */
export function findingsOf(
  o: Omit<Obligation, 'findings'>,
  { currency, side }: Pick<ObligationFacts, 'currency' | 'side'>,
  holds: boolean | null,
  asOf: PlainDate,
): ExpectedFinding[] {
  const open = isMissing(o.state);
  const certified = !none(o.certified);
  const tells: Record<ExpectedFinding, boolean> = {
    'no-certificate': open && o.state !== 'received' && !none(o.missing) && !nearly(o.missing, '0', currency),
    'no-withholding': certified && (o.paidOn === null || holds === false),
    short: certified && o.difference !== null && o.difference.startsWith('-') && o.paidOn !== null,
    over: certified && o.difference !== null && positive(o.difference) && o.paidOn !== null,
    'less-than-rule': o.closed && o.tax !== null && !atLeast(o.withheld, o.tax) && !nearly(o.withheld, o.tax, currency),
    'no-rate': o.ratePct === null && holds !== false && (open || o.state === 'to-come'),
    'not-remitted': side === 'payer' && open && o.remitted === null && o.remitBy !== null && o.remitBy.date < asOf && positive(o.missing),
    'remitted-late': o.remitted !== null && o.remitBy !== null && o.remitted > o.remitBy.date,
  };
  return (Object.keys(tells) as ExpectedFinding[]).filter((finding) => tells[finding]);
}
