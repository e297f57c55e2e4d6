import { Button } from '@mantine/core';
import { useState } from 'react';
import { unwrap } from '../../../domain/result.ts';
import type { Output } from '../../../services/contract/index.ts';
import { useActions } from '../../actions/registry.ts';
import { grouped } from '../../app/duration.ts';
import { useCall } from '../../app/hooks.ts';
import { notifyError } from '../../app/notify.tsx';
import { useGo } from '../../app/place.ts';
import { useJob } from '../../app/useJob.ts';
import { usePages } from '../../app/usePages.ts';
import { bridge } from '../../host/bridge.ts';
import { safeName, saveAs } from '../../host/files.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/import.json';
import { DataTable, EmptyState, Facts, Inspector, InspectorPart, PageHeader, type DataColumn } from '../../ui/index.ts';
import { cutAround } from './state.ts';

type Reject = Output<'import/rejects'>['rows'][number];

/** The rejected rows of a batch: number, column, the cell that does not fit, why, and the row as it stood in the file. */
export function Rejects({ batch }: { batch: number }) {
  const t = useWords<typeof words>('import');
  const go = useGo();
  const [openRow, setOpenRow] = useState<string | null>(null);
  const file = useCall('import/batches', {}).data?.find((b) => b.batch === batch)?.file ?? '';
  const job = useJob('import/exportRejects');
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
        { batch, target },
        { title: t('exporting', { name }), describe: (v) => t('exported', { n: grouped(v.rows), count: v.rows }) },
      ),
    );
    if (!result.ok && result.error.code !== 'call.cancelled') notifyError(result.error);
  };
  const back = (): void => go('/import', { batch: String(batch) });
  useActions([
    { id: 'import.back', title: t('backToImports'), group: 'view', shortcut: 'backspace', perform: back },
    { id: 'import.exportRejects', title: t('exportRejects'), group: 'record', shortcut: 'e', perform: () => void write() },
  ]);
  const columns: DataColumn<Reject>[] = [
    { id: 'row', header: t('row'), kind: 'count', width: 80, sortable: false, value: (r) => r.row },
    { id: 'column', header: t('column'), width: 160, sortable: false, value: (r) => r.column },
    {
      id: 'value',
      header: t('value'),
      width: 180,
      sortable: false,
      value: (r) => r.value,
      render: (r) => (r.value === null ? <span className="dim">{t('noValue')}</span> : <mark>{r.value}</mark>),
    },
    { id: 'reason', header: t('reason'), width: 320, sortable: false, value: (r) => r.reason },
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
    <div className="page">
      <PageHeader
        title={t('rejectsTitle')}
        status={<span className="dim">{file}</span>}
        actions={
          <>
            <Button variant="default" onClick={back}>
              {t('backToImports')}
            </Button>
            <Button loading={job.busy} disabled={source.count === 0} onClick={() => void write()}>
              {t('exportRejects')}
            </Button>
          </>
        }
      />
      <p className="rejects-lead">{t('rejectsLead')}</p>
      <DataTable
        id="rejects"
        label={t('rejectsTitle')}
        columns={columns}
        source={source}
        rowId={(r) => String(r.row)}
        onOpen={(r) => setOpenRow(String(r.row))}
        activeId={openRow}
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
        <Inspector title={t('rowTitle', { row: grouped(open.row) })} subtitle={file} onClose={() => setOpenRow(null)}>
          <Facts
            items={[
              [t('column'), open.column],
              [
                t('value'),
                open.value === null ? (
                  <span key="v" className="dim">
                    {t('noValue')}
                  </span>
                ) : (
                  <mark key="v">{open.value}</mark>
                ),
              ],
              [t('reason'), open.reason],
              [t('code'), open.code],
            ]}
          />
          <InspectorPart title={t('original')}>
            <pre className="original" tabIndex={0}>
              <Marked reject={open} />
            </pre>
          </InspectorPart>
        </Inspector>
      )}
    </div>
  );
}

/** The original row with the rejected cell marked, where it can be told apart. */
function Marked({ reject }: { reject: Reject }) {
  const cut = cutAround(reject.original, reject.value);
  return cut ? (
    <>
      {cut[0]}
      <mark>{cut[1]}</mark>
      {cut[2]}
    </>
  ) : (
    <>{reject.original}</>
  );
}
