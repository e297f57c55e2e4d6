import { IconArrowLeft } from '@tabler/icons-react';
import type { Filter } from '../../../../services/contract/bills.ts';
import { scopeOf, withCondition } from '../place.ts';
import { useHeldTo } from '../../../app/useHeldTo.ts';
import { useBillWords } from '../words.ts';
import { DateRange } from './DateRange.tsx';
import { isFigure } from './filter-columns.ts';
import { FigureFilter } from './FigureFilter.tsx';
import { ValueFilter } from './ValueFilter.tsx';
import type { DetailsState } from './useDetails.ts';

/** The condition on one column: the values it takes in the rest of the filter, or a range for figures. */
export function FilterEditor({
  state,
  column,
  onBack,
  onDone,
}: {
  state: DetailsState;
  column: string;
  onBack: () => void;
  onDone: () => void;
}) {
  const words = useBillWords();
  const { t } = words;
  const account = useHeldTo();
  const { place, change, period, currency } = state;
  const current = place.where.filter((f) => f.column === column);
  const set = (condition: Filter | readonly Filter[] | null): void =>
    change({ where: withCondition(place.where, column, condition), at: null }, { replace: current.length > 0 });
  const rest = scopeOf({ ...place, where: withCondition(place.where, column, null) }, period, account, currency);
  return (
    <div className="filter-editor">
      <div className="filter-head">
        <button type="button" className="link" aria-label={t('otherColumn')} onClick={onBack}>
          <IconArrowLeft size={14} stroke={1.5} aria-hidden="true" />
        </button>
        <strong>{words.column(column)}</strong>
        {current.length > 0 && (
          <button
            type="button"
            className="link"
            onClick={() => {
              set(null);
              onDone();
            }}
          >
            {t('remove')}
          </button>
        )}
      </div>
      {isFigure(column) ? (
        <FigureFilter
          column={column}
          current={current}
          scope={rest}
          onSet={(conditions) => {
            set(conditions);
            onDone();
          }}
        />
      ) : (
        <>
          {column === 'date' && <DateRange column={column} current={current} onSet={set} />}
          <ValueFilter key={column} column={column} current={current[0] ?? null} scope={rest} onSet={set} onDone={onDone} />
        </>
      )}
    </div>
  );
}
