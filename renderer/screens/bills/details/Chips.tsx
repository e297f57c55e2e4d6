import { FilterChip } from '../../../ui/index.ts';
import { useBillWords } from '../words.ts';
import { askFilter } from './filter-request.ts';
import type { DetailsState } from './useDetails.ts';

/** The filters in force; each opens its editor and can be taken away. */
export function Chips({ state }: { state: DetailsState }) {
  const { t, column, condition } = useBillWords();
  const { place, change } = state;
  if (place.where.length === 0) return null;
  return (
    <>
      {place.where.map((filter, index) => (
        <FilterChip
          key={`${filter.column}-${index}`}
          name={column(filter.column)}
          value={condition(filter)}
          onOpen={() => askFilter(filter.column)}
          onRemove={() => change({ where: place.where.filter((_, i) => i !== index), at: null })}
        />
      ))}
      {place.where.length > 1 && (
        <button type="button" className="link" onClick={() => change({ where: [], at: null })}>
          {t('clearFilters')}
        </button>
      )}
    </>
  );
}
