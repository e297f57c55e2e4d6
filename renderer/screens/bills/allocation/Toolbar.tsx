import { Checkbox, SegmentedControl } from '@mantine/core';
import { grouped } from '../../../app/duration.ts';
import { SearchField } from '../../../ui/index.ts';
import { FilterButton } from '../details/FilterButton.tsx';
import { GroupButton } from '../details/GroupButton.tsx';
import { ALL_CURRENCIES } from '../place.ts';
import { SHOWN, type AllocationState } from './useAllocation.ts';
import { useAllocationWords } from './words.ts';

/** What is shown, search, filter, groups, and whether what is of its own month is counted: it holds for figures, chart and table. */
export function Toolbar({ state, missing }: { state: AllocationState; missing: number }) {
  const { t, bill } = useAllocationWords();
  const { details, shown, show, usage, setUsage } = state;
  const { place, change, currencies } = details;
  return (
    <>
      <SegmentedControl
        aria-label={t('view')}
        value={shown}
        onChange={(next) => show(SHOWN.find((name) => name === next) ?? 'groups')}
        data={[
          { value: 'groups', label: t('groups') },
          { value: 'lines', label: t('lines') },
          { value: 'missing', label: missing > 0 ? `${t('missing')} ${grouped(missing)}` : t('missing') },
        ]}
      />
      <SearchField
        label={bill.t('searchLabel')}
        placeholder={bill.t('search')}
        text={place.search}
        onChange={(search) => change({ search }, { replace: true })}
      />
      <FilterButton state={details} />
      {shown === 'groups' && (
        <>
          <GroupButton state={details} />
          <Checkbox label={t('withUsage')} checked={usage} onChange={(event) => setUsage(event.currentTarget.checked)} />
        </>
      )}
      {currencies.length > 1 && (
        <SegmentedControl
          aria-label={bill.t('col.currency')}
          value={details.currency ?? ALL_CURRENCIES}
          onChange={(code) => change({ currency: code, at: null })}
          data={[
            ...currencies.map(({ code }) => ({ value: code, label: code })),
            { value: ALL_CURRENCIES, label: bill.t('allCurrencies') },
          ]}
        />
      )}
    </>
  );
}
