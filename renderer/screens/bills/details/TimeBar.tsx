import { Button, Popover, Radio, SegmentedControl, Select } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { useState } from 'react';
import { MEASURE_NAMES } from '../../../../domain/formats/fields.ts';
import { useActions } from '../../../actions/registry.ts';
import { useCall } from '../../../app/hooks.ts';
import { useDetailWords } from '../detail-words.ts';
import { acrossOf, byOf, timeOf, type By, type DetailsPlace } from '../place.ts';
import { useBillWords } from '../words.ts';
import { AT_ONCE } from './popover.ts';
import type { DetailsState } from './useDetails.ts';

const BY: readonly By[] = ['cycle', 'day', 'line'];

/** How amounts are told over time: by billing cycle, by day or line by line; of which cycles; and as columns or as rows. */
export function TimeBar({ state }: { state: DetailsState }) {
  const { column } = useBillWords();
  const d = useDetailWords();
  const { place, change } = state;
  const by = byOf(place);
  const set = (next: By): void => change({ by: next, at: null, line: null, groupSort: [] });
  useActions(
    BY.map((name) => ({ id: `bills.by.${name}`, title: d(`byAction.${name}`), group: 'view' as const, perform: () => set(name) })),
  );
  return (
    <>
      <SegmentedControl
        aria-label={d('byLabel')}
        value={by}
        onChange={(next) => set(BY.find((name) => name === next) ?? 'cycle')}
        data={BY.map((name) => ({ value: name, label: d(`by.${name}`) }))}
      />
      <CycleButton state={state} />
      {timeOf(place) !== null && place.groupBy.length > 0 && (
        <SegmentedControl
          aria-label={d('spreadLabel')}
          value={place.spread}
          onChange={(next) => change({ spread: next === 'rows' ? 'rows' : 'columns', at: null, groupSort: [] })}
          data={[
            { value: 'columns', label: d('spread.columns') },
            { value: 'rows', label: d('spread.rows') },
          ]}
        />
      )}
      {acrossOf(place) !== null && (
        <Select
          aria-label={d('measureLabel')}
          w={150}
          searchable
          allowDeselect={false}
          value={place.measure}
          onChange={(next) => change({ measure: MEASURE_NAMES.find((m) => m === next) ?? 'payable', groupSort: [] }, { replace: true })}
          data={MEASURE_NAMES.map((m) => ({ value: m, label: column(m) }))}
        />
      )}
    </>
  );
}

type Cycle = 'current' | 'range' | 'all';
const cycleOf = (place: DetailsPlace): Cycle => (place.allPeriods ? 'all' : place.range ? 'range' : 'current');

/** Which billing cycles: the one of the window, from one to another, or all. */
function CycleButton({ state }: { state: DetailsState }) {
  const d = useDetailWords();
  const { place, change, period } = state;
  const [opened, setOpened] = useState(false);
  const known = useCall('bills/periods', {});
  const months = [
    ...new Set([...(known.data ?? []).map((p) => p.period), place.range?.from, place.range?.to].filter((m) => typeof m === 'string')),
  ].toSorted();
  const cycle = cycleOf(place);
  const range = place.range ?? { from: months[0] ?? period, to: months.at(-1) ?? period };
  const set = (next: Partial<Pick<DetailsPlace, 'range' | 'allPeriods'>>): void =>
    change({ range: null, allPeriods: false, ...next, at: null, line: null });
  const setRange = (next: { from: string | null; to: string | null }): void => {
    const turned = next.from !== null && next.to !== null && next.from > next.to;
    set({ range: turned ? { from: next.to, to: next.from } : next });
  };
  const choose = (next: Cycle): void => {
    if (next === 'range') setRange(range);
    else set({ allPeriods: next === 'all' });
  };
  useActions([
    { id: 'bills.cycle', title: d('cycleLabel'), group: 'view', shortcut: 'c', perform: () => setOpened(true) },
    { id: 'bills.allCycles', title: d('cycle.all'), group: 'view', perform: () => choose('all') },
    { id: 'bills.thisCycle', title: d('cycle.current'), group: 'view', perform: () => choose('current') },
  ]);
  const text =
    cycle === 'all'
      ? d('cycle.all')
      : cycle === 'current'
        ? (period ?? d('cycle.current'))
        : `${place.range?.from ?? '…'} – ${place.range?.to ?? '…'}`;
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" shadow="md" trapFocus returnFocus transitionProps={AT_ONCE}>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconCalendar size={14} stroke={1.5} />}
          aria-expanded={opened}
          aria-label={`${d('cycleLabel')}: ${text}`}
          onClick={() => setOpened(!opened)}
        >
          {text}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={12} w={260} aria-label={d('cycleLabel')}>
        <Radio.Group aria-label={d('cycleLabel')} value={cycle} onChange={(next) => choose(next as Cycle)}>
          <div className="cycle-choice">
            <Radio
              size="xs"
              data-autofocus
              value="current"
              label={period === null ? d('cycle.current') : `${d('cycle.current')} ${period}`}
            />
            <Radio size="xs" value="range" label={d('cycle.range')} />
            <div className="cycle-range">
              {(['from', 'to'] as const).map((end) => (
                <Select
                  key={end}
                  aria-label={d(end)}
                  placeholder={d(end)}
                  searchable
                  clearable={range[end === 'from' ? 'to' : 'from'] !== null}
                  disabled={cycle !== 'range'}
                  value={range[end]}
                  onChange={(month) => setRange({ ...range, [end]: month })}
                  data={months}
                  comboboxProps={{ withinPortal: false }}
                />
              ))}
            </div>
            <Radio size="xs" value="all" label={d('cycle.all')} />
          </div>
        </Radio.Group>
      </Popover.Dropdown>
    </Popover>
  );
}
