import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { Filter } from '../../../../services/contract/bills.ts';
import type { PeriodRange } from '../../../../domain/analysis/ranges.ts';
import { useCall } from '../../../app/hooks.ts';
import { heldFilter } from '../../../app/held-to.ts';
import { useHeldTo } from '../../../app/useHeldTo.ts';
import { compareParams, readCompare, sidesOf, type ComparePlace } from './place.ts';

export type Change = (part: Partial<ComparePlace>, options?: { replace?: boolean }) => void;

export interface CompareState {
  place: ComparePlace;
  change: Change;
  period: string;
  now: PeriodRange;
  before: PeriodRange;
  /** The place's conditions and the global account. */
  where: Filter[];
  /** Currencies of both sides, the one with the most lines first. */
  currencies: readonly string[];
  /** The one that is shown; null until it is known, or where there are no lines. */
  currency: string | null;
  ready: boolean;
}

/** The state of the comparing screen out of its address. */
export function useCompare(period: string): CompareState {
  const [search, setSearch] = useSearchParams();
  const held = useHeldTo();
  const place = useMemo(() => readCompare(search), [search]);
  const change = useCallback<Change>(
    (part, options = {}) =>
      setSearch(
        (old) => {
          const next = new URLSearchParams(old);
          for (const [name, value] of Object.entries(compareParams(part))) {
            if (value === null || value === '') next.delete(name);
            else next.set(name, value);
          }
          return next;
        },
        { replace: options.replace ?? false },
      ),
    [setSearch],
  );
  const where = useMemo(() => [...place.where, ...heldFilter(held)], [place.where, held]);
  const { now, before } = useMemo(() => sidesOf(place, period), [place, period]);
  const known = useCall(
    'bills/facets',
    { period: null, where: [{ column: 'period', op: 'in', value: [now.to, before.to] }], column: 'currency' },
    { keep: true },
  );
  const currencies = useMemo(() => (known.data ?? []).flatMap((f) => f.value ?? []), [known.data]);
  const currency = place.currency ?? currencies[0] ?? null;
  return { place, change, period, now, before, where, currencies, currency, ready: known.data !== undefined };
}
