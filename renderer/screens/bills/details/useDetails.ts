import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useCall } from '../../../app/hooks.ts';
import { useHeldTo } from '../../../app/useHeldTo.ts';
import { usePeriod } from '../../../app/place.ts';
import {
  acrossOf,
  ALL_CURRENCIES,
  detailsParams,
  levelsOf,
  readPlace,
  scopeOf,
  withinGroup,
  type DetailsPlace,
  type Scope,
} from '../place.ts';

export type Change = (part: Partial<DetailsPlace>, options?: { replace?: boolean }) => void;

export interface DetailsState {
  place: DetailsPlace;
  change: Change;
  period: string | null;
  /** The currencies of the filter with their lines, the commonest first. */
  currencies: readonly { code: string; lines: number }[];
  /** The one that is shown; null: all. */
  currency: string | null;
  /** The filter without the chosen group; undefined until the currency is known. */
  scope: Scope | undefined;
  /** The filter within the chosen group: what the lines are. */
  linesScope: Scope | undefined;
  /** Group columns in the order of their levels, time as rows included. */
  levels: readonly string[];
  /** The time that stands as columns. */
  across: 'date' | 'period' | null;
  /** Whether the screen has something to ask for. */
  enabled: boolean;
}

/** The state of the details screen out of its address. */
export function useDetails(): DetailsState {
  const [search, setSearch] = useSearchParams();
  const { period } = usePeriod();
  const account = useHeldTo();
  const place = useMemo(() => readPlace(search), [search]);
  const change = useCallback<Change>(
    (part, options = {}) =>
      setSearch(
        (old) => {
          const next = new URLSearchParams(old);
          for (const [name, value] of Object.entries(detailsParams(part))) {
            if (value === null) next.delete(name);
            else next.set(name, value);
          }
          if (part.at === null) next.delete('at');
          return next;
        },
        { replace: options.replace ?? false },
      ),
    [setSearch],
  );
  const any = useMemo(() => scopeOf(place, period, account, null), [place, period, account]);
  const enabled = period !== null || place.allPeriods || place.range !== null;
  const known = useCall('bills/facets', { ...any, column: 'currency' }, { enabled, keep: true });
  const currencies = useMemo(
    () => (known.data ?? []).flatMap((f) => (f.value === null ? [] : [{ code: f.value, lines: f.lines }])),
    [known.data],
  );
  const ready = enabled && (place.currency !== null || known.data !== undefined || known.error !== null);
  const currency = place.currency === ALL_CURRENCIES ? null : (place.currency ?? currencies[0]?.code ?? null);
  const scope = useMemo(() => (ready ? scopeOf(place, period, account, currency) : undefined), [ready, place, period, account, currency]);
  const levels = useMemo(() => levelsOf(place), [place]);
  const linesScope = useMemo(() => (scope ? withinGroup(scope, levels, place.at) : undefined), [scope, levels, place.at]);
  return { place, change, period, currencies, currency, scope, linesScope, levels, across: acrossOf(place), enabled };
}
