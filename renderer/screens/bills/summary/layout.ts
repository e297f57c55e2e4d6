/** One card in the order that the user has put them in. */
export interface Placed {
  id: string;
  shown: boolean;
}

/**
 * The known cards in the kept order. Cards that the layout does not name (a newer program has them) stand after the card that comes
 * before them in the program's own order, shown; names that are not known are left out.
 */
export function arrange(known: readonly string[], kept: readonly Placed[] | null): Placed[] {
  const placed = (kept ?? []).filter((card) => known.includes(card.id));
  known.forEach((id, index) => {
    if (placed.some((card) => card.id === id)) return;
    const before = known.slice(0, index).findLast((earlier) => placed.some((card) => card.id === earlier));
    placed.splice(before === undefined ? 0 : placed.findIndex((card) => card.id === before) + 1, 0, { id, shown: true });
  });
  return placed;
}

/** The list with the entry at `from` at place `to`; places beyond the ends stay at the end. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const next = [...list];
  const [entry] = next.splice(from, 1);
  if (entry === undefined) return next;
  next.splice(Math.max(0, Math.min(next.length, to)), 0, entry);
  return next;
}

/** Whether the order and what is shown are the program's own. */
export const isDefault = (known: readonly string[], layout: readonly Placed[]): boolean =>
  layout.every((card, index) => card.shown && card.id === known[index]);

/** The list dealt out to columns from left to right, so that cards of different heights leave no holes; no column is empty. */
export const dealt = <T>(list: readonly T[], columns: number): T[][] =>
  Array.from({ length: Math.min(columns, list.length) }, (_, column) => list.filter((_entry, index) => index % columns === column));
