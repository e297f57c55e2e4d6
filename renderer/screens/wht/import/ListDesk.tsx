import { Button, SegmentedControl } from '@mantine/core';
import { useEffect } from 'react';
import type { ImportPreview } from '../../../../services/contract/wht-import.ts';
import { useActions } from '../../../actions/registry.ts';
import { useCall } from '../../../app/hooks.ts';
import { useParam } from '../../../app/place.ts';
import { useJob } from '../../../app/useJob.ts';
import { rowsOf } from '../../../app/usePages.ts';
import type { GrantedFile } from '../../../host/bridge.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/whtImport.json';
import { DataTable, EmptyState, ErrorState } from '../../../ui/index.ts';
import { StatusStrip } from '../../documents/StatusStrip.tsx';
import { hindrance, isNew, keyOf, plainChoice, rowsToTake, suggested, taxOf, type As } from './choice.ts';
import { useRowColumns } from './columns.tsx';
import { MapColumns } from './MapColumns.tsx';
import { ReadingBar } from './ReadingBar.tsx';
import { RowInspector } from './RowInspector.tsx';
import { choose, finish, setAs, setChoices, useDesk } from './store.ts';

const STATES = ['matched', 'several', 'none', 'known', 'ignored', 'rejected'] as const;

/** One list on the desk: how it is read, its rows, and what is taken of it. */
export function ListDesk({ file }: { file: GrantedFile }) {
  const t = useWords<typeof words>('whtImport');
  const { how, mapping } = useDesk();
  const call = useCall('wht/importPreview', { ...how, file: file.token }, { keep: true });
  const preview = call.data;
  return (
    <>
      {preview && <ReadingBar preview={preview} />}
      {call.error && (
        <div className="wi-error">
          <ErrorState error={call.error} retry={call.retry} />
        </div>
      )}
      {call.loading && (
        <p className="wi-note dim" role="status">
          {t('reading', { file: file.name })}
        </p>
      )}
      {preview && (mapping || preview.profile === null) ? (
        <MapColumns key={`${preview.sha256}:${preview.sheet}`} preview={preview} />
      ) : (
        preview && <Rows preview={preview} token={file.token} />
      )}
    </>
  );
}

function Rows({ preview, token }: { preview: ImportPreview; token: string }) {
  const t = useWords<typeof words>('whtImport');
  const { how, choices, as } = useDesk();
  const [tabParam, setTab] = useParam('state');
  const [open, setOpen] = useParam('row');
  const take = useJob('wht/importTake');
  const tab = STATES.find((s) => s === tabParam) ?? 'all';
  const rows = tab === 'all' ? preview.rows : preview.rows.filter((r) => r.state === tab);
  const columns = useRowColumns(preview, choices);
  const shown = preview.rows.find((r) => String(keyOf(r)) === open);
  const chosen = preview.rows.filter((r) => choices[keyOf(r)] !== undefined);
  const ready = rowsToTake(preview, choices, as);
  const exact = preview.rows.filter((r) => r.bulk && choices[keyOf(r)] === undefined);
  const selected = new Set(chosen.map((r) => String(keyOf(r))));
  /** Selecting a row takes what stands alone; where a person has to choose, it opens. */
  const select = (next: ReadonlySet<string>): void => {
    const kept = { ...choices };
    let ask: number | null = null;
    for (const row of preview.rows) {
      const key = keyOf(row);
      const wanted = next.has(String(key));
      if (!wanted) delete kept[key];
      else if (isNew(row) && kept[key] === undefined) {
        const choice = suggested(row) ?? (row.proposals.some((p) => !p.blocked) ? null : plainChoice(null));
        if (choice) kept[key] = choice;
        else ask ??= key;
      }
    }
    setChoices(kept);
    if (ask !== null && next.size - selected.size === 1) setOpen(String(ask));
  };
  const acceptExact = (): void =>
    setChoices({ ...choices, ...Object.fromEntries(exact.map((r) => [keyOf(r), plainChoice(r.proposals.findIndex((p) => p.exact))])) });
  const run = async (): Promise<void> => {
    const result = await take.start(
      { ...how, file: token, rows: ready, as },
      { title: t('taking', { file: preview.file }), describe: (done) => t('took', { count: done.counts.taken }) },
    );
    if (result.ok) {
      setOpen(null);
      finish(result.value);
    }
  };
  useActions([
    {
      id: 'whtImport.exact',
      title: t('acceptExact', { count: exact.length }),
      group: 'record',
      shortcut: 'b',
      predicate: () => exact.length > 0,
      perform: acceptExact,
    },
    {
      id: 'whtImport.take',
      title: t('take', { count: ready.length }),
      group: 'record',
      shortcut: 'mod+enter',
      inFields: true,
      predicate: () => ready.length > 0 && !take.busy,
      perform: () => void run(),
    },
  ]);
  useEffect(() => {
    if (open !== null && shown === undefined) setOpen(null, { replace: true });
  }, [open, shown, setOpen]);
  const waiting = chosen.filter((r) => hindrance(r, choices[keyOf(r)]!, as) !== null).length;
  return (
    <>
      <StatusStrip
        label={t('states')}
        value={tab}
        onChange={(id) => setTab(id)}
        items={[
          { id: 'all', label: t('all'), count: preview.counts.rows, sums: [] },
          ...STATES.filter((s) => preview.counts[s] > 0).map((state) => ({
            id: state,
            label: t(`state.${state}`),
            count: preview.counts[state],
            sums: preview.sums.filter((s) => s.state === state).map((s) => ({ currency: s.currency, amount: s.total })),
          })),
        ]}
      />
      {take.error && (
        <div className="wi-error">
          <ErrorState error={take.error} />
        </div>
      )}
      <DataTable
        id="wht-import"
        label={t('rows')}
        columns={columns}
        rowId={(row) => String(keyOf(row))}
        source={rowsOf(rows)}
        onOpen={(row) => setOpen(String(keyOf(row)), { replace: open !== null })}
        activeId={shown ? String(keyOf(shown)) : null}
        selected={selected}
        onSelect={select}
        selectionTotals={taxOf(chosen).map(({ currency, amount }) => ({ label: currency, values: { tax: amount } }))}
        rowClass={(row) => (row.state === 'ignored' ? 'void' : row.state === 'rejected' ? 'rejected' : undefined)}
        toolbar={
          <div className="wi-take">
            {exact.length > 0 && (
              <Button size="xs" variant="default" onClick={acceptExact}>
                {t('acceptExact', { count: exact.length })}
              </Button>
            )}
            <SegmentedControl
              size="xs"
              aria-label={t('as')}
              value={as}
              onChange={(value) => setAs(value as As)}
              data={[
                { value: 'draft', label: t('asDraft') },
                { value: 'submitted', label: t('asSubmitted') },
              ]}
            />
            <Button size="xs" disabled={ready.length === 0} loading={take.busy} onClick={() => void run()}>
              {t('take', { count: ready.length })}
            </Button>
            <span className="dim" role="status">
              {waiting > 0 ? t('waiting', { count: waiting }) : ''}
            </span>
          </div>
        }
        empty={<EmptyState title={t('noneInState')} />}
      />
      {shown && (
        <RowInspector
          key={keyOf(shown)}
          row={shown}
          choice={choices[keyOf(shown)] ?? null}
          as={as}
          onChoose={(choice) => choose(keyOf(shown), choice)}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
