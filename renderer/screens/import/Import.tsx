import { Dropzone } from '@mantine/dropzone';
import { IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import type { AppError } from '../../../domain/result.ts';
import { useActions } from '../../actions/registry.ts';
import { useParam } from '../../app/place.ts';
import { pickFiles, uploadFiles } from '../../host/files.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/import.json';
import { ErrorState, FileDrop, PageHeader } from '../../ui/index.ts';
import { Batches } from './Batches.tsx';
import { Cards } from './Cards.tsx';
import { Mapping } from './mapping/Mapping.tsx';
import { addFiles } from './queue.ts';
import { Rejects } from './Rejects.tsx';
import { WatchLine } from '../watch/WatchLine.tsx';
import './import.css';

/** Files in: what they are, what would happen, then into the book; below, what was imported, with undo. */
export function Import() {
  const [view] = useParam('view');
  const [batchText] = useParam('batch');
  const [file] = useParam('file');
  const batch = /^\d{1,15}$/.test(batchText ?? '') ? Number(batchText) : null;
  if (view === 'map' && file) return <Mapping token={file} />;
  return view === 'rejects' && batch !== null ? <Rejects batch={batch} /> : <Files batch={batch} />;
}

function Files({ batch }: { batch: number | null }) {
  const t = useWords<typeof words>('import');
  const [error, setError] = useState<AppError | null>(null);
  const take = async (get: () => ReturnType<typeof uploadFiles>): Promise<void> => {
    setError(null);
    const result = await get();
    if (result.ok) addFiles(result.value);
    else setError(result.error);
  };
  useActions([
    { id: 'import.choose', title: t('choose'), group: 'record', shortcut: 'a', perform: () => void take(() => pickFiles('bills')) },
  ]);
  return (
    <div className="page">
      <PageHeader title={t('title')} />
      <div className="page-scroll import-page">
        <div className="import-drop">
          <FileDrop kind="bills" title={t('dropTitle')} hint={t('dropHint')} small onFiles={addFiles} />
        </div>
        {error && <ErrorState error={error} />}
        <WatchLine />
        <Cards />
        <Batches open={batch} />
      </div>
      <Dropzone.FullScreen
        active
        activateOnKeyboard={false}
        withinPortal={false}
        onDrop={(files) => void take(() => uploadFiles(files))}
        className="import-over"
        aria-label={t('dropTitle')}
        inputProps={{ 'aria-label': t('dropTitle') }}
      >
        <div className="import-over-body">
          <IconFileImport size={48} stroke={1.25} aria-hidden="true" />
          <p>{t('dropHere')}</p>
        </div>
      </Dropzone.FullScreen>
    </div>
  );
}
