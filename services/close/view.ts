import { canBeWaived, ITEM_TITLES, type Item, type ItemId } from '../../domain/close/checklist.ts';
import type { CloseRecord } from '../../db/queries/closes.ts';
import type { Adjustment } from '../../db/queries/adjustments.ts';
import type { CloseAdjustment, CloseItem, CloseSummary } from '../contract/close.ts';
import { closedItem, readCertificate, type ClosedItem } from './certificate.ts';

/** An item as the interface shows it. */
export const shownItem = (item: Item): CloseItem => ({
  ...keptItem(closedItem(item)),
  place: item.place,
  canBeWaived: canBeWaived(item.id),
});

/** An item as a certificate kept it: nothing is to be mended any more. */
export const keptItem = ({ id, state, text, waived }: ClosedItem): CloseItem => ({
  id: id as ItemId,
  title: ITEM_TITLES[id as ItemId],
  state,
  text,
  place: 'close',
  canBeWaived: false,
  waived,
});

export const shownClose = (record: CloseRecord): CloseSummary => {
  const { id, period, closedAt, closedBy, sha256, reopened } = record;
  return { id, period, closedAt, closedBy, sha256, reopened, signoffs: readCertificate(record).signoffs };
};

export const shownAdjustment = ({ closeId, ...rest }: Adjustment): CloseAdjustment => ({ ...rest, close: closeId });
