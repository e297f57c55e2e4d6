import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { BankPreview } from '../../../../services/contract/bank.ts';
import { useActions } from '../../../actions/registry.ts';
import { useCall } from '../../../app/hooks.ts';
import { useGo } from '../../../app/place.ts';
import { useJob } from '../../../app/useJob.ts';
import type { GrantedFile } from '../../../host/bridge.ts';
import { useWords } from '../../../i18n/index.ts';
import { useTell } from '../../../i18n/told.ts';
import type words from '../../../i18n/en/bank.json';
import { ErrorState, StatusMark } from '../../../ui/index.ts';
import { MapColumns } from './MapColumns.tsx';
import { PreviewStatement } from './PreviewStatement.tsx';
import { ReadAs } from './ReadAs.tsx';
import { clearDesk, useDesk } from './store.ts';

/** One file on the desk: how it is read, its statements with their sums, and the way into the book. */
export function Desk({ file }: { file: GrantedFile }) {
  const t = useWords<typeof words>('bank');
  const { how, mapping } = useDesk();
  const call = useCall('bank/preview', { ...how, file: file.token }, { keep: true });
  const preview = call.data;
  const mapped = preview?.table && (mapping || preview.table.profile === null);
  return (
    <div className="page-scroll">
      {preview && <ReadAs preview={preview} />}
      {call.error && (
        <div className="bk-error">
          <ErrorState error={call.error} retry={call.retry} />
          <Button size="xs" variant="default" onClick={clearDesk}>
            {t('putAway')}
          </Button>
        </div>
      )}
      {call.loading && (
        <p className="bk-note dim" role="status">
          {t('reading', { file: file.name })}
        </p>
      )}
      {preview?.table && mapped ? (
        <MapColumns key={`${preview.sha256}:${preview.table.sheet}`} file={preview.file} table={preview.table} />
      ) : (
        preview && !call.error && <Ready preview={preview} token={file.token} />
      )}
    </div>
  );
}

function Ready({ preview, token }: { preview: BankPreview; token: string }) {
  const t = useWords<typeof words>('bank');
  const tell = useTell();
  const go = useGo();
  const { how } = useDesk();
  const take = useJob('bank/import');
  const [accept, setAccept] = useState(false);
  const stopped = preview.obstacles.some((o) => o.code !== 'difference' || !accept);
  const added = preview.statements.reduce((n, s) => n + s.added, 0);
  const run = async (): Promise<void> => {
    const result = await take.start(
      { ...how, file: token, acceptDifference: accept },
      {
        title: t('taking', { file: preview.file }),
        describe: (done) => t('took', { added: done.added, duplicates: done.duplicates, rejected: done.rejected }),
      },
    );
    if (!result.ok) return;
    clearDesk();
    go('/reconcile/bank', { show: 'statements', open: null, account: null });
  };
  useActions([
    {
      id: 'bank.take',
      title: t('import'),
      group: 'record',
      shortcut: 'mod+enter',
      inFields: true,
      predicate: () => !stopped && !take.busy,
      perform: () => void run(),
    },
  ]);
  return (
    <>
      <div className="bk-take">
        <Button disabled={stopped} loading={take.busy} onClick={() => void run()}>
          {t('importCount', { count: added })}
        </Button>
        {preview.obstacles.some((o) => o.code === 'difference') && (
          <Checkbox size="xs" label={t('acceptDifference')} checked={accept} onChange={(e) => setAccept(e.currentTarget.checked)} />
        )}
        {preview.before[0] && <StatusMark mark="explained" label={t('before', { day: preview.before[0].at.slice(0, 10) })} />}
      </div>
      {take.error && (
        <div className="bk-error">
          <ErrorState error={take.error} />
        </div>
      )}
      {preview.obstacles.map((o, at) => (
        <p key={at} className="bk-note" role="status">
          <StatusMark mark={o.code === 'difference' || o.code === 'rejected' ? 'fail' : 'due'} label={tell.sentence(o.said)} />
        </p>
      ))}
      {preview.statements.map((s, at) => (
        <PreviewStatement key={at} statement={s} />
      ))}
    </>
  );
}
