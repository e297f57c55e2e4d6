import { Loader } from '@mantine/core';
import { useCall } from '../../../app/hooks.ts';
import { amountText, minorPlaces } from '../../../ui/index.ts';
import { EmptyBook } from '../../overview/EmptyBook.tsx';
import { BillsHeader } from '../BillsHeader.tsx';
import { useBillWords } from '../words.ts';
import { Chips } from './Chips.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import { GroupList } from './GroupList.tsx';
import { LineInspector } from './LineInspector.tsx';
import { LinesTable } from './LinesTable.tsx';
import { Pivot } from './Pivot.tsx';
import { useDetails } from './useDetails.ts';

/** The lines of a period: filter, group, sort, pick; all of it stands in the address. */
export function Details() {
  const { t } = useBillWords();
  const state = useDetails();
  const { place, change, linesScope, scope } = state;
  const empty = useCall('bills/periods', {});
  if (state.period === null && !place.allPeriods) {
    return (
      <div className="page">
        <BillsHeader />
        {empty.data ? (
          <div className="page-scroll">
            <EmptyBook />
          </div>
        ) : null}
      </div>
    );
  }
  const grouping = place.groupBy.length > 0;
  return (
    <div className="page">
      <BillsHeader
        filters={<Chips state={state} />}
        totals={linesScope ? <HeadTotals scope={linesScope} /> : null}
        actions={linesScope ? <ExportMenu scope={linesScope} /> : null}
      />
      {!scope || !linesScope ? (
        <div className="page-wait">
          <Loader size="sm" aria-label={t('loading')} />
        </div>
      ) : grouping && place.at === null ? (
        <Pivot state={state} scope={scope} />
      ) : grouping ? (
        <div className="pivot-split">
          <GroupList state={state} scope={scope} />
          <LinesTable state={state} scope={linesScope} />
        </div>
      ) : (
        <LinesTable state={state} scope={linesScope} />
      )}
      {place.line !== null && <LineInspector id={place.line} onClose={() => change({ line: null }, { replace: true })} state={state} />}
    </div>
  );
}

/** What the filter comes to, per currency: the figure that a person looks for first. */
function HeadTotals({ scope }: { scope: NonNullable<ReturnType<typeof useDetails>['linesScope']> }) {
  const { t, column } = useBillWords();
  const head = useCall('bills/lines', { ...scope, limit: 1 }, { keep: true });
  if (!head.data) return null;
  const totals = Object.entries(head.data.totals);
  if (totals.length < 2) return null;
  return (
    <span aria-label={t('totalsOfFilter')} role="group" className="head-totals">
      {totals.map(([code, sums]) => (
        <span key={code}>
          <span className="dim">{column('payable')}</span>{' '}
          <strong data-exact={sums.payable ?? ''}>{sums.payable === null ? '–' : amountText(sums.payable, minorPlaces(code))}</strong>{' '}
          <span className="unit">{code}</span>
        </span>
      ))}
    </span>
  );
}
