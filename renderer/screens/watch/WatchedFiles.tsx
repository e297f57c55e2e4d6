import { Button } from '@mantine/core';
import { IconFileSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { WatchedFile, WatchState } from '../../../services/contract/watch.ts';
import { grouped } from '../../app/duration.ts';
import { useGo } from '../../app/place.ts';
import { rowsOf } from '../../app/usePages.ts';
import { useTell } from '../../i18n/told.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/watch.json';
import { DataTable, EmptyState, ErrorState, Facts, Ident, Inspector, InspectorPart, StatusMark, type DataColumn } from '../../ui/index.ts';
import { sizeText } from '../import/state.ts';
import { forThisPage, instantText, resultMark, resultOf } from './marks.ts';
import type { Watch } from './useWatch.ts';

/** What became of each file of the folder, the latest first. */
export function WatchedFiles({ watch, state }: { watch: Watch; state: WatchState }) {
  const t = useWords<typeof words>('watch');
  const tell = useTell();
  const [openFile, setOpenFile] = useState<string | null>(null);
  const open = state.files.find((f) => f.file === openFile);
  const all = Object.values(state.counts).reduce((sum, count) => sum + count, 0);
  const columns: DataColumn<WatchedFile>[] = [
    { id: 'file', header: t('file'), width: 240, value: (f) => f.file },
    {
      id: 'result',
      header: t('result'),
      width: 150,
      value: (f) => t(`results.${resultOf(f)}`),
      render: (f) => <StatusMark mark={resultMark[resultOf(f)]} label={t(`results.${resultOf(f)}`)} />,
    },
    { id: 'rows', header: t('rows'), kind: 'count', width: 84, value: (f) => rowsIn(f), render: (f) => text(rowsIn(f)) },
    {
      id: 'rejected',
      header: t('rejected'),
      kind: 'count',
      width: 84,
      value: (f) => f.rejected,
      render: (f) => (f.rejected > 0 ? <StatusMark mark="due" label={grouped(f.rejected)} /> : text(rowsIn(f) === null ? null : 0)),
    },
    { id: 'batch', header: t('batch'), kind: 'count', width: 84, value: (f) => f.batches[0] ?? null, render: (f) => f.batches.join(', ') },
    { id: 'reason', header: t('reason'), width: 240, grow: true, value: (f) => (f.reason ? tell.error(f.reason).message : null) },
    { id: 'at', header: t('resultAt'), kind: 'date', width: 164, value: (f) => instantText(f.at) },
    { id: 'changed', header: t('changed'), kind: 'date', width: 164, hidden: true, value: (f) => instantText(f.changed) },
  ];
  return (
    <>
      <DataTable
        id="watched-files"
        label={t('files')}
        columns={columns}
        rowId={(f) => f.file}
        activeId={openFile}
        onOpen={(f) => setOpenFile(f.file)}
        source={rowsOf(state.files, { loading: false, error: null, retry: () => undefined })}
        toolbar={
          all > state.files.length ? (
            <span className="dim">{t('latest', { shown: grouped(state.files.length), all: grouped(all) })}</span>
          ) : null
        }
        rowClass={(f) => (f.undone ? 'void' : undefined)}
        empty={<EmptyState icon={IconFileSearch} title={t('foundNone')} text={t('foundNoneText')} />}
      />
      {open && <FileInspector file={open} watch={watch} onClose={() => setOpenFile(null)} />}
    </>
  );
}

function FileInspector({ file, watch, onClose }: { file: WatchedFile; watch: Watch; onClose: () => void }) {
  const t = useWords<typeof words>('watch');
  const go = useGo();
  const result = resultOf(file);
  const { sha256 } = file;
  return (
    <Inspector title={file.file} subtitle={t(`results.${result}`)} onClose={onClose}>
      <Facts
        items={[
          [t('result'), <StatusMark key="r" mark={resultMark[result]} label={t(`results.${result}`)} />],
          [t('resultAt'), instantText(file.at)],
          [t('rows'), text(rowsIn(file))],
          [t('rejected'), file.rejected > 0 ? grouped(file.rejected) : null],
          [t('changed'), instantText(file.changed)],
          [t('size'), sizeText(file.size)],
          [t('sha256'), sha256 && <Ident key="h" value={sha256} copy />],
        ]}
      />
      {file.reason && (
        <InspectorPart title={t('reason')}>
          <ErrorState error={forThisPage(file.reason)} />
        </InspectorPart>
      )}
      {result === 'refused' && <p className="dim">{t('refusedLead')}</p>}
      {result === 'undone' && <p className="dim">{t('undoneLead')}</p>}
      {result === 'waiting' && <p className="dim">{t('waitingLead')}</p>}
      <div className="row-actions">
        {result === 'refused' && sha256 && watch.state?.on && (
          <Button variant="default" loading={watch.busy} onClick={() => void watch.retry(sha256)}>
            {t('retry')}
          </Button>
        )}
        {file.batches.map((batch) => (
          <Button key={batch} variant="default" onClick={() => go('/import', { batch: String(batch) })}>
            {t('openBatch', { batch })}
          </Button>
        ))}
      </div>
    </Inspector>
  );
}

/** Rows that are in the book through this file; null where none ever came of it. */
const rowsIn = (file: WatchedFile): number | null => (file.batches.length > 0 ? file.imported : null);
const text = (count: number | null): string | null => (count === null ? null : grouped(count));
