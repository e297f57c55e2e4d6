import type { ReadDb } from '../../../db/connection.ts';
import { vendorListRows } from '../../../db/queries/vendor-list-rows.ts';
import { remember } from '../../../db/queries/remember.ts';
import type { Register } from '../../../domain/formats/format.ts';
import type { ListRow } from '../../../domain/reconcile/beside/beside.ts';
import type { Vendor } from '../../../domain/reconcile/facts.ts';
import { clockOf } from '../../../domain/registers/index.ts';

/** Live rows of the vendor's lists of the kind in the currency, or without one. */
export const listRows = (read: ReadDb, kind: Register, place: { vendor: Vendor; currency: string }): ListRow[] =>
  remember(read, `list rows ${kind} ${place.vendor} ${place.currency}`, () =>
    vendorListRows(read, kind, place.vendor, place.currency).map(({ format, data, ...row }): ListRow => ({
      ...row,
      list: kind,
      values: JSON.parse(data) as ListRow['values'],
      clock: clockOf(format),
    })),
  );
