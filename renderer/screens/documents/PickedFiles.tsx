import { CloseButton } from '@mantine/core';
import { IconFile } from '@tabler/icons-react';
import type { GrantedFile } from '../../host/bridge.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/documents.json';
import { bytesText } from './keys.ts';
import './documents.css';

/** Files chosen for a document that is not saved yet. */
export function PickedFiles({ files, onRemove }: { files: readonly GrantedFile[]; onRemove: (file: GrantedFile) => void }) {
  const t = useWords<typeof words>('documents');
  if (files.length === 0) return null;
  return (
    <ul className="files">
      {files.map((file) => (
        <li key={file.token}>
          <IconFile size={20} stroke={1.25} aria-hidden="true" />
          <div>
            <span className="file-name">{file.name}</span>
            <span className="file-facts">{bytesText(file.size)}</span>
          </div>
          <CloseButton size="sm" aria-label={t('removeFile', { file: file.name })} onClick={() => onRemove(file)} />
        </li>
      ))}
    </ul>
  );
}
