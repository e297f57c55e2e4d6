import type { Filter } from '../../../../services/contract/bills.ts';
import { isHeld, type HeldTo } from '../../../app/held-to.ts';
import { useAddress } from '../../../app/place.ts';
import { detailsParams, placeOf, type DetailsPlace } from '../place.ts';

/** The address of the details that a filter opens; the global account stands in the address already. */
export function useOpenLines(account: HeldTo): (filter: readonly Filter[], more?: Partial<DetailsPlace>) => string {
  const address = useAddress();
  return (filter, more = {}) => {
    const place = placeOf(filter.filter((f) => !isHeld(f, account)));
    return address('/bills/details', detailsParams({ ...place, ...more }));
  };
}
