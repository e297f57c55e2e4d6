import type { Filter } from '../../../../services/contract/bills.ts';
import { DateInput } from '../../../ui/index.ts';
import { useDetailWords } from '../detail-words.ts';
import { rangeFilters, rangeOf } from './filter-range.ts';

/** Days from one to another, both inclusive; either may be left out. */
export function DateRange({
  column,
  current,
  onSet,
}: {
  column: string;
  current: readonly Filter[];
  onSet: (conditions: Filter[]) => void;
}) {
  const d = useDetailWords();
  const now = rangeOf(current);
  const set = (part: Partial<typeof now>): void => {
    const { from, to } = { ...now, ...part };
    onSet(from !== null && to !== null && from > to ? rangeFilters(column, to, from) : rangeFilters(column, from, to));
  };
  return (
    <div className="filter-range">
      <DateInput aria-label={d('from')} value={now.from} onChange={(from) => set({ from })} popoverProps={{ withinPortal: false }} />
      <span aria-hidden="true">–</span>
      <DateInput aria-label={d('to')} value={now.to} onChange={(to) => set({ to })} popoverProps={{ withinPortal: false }} />
    </div>
  );
}
