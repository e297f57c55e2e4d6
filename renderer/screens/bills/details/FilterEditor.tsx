import { IconArrowLeft } from '@tabler/icons-react';
import type { Filter } from '../../../../services/contract/bills.ts';
import { scopeOf, withCondition } from '../place.ts';
import { useAccount } from '../../../app/place.ts';
import { useBillWords } from '../words.ts';
import { FIGURE_COLUMNS } from './filter-columns.ts';
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
  const { account } = useAccount();
  const { place, change, period, currency } = state;
  const current = place.where.find((f) => f.column === column) ?? null;
  const set = (condition: Filter | null): void =>
    change({ where: withCondition(place.where, column, condition), at: null }, { replace: current !== null });
  const rest = scopeOf({ ...place, where: withCondition(place.where, column, null) }, period, account, currency);
  const figure = (FIGURE_COLUMNS as readonly string[]).includes(column);
  return (
    <div className="filter-editor">
      <div className="filter-head">
        <button type="button" className="link" aria-label={t('otherColumn')} onClick={onBack}>
          <IconArrowLeft size={14} stroke={1.5} aria-hidden="true" />
        </button>
        <strong>{words.column(column)}</strong>
        {current && (
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
      {figure ? (
        <FigureFilter
          column={column}
          current={current}
          onSet={(condition) => {
            set(condition);
            onDone();
          }}
        />
      ) : (
        <ValueFilter key={column} column={column} current={current} scope={rest} onSet={set} onDone={onDone} />
      )}
    </div>
  );
}
