import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { Input } from '../../../../services/contract/index.ts';
import { useParam } from '../../../app/place.ts';
import { useDetails, type DetailsState } from '../details/useDetails.ts';
import { detailsParams, type DetailsPlace } from '../place.ts';

export const SHOWN = ['groups', 'lines', 'missing'] as const;
export type Shown = (typeof SHOWN)[number];

export interface AllocationState {
  details: DetailsState;
  shown: Shown;
  /** Shows the one or the other, with filters changed in the same step. */
  show: (next: Shown, part?: Partial<DetailsPlace>) => void;
  /** Also what is of its own month: pay-per-use, fees, adjustments. */
  usage: boolean;
  setUsage: (usage: boolean) => void;
  /** Columns of the groups; by product type where none is chosen. */
  groupBy: string[];
  /** What the services are asked for; undefined until the currency is known. */
  scope: Pick<Input<'allocation/rows'>, 'where' | 'search'> | undefined;
}

const BY_DEFAULT = ['productType'];

/** The state of the allocation out of the address: filters, search, currency and groups as on the screen of bill details. */
export function useAllocation(): AllocationState {
  const details = useDetails();
  const [search, setSearch] = useSearchParams();
  const text = search.get('show');
  const [own, setOwn] = useParam('own');
  const { scope: asked, place } = details;
  const scope = useMemo(() => (asked ? { where: asked.where, search: asked.search } : undefined), [asked]);
  const groupBy = useMemo(() => (place.groupBy.length > 0 ? [...place.groupBy] : BY_DEFAULT), [place.groupBy]);
  return {
    details,
    shown: SHOWN.find((name) => name === text) ?? 'groups',
    show: (next, part = {}) =>
      setSearch((old) => {
        const params = new URLSearchParams(old);
        for (const [name, value] of Object.entries({ ...detailsParams(part), show: next === 'groups' ? null : next })) {
          if (value === null) params.delete(name);
          else params.set(name, value);
        }
        return params;
      }),
    usage: own !== 'no',
    setUsage: (usage) => setOwn(usage ? null : 'no'),
    groupBy,
    scope,
  };
}
