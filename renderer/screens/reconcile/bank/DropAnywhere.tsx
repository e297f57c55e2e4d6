import { Dropzone } from '@mantine/dropzone';
import { IconFileImport } from '@tabler/icons-react';
import type { AppError } from '../../../../domain/result.ts';
import { uploadFiles } from '../../../host/files.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/bank.json';
import { openFile } from './store.ts';

/** The whole window takes a statement while one is dragged over it. */
export function DropAnywhere({ onError }: { onError: (error: AppError | null) => void }) {
  const t = useWords<typeof words>('bank');
  const take = async (files: File[]): Promise<void> => {
    onError(null);
    const uploaded = await uploadFiles(files.slice(0, 1));
    if (!uploaded.ok) onError(uploaded.error);
    else if (uploaded.value[0]) openFile(uploaded.value[0]);
  };
  return (
    <Dropzone.FullScreen active multiple={false} inputProps={{ 'aria-label': t('dropTitle') }} onDrop={(files) => void take(files)}>
      <div className="bk-over">
        <IconFileImport size={40} stroke={1.25} aria-hidden="true" />
        <p>{t('dropTitle')}</p>
      </div>
    </Dropzone.FullScreen>
  );
}
