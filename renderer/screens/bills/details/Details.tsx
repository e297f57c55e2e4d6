import { Loader } from '@mantine/core';
import { useCall } from '../../../app/hooks.ts';
import { EmptyBook } from '../../overview/EmptyBook.tsx';
import { BillsHeader } from '../BillsHeader.tsx';
import { byOf } from '../place.ts';
import { useBillWords } from '../words.ts';
import { Chips } from './Chips.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import { GroupList } from './GroupList.tsx';
import { LineInspector } from './LineInspector.tsx';
import { LinesTable } from './LinesTable.tsx';
import { MakeInvoiceButton } from './MakeInvoiceButton.tsx';
import { Pivot } from './Pivot.tsx';
import { useDetails } from './useDetails.ts';
import { ViewsMenu } from './views/ViewsMenu.tsx';
import './details.css';

/** The lines of a period: filter, group, sort, pick; all of it stands in the address. */
export function Details() {
  const { t } = useBillWords();
  const state = useDetails();
  const { place, change, linesScope, scope, levels } = state;
  const empty = useCall('bills/periods', {});
  if (!state.enabled) {
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
  return (
    <div className="page">
      <BillsHeader
        filters={<Chips state={state} />}
        actions={
          <>
            <ViewsMenu state={state} />
            {linesScope ? <MakeInvoiceButton state={state} /> : null}
            {linesScope ? <ExportMenu state={state} scope={linesScope} /> : null}
          </>
        }
      />
      {!scope || !linesScope ? (
        <div className="page-wait">
          <Loader size="sm" aria-label={t('loading')} />
        </div>
      ) : levels.length === 0 ? (
        <LinesTable state={state} scope={linesScope} />
      ) : place.at !== null || byOf(place) === 'line' ? (
        <div className="pivot-split">
          <GroupList state={state} scope={scope} />
          <LinesTable state={state} scope={linesScope} />
        </div>
      ) : (
        <Pivot state={state} scope={scope} />
      )}
      {place.line !== null && <LineInspector id={place.line} onClose={() => change({ line: null }, { replace: true })} state={state} />}
    </div>
  );
}
