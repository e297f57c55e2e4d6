import { Checkbox, SegmentedControl } from '@mantine/core';
import { useEffect, useState } from 'react';
import { grouped } from '../../../app/duration.ts';
import { useCall } from '../../../app/hooks.ts';
import { SearchField } from '../../../ui/index.ts';
import { ALL_CURRENCIES } from '../place.ts';
import { useBillWords } from '../words.ts';
import { FilterButton } from './FilterButton.tsx';
import { GroupButton } from './GroupButton.tsx';
import { TimeBar } from './TimeBar.tsx';
import type { DetailsState } from './useDetails.ts';

/** Search, filter, group, time and what else narrows the lines. */
export function Toolbar({ state }: { state: DetailsState }) {
  const { t } = useBillWords();
  const { place, change, period, currencies } = state;
  const { from = null, to = null } = place.range ?? {};
  const statements = useCall('bills/lines', {
    period: place.allPeriods || place.range ? null : period,
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    kind: 'statement',
    limit: 1,
  });
  const hasStatement = (statements.data?.count ?? 0) > 0 || place.kind === 'statement';
  return (
    <>
      <SearchField
        label={t('searchLabel')}
        placeholder={t('search')}
        text={place.search}
        onChange={(search) => change({ search }, { replace: true })}
      />
      <FilterButton state={state} />
      <GroupButton state={state} />
      <TimeBar state={state} />
      <Tick label={t('hideZero')} value={place.hideZero} onChange={(hideZero) => change({ hideZero })} />
      {hasStatement && (
        <SegmentedControl
          aria-label={t('kindLabel')}
          value={place.kind}
          onChange={(kind) => change({ kind: kind === 'statement' ? 'statement' : 'detail', at: null, line: null })}
          data={[
            { value: 'detail', label: t('kind.detail') },
            { value: 'statement', label: t('kind.statement') },
          ]}
        />
      )}
      {currencies.length > 1 && (
        <SegmentedControl
          aria-label={t('col.currency')}
          value={state.currency ?? ALL_CURRENCIES}
          onChange={(code) => change({ currency: code, at: null })}
          data={[
            ...currencies.map(({ code, lines }) => ({ value: code, label: `${code} ${grouped(lines)}` })),
            { value: ALL_CURRENCIES, label: t('allCurrencies') },
          ]}
        />
      )}
    </>
  );
}

/** Shows the tick at once; the address follows. */
function Tick({ label, value, onChange }: { label: string; value: boolean; onChange: (value: boolean) => void }) {
  const [shown, setShown] = useState(value);
  useEffect(() => setShown(value), [value]);
  return (
    <Checkbox
      label={label}
      checked={shown}
      onChange={(event) => {
        setShown(event.currentTarget.checked);
        onChange(event.currentTarget.checked);
      }}
    />
  );
}
