import { Button } from '@mantine/core';
import { useState } from 'react';
import { unwrap, type AppError } from '../../../domain/result.ts';
import type { Output } from '../../../services/contract/index.ts';
import { useActions } from '../../actions/registry.ts';
import { grouped } from '../../app/duration.ts';
import { useCall } from '../../app/hooks.ts';
import { notifyDone, notifyError } from '../../app/notify.tsx';
import { useGo } from '../../app/place.ts';
import { useJob } from '../../app/useJob.ts';
import { usePages } from '../../app/usePages.ts';
import { bridge } from '../../host/bridge.ts';
import { safeName, saveAs } from '../../host/files.ts';
import { currentLanguage, useWords } from '../../i18n/index.ts';
import { useTell } from '../../i18n/told.ts';
import type words from '../../i18n/en/import.json';
import { DataTable, EmptyState, ErrorState, PageHeader, StatusMark, type DataColumn } from '../../ui/index.ts';
import { Marked } from './Marked.tsx';
import { forget, readyRows, useDrafts, type Draft } from './mend/drafts.ts';
import { MARKS } from './mend/Finding.tsx';
import { MendPanel } from './mend/MendPanel.tsx';
import './mend/mend.css';

export type Reject = Output<'import/rejects'>['rows'][number];

/** The rejected rows of a batch: number, column, the cell that does not fit and why; mended here, or exported for correction. */
export function Rejects({ batch }: { batch: number }) {
  const t = useWords<typeof words>('import');
  const tell = useTell();
  const go = useGo();
  const [openRow, setOpenRow] = useState<string | null>(null);
  /** Counts the wishes to go to the cells of the open row. */
  const [focus, setFocus] = useState(0);
  const book = useCall('book/info', {}).data?.location ?? '';
  const file = useCall('import/batches', {}).data?.find((b) => b.batch === batch)?.file ?? '';
  const about = useCall('import/rejects', { batch, offset: 0, limit: 1 }).data;
  const cannot = about?.cannotMend ?? null;
  const drafts = useDrafts(book, batch);
  const ready = readyRows(drafts);
  const [error, setError] = useState<AppError | null>(null);
  const job = useJob('import/exportRejects');
  const mending = useJob('import/mend');
  const source = usePages<Reject>({
    key: ['import/rejects', batch],
    fetch: async (offset, limit, signal) => {
      const page = unwrap(await bridge().call('import/rejects', { batch, offset, limit }, { signal }));
      return { rows: page.rows, count: page.total };
    },
  });
  const write = async (): Promise<void> => {
    const name = `${safeName(file.replace(/\.\w+$/, ''))}-rejected.csv`;
    const result = await saveAs(name, (target) =>
      job.start(
        { batch, target, language: currentLanguage() },
        { title: t('exporting', { name }), describe: (v) => t('exported', { n: grouped(v.rows), count: v.rows }) },
      ),
    );
    if (!result.ok && result.error.code !== 'call.cancelled') notifyError(result.error);
  };
  const mend = async (): Promise<void> => {
    setError(null);
    const result = await mending.start(
      { batch, rows: ready },
      { title: t('mend.job', { file }), describe: (v) => t('jobDone', { count: v.imported, n: grouped(v.imported) }) },
    );
    if (result.ok) {
      forget(
        book,
        batch,
        ready.map((r) => r.row),
      );
      notifyDone(t('mend.done', { count: result.value.imported, n: grouped(result.value.imported), batch: result.value.batch ?? 0 }));
    } else if (result.error.code !== 'call.cancelled') {
      setError(result.error);
      if (result.error.details?.row !== undefined) setOpenRow(String(result.error.details.row));
    }
  };
  const toGrid = (): void => document.querySelector<HTMLElement>('.rejects [role=grid]')?.focus();
  const back = (): void => go('/import', { batch: String(batch) });
  useActions([
    { id: 'import.back', title: t('backToImports'), group: 'view', shortcut: 'backspace', perform: back },
    { id: 'import.exportRejects', title: t('exportRejects'), group: 'record', shortcut: 'e', perform: () => void write() },
    {
      id: 'import.mendRow',
      title: t('mend.title'),
      group: 'record',
      shortcut: 'm',
      predicate: () => openRow !== null && cannot === null,
      perform: () => setFocus((n) => n + 1),
    },
    {
      id: 'import.mend',
      title: t('mend.run'),
      group: 'record',
      shortcut: 'mod+enter',
      inFields: true,
      predicate: () => ready.length > 0 && !mending.busy,
      perform: () => void mend(),
    },
  ]);
  const columns: DataColumn<Reject>[] = [
    { id: 'row', header: t('row'), kind: 'count', width: 80, sortable: false, value: (r) => r.row },
    {
      id: 'state',
      header: t('stateHead'),
      width: 150,
      sortable: false,
      value: (r) => r.mendedBy,
      render: (r) => <State reject={r} draft={drafts.get(r.row)} />,
    },
    { id: 'column', header: t('column'), width: 160, sortable: false, value: (r) => r.column },
    {
      id: 'value',
      header: t('value'),
      width: 180,
      sortable: false,
      value: (r) => r.value,
      render: (r) => (r.value === null ? <span className="dim">{t('noValue')}</span> : <mark>{r.value}</mark>),
    },
    { id: 'reason', header: t('reason'), width: 320, sortable: false, value: (r) => tell.reason(r) },
    {
      id: 'original',
      header: t('original'),
      grow: true,
      width: 240,
      sortable: false,
      value: (r) => r.original,
      render: (r) => (
        <code className="source-one">
          <Marked reject={r} />
        </code>
      ),
    },
  ];
  const open = openRow === null ? undefined : source.loaded.find((r) => String(r.row) === openRow);
  return (
    <div className="page rejects">
      <PageHeader
        title={t('rejectsTitle')}
        status={<span className="dim">{file}</span>}
        actions={
          <>
            <Button variant="default" onClick={back}>
              {t('backToImports')}
            </Button>
            <Button variant="default" loading={job.busy} disabled={source.count === 0} onClick={() => void write()}>
              {t('exportRejects')}
            </Button>
            {cannot === null && source.count > 0 && (
              <Button loading={mending.busy} disabled={ready.length === 0} onClick={() => void mend()}>
                {ready.length === 0 ? t('mend.run') : t('mend.import', { count: ready.length, n: grouped(ready.length) })}
              </Button>
            )}
          </>
        }
      />
      <p className="rejects-lead">{cannot === null ? t('rejectsLead') : t(`mend.cannot.${cannot}`)}</p>
      {error && (
        <div className="rejects-note">
          <ErrorState error={error} />
        </div>
      )}
      <DataTable
        id="rejects"
        label={t('rejectsTitle')}
        columns={columns}
        source={source}
        rowId={(r) => String(r.row)}
        onOpen={(r) => setOpenRow(String(r.row))}
        activeId={openRow}
        rowClass={(r) => (r.mendedBy === null ? undefined : 'mended')}
        sort={[]}
        onSort={() => undefined}
        empty={
          <EmptyState
            title={t('noRejects')}
            actions={
              <Button variant="default" onClick={back}>
                {t('backToImports')}
              </Button>
            }
          />
        }
      />
      {open && (
        <MendPanel
          key={open.row}
          book={book}
          batch={batch}
          file={file}
          reject={open}
          draft={drafts.get(open.row)}
          mendable={cannot === null}
          focus={focus}
          onClose={() => {
            setOpenRow(null);
            setFocus(0);
          }}
          onLeave={() => {
            setFocus(0);
            toGrid();
          }}
        />
      )}
    </div>
  );
}

/** Rejected, being mended and what would become of it, or in the book as mended. */
function State({ reject, draft }: { reject: Reject; draft: Draft | undefined }) {
  const t = useWords<typeof words>('import');
  if (reject.mendedBy !== null) return <StatusMark mark="pass" label={t('mend.mendedBy', { batch: reject.mendedBy })} />;
  if (!draft) return <StatusMark mark="due" label={t('mend.rejected')} />;
  if (draft.error) return <StatusMark mark="fail" label={t('mend.notChecked')} />;
  if (draft.check === null) return <span className="dim">{t('mend.checking')}</span>;
  return <StatusMark mark={MARKS[draft.check.state]} label={t(`mend.state.${draft.check.state}`)} />;
}
