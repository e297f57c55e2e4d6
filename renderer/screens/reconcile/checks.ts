import type { CheckStatus } from './status.ts';
import type { Check } from '../../../services/contract/reconcile.ts';
import type { Filter } from '../../../services/contract/bills.ts';
import { detailsParams, placeOf } from '../bills/place.ts';

export type Drill = NonNullable<Check['leftSide']['drill']>;
export interface StepGroup {
  step: string;
  stepZh: string;
  checks: Check[];
}

/** Checks by step, in the order in which the services give them. */
export function bySteps(checks: readonly Check[]): StepGroup[] {
  const groups = Map.groupBy(checks, (check) => check.step);
  return [...groups].map(([step, own]) => ({ step, stepZh: own[0]?.stepZh ?? step, checks: own }));
}

/** How many checks stand in each state. */
export function countsOf(checks: readonly Check[]): Record<CheckStatus, number> {
  const counts: Record<CheckStatus, number> = { pass: 0, explained: 0, fail: 0, missing: 0 };
  for (const check of checks) counts[check.status] += 1;
  return counts;
}

/** The check to look at when none is chosen: the first that fails, else the first that lacks a side, else the first. */
export const firstToSee = (checks: readonly Check[]): Check | undefined =>
  checks.find((check) => check.status === 'fail') ?? checks.find((check) => check.status === 'missing') ?? checks[0];

/** The check `by` places further down or up, staying at the ends. */
export function neighbour(checks: readonly Check[], id: string | undefined, by: number): Check | undefined {
  const at = checks.findIndex((check) => check.id === id);
  return checks[Math.max(0, Math.min(checks.length - 1, at < 0 ? 0 : at + by))];
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

function filtersOf(value: unknown): Filter[] {
  return Array.isArray(value)
    ? value.filter((f): f is Filter => typeof f === 'object' && f !== null && 'column' in f && 'op' in f && 'value' in f)
    : [];
}

/** Where a side of a check opens: path and address parameters of the screen that holds its records. */
export function placeFor(drill: Drill): { path: string; params: Record<string, string | null> } {
  const { query } = drill;
  const period = text(query['period']);
  const inPeriod: Record<string, string> = period ? { period } : {};
  switch (drill.screen) {
    case 'bills':
      return {
        path: '/bills/details',
        params: {
          ...inPeriod,
          ...detailsParams({ ...placeOf(filtersOf(query['where'])), kind: query['kind'] === 'statement' ? 'statement' : 'detail' }),
        },
      };
    case 'invoices':
      return { path: '/invoices', params: { ...inPeriod, scope: period ? 'period' : null, vendor: text(query['vendor']) } };
    case 'payments':
      return { path: '/payments', params: { q: text(query['search']) } };
    case 'wht':
      return { path: '/wht', params: { status: 'all', q: text(query['search']) } };
  }
}

/** The screens that the two sides open, each once. */
export function drillsOf(check: Pick<Check, 'leftSide' | 'rightSide'>): Drill[] {
  const drills = [check.leftSide.drill, check.rightSide.drill].filter((drill) => drill !== null);
  return drills.filter((drill, index) => drills.findIndex((other) => sameDrill(other, drill)) === index);
}
const sameDrill = (a: Drill, b: Drill): boolean => a.screen === b.screen && JSON.stringify(a.query) === JSON.stringify(b.query);

/** Which kind of record a check lacks: its own screen can enter it, or files bring it. */
export function lacking(
  check: Pick<Check, 'status' | 'left' | 'right' | 'leftSide' | 'rightSide'>,
): 'bills' | 'invoices' | 'payments' | 'wht' | null {
  if (check.status !== 'missing') return null;
  return (check.left === null ? check.leftSide.drill : check.rightSide.drill)?.screen ?? 'bills';
}
