import { Button } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import type { AppError } from '../../domain/result.ts';
import { type FileKind, type GrantedFile } from '../host/bridge.ts';
import { pickFiles, uploadFiles } from '../host/files.ts';
import { useWords } from '../i18n/index.ts';
import type words from '../i18n/en/common.json';
import { ErrorState } from './ErrorState.tsx';

/** A place to drop files, or to choose them by button. Gives tokens and names, never paths. */
export function FileDrop({
  kind,
  onFiles,
  onBusy,
  title,
  hint,
  small = false,
  multiple = true,
}: {
  kind: FileKind;
  onFiles: (files: GrantedFile[]) => void;
  /** Told while files are on their way, so that a form is not saved without them. */
  onBusy?: (busy: boolean) => void;
  title: string;
  hint?: string;
  small?: boolean;
  multiple?: boolean;
}) {
  const t = useWords<typeof words>('common');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const take = async (get: () => ReturnType<typeof uploadFiles>): Promise<void> => {
    setBusy(true);
    onBusy?.(true);
    setError(null);
    const result = await get();
    setBusy(false);
    onBusy?.(false);
    if (!result.ok) setError(result.error);
    else if (result.value.length > 0) onFiles(multiple ? result.value : result.value.slice(0, 1));
  };
  return (
    <div>
      <Dropzone
        onDrop={(files) => void take(() => uploadFiles(files))}
        multiple={multiple}
        loading={busy}
        activateOnClick={false}
        activateOnKeyboard={false}
        className={small ? 'drop small' : 'drop'}
        inputProps={{ 'aria-label': title }}
        aria-label={title}
        enablePointerEvents
      >
        <div className="drop-body">
          <IconFileImport size={small ? 20 : 32} stroke={1.25} aria-hidden="true" />
          <div>
            <p className="drop-title">{title}</p>
            {hint ? <p className="drop-hint">{hint}</p> : null}
          </div>
          <Button size="xs" variant={small ? 'default' : 'filled'} loading={busy} onClick={() => void take(() => pickFiles(kind))}>
            {t('chooseFiles')}
          </Button>
        </div>
      </Dropzone>
      {error && <ErrorState error={error} />}
    </div>
  );
}
