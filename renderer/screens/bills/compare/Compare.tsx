import { Loader, SegmentedControl } from '@mantine/core';
import { useActions } from '../../../actions/registry.ts';
import { usePeriod } from '../../../app/place.ts';
import { FilterChip } from '../../../ui/index.ts';
import { EmptyBook } from '../../overview/EmptyBook.tsx';
import { BillsHeader } from '../BillsHeader.tsx';
import { Changes } from './Changes.tsx';
import { Cost } from './Cost.tsx';
import { Duplicates } from './Duplicates.tsx';
import { PARTS, type Part } from './place.ts';
import { Trend } from './Trend.tsx';
import { Unusual } from './Unusual.tsx';
import { useCompare, type CompareState } from './useCompare.ts';
import { useCompareWords } from './words.ts';
import './compare.css';

const VIEWS = { changes: Changes, trend: Trend, cost: Cost, unusual: Unusual, duplicates: Duplicates } as const;

/** Periods side by side: what changed, how it went over the months, who bears it, what is unusual and what may stand twice. */
export function Compare() {
  const { period } = usePeriod();
  return period === null ? (
    <div className="page">
      <BillsHeader />
      <div className="page-scroll">
        <EmptyBook />
      </div>
    </div>
  ) : (
    <Parts period={period} />
  );
}

function Parts({ period }: { period: string }) {
  const { t } = useCompareWords();
  const state = useCompare(period);
  const { place, change } = state;
  const View = VIEWS[place.part];
  useActions(
    PARTS.map((part) => ({
      id: `compare.${part}`,
      title: t('goTo', { part: t(`part.${part}`) }),
      group: 'view',
      predicate: () => place.part !== part,
      perform: () => change({ part, at: null }),
    })),
  );
  return (
    <div className="page">
      <BillsHeader filters={<Conditions state={state} />} />
      <div className="compare-bar">
        <SegmentedControl
          aria-label={t('parts')}
          value={place.part}
          onChange={(part) => change({ part: part as Part, at: null })}
          data={PARTS.map((part) => ({ value: part, label: t(`part.${part}`) }))}
        />
      </div>
      {state.ready ? (
        <View state={state} />
      ) : (
        <div className="page-wait">
          <Loader size="sm" aria-label={t('loading')} />
        </div>
      )}
    </div>
  );
}

/** The way down so far: each condition can be taken away. */
function Conditions({ state: { place, change } }: { state: CompareState }) {
  const { column, condition } = useCompareWords();
  return (
    <>
      {place.where.map((filter, index) => (
        <FilterChip
          key={`${filter.column} ${index}`}
          name={column(filter.column)}
          value={condition(filter)}
          onRemove={() => change({ where: place.where.filter((f) => f !== filter), at: null })}
        />
      ))}
    </>
  );
}
