import { ActionIcon, CloseButton } from '@mantine/core';
import { IconAlertTriangle, IconChevronDown, IconChevronUp, IconFile } from '@tabler/icons-react';
import { useState } from 'react';
import { KINDS } from '../../../domain/attachments/kinds.ts';
import { useCall } from '../../app/hooks.ts';
import type { GrantedFile } from '../../host/bridge.ts';
import { useLanguage, useWords } from '../../i18n/index.ts';
import { useTell } from '../../i18n/told.ts';
import type words from '../../i18n/en/documents.json';
import { Ident } from '../../ui/index.ts';
import { bytesText } from './keys.ts';
import { AttachmentPreview } from './preview/AttachmentPreview.tsx';
import './documents.css';

/**
 * Files chosen for a document that is not saved yet, each judged by its content: kind, size, hash, what is odd about it, and
 * which document has the same bytes. `onMove` puts one a place up or down.
 */
export function PickedFiles({
  files,
  onRemove,
  onMove,
  owner = 'invoice',
}: {
  files: readonly GrantedFile[];
  onRemove: (file: GrantedFile) => void;
  onMove?: (file: GrantedFile, by: 1 | -1) => void;
  owner?: 'certificate' | 'invoice';
}) {
  const [shownToken, setShown] = useState<string | null>(null);
  const shown = files.find((file) => file.token === shownToken);
  if (files.length === 0) return null;
  return (
    <>
      <ul className="files">
        {files.map((file, i) => (
          <Picked
            key={file.token}
            file={file}
            owner={owner}
            shown={file === shown}
            onShow={() => setShown(file === shown ? null : file.token)}
            onRemove={() => onRemove(file)}
            up={onMove && i > 0 ? () => onMove(file, -1) : undefined}
            down={onMove && i < files.length - 1 ? () => onMove(file, 1) : undefined}
            moves={onMove !== undefined && files.length > 1}
          />
        ))}
      </ul>
      {shown && (
        <AttachmentPreview
          source={{ file: shown.token }}
          name={shown.name}
          place={files.indexOf(shown) + 1}
          count={files.length}
          onStep={(to) => setShown(files[to - 1]?.token ?? null)}
          onClose={() => setShown(null)}
        />
      )}
    </>
  );
}

function Picked({
  file,
  owner,
  shown,
  onShow,
  onRemove,
  up,
  down,
  moves,
}: {
  file: GrantedFile;
  owner: 'certificate' | 'invoice';
  shown: boolean;
  onShow: () => void;
  onRemove: () => void;
  up: (() => void) | undefined;
  down: (() => void) | undefined;
  moves: boolean;
}) {
  const t = useWords<typeof words>('documents');
  const tell = useTell();
  const zh = useLanguage() === 'zh-CN';
  const { data, error } = useCall('attachments/judge', { file: file.token, owner });
  const kept = (data?.kept ?? []).map(({ kind, number }) => t(`cause.${kind}`, { name: number ?? '' }));
  return (
    <li className="picked">
      <IconFile size={20} stroke={1.25} aria-hidden="true" />
      <div>
        <button
          type="button"
          className="link file-name"
          title={file.name}
          aria-label={t('showFileNamed', { file: file.name })}
          aria-pressed={shown}
          onClick={onShow}
        >
          {file.name}
        </button>
        <span className="file-facts">
          {data ? `${KINDS[data.kind].title[zh ? 'zh' : 'en']} · ` : ''}
          {bytesText(file.size)}
          {data && (
            <>
              {' · SHA-256 '}
              <Ident value={data.sha256} length={14} copy />
            </>
          )}
        </span>
        {data?.warnings.map((warning) => (
          <span key={warning.template} className="file-warning">
            <IconAlertTriangle size={13} stroke={1.5} aria-hidden="true" />
            {tell.sentence(warning)}
          </span>
        ))}
        {kept.length > 0 && (
          <span className="file-warning">
            <IconAlertTriangle size={13} stroke={1.5} aria-hidden="true" />
            {t('keptAlready', { documents: kept.join(' · ') })}
          </span>
        )}
        {error && (
          <span className="file-warning refused">
            <IconAlertTriangle size={13} stroke={1.5} aria-hidden="true" />
            {tell.error(error).message} {tell.error(error).remedy}
          </span>
        )}
      </div>
      {moves && (
        <span className="file-moves">
          <ActionIcon size="sm" variant="subtle" color="gray" aria-label={t('moveUp', { file: file.name })} disabled={!up} onClick={up}>
            <IconChevronUp size={14} stroke={1.5} />
          </ActionIcon>
          <ActionIcon
            size="sm"
            variant="subtle"
            color="gray"
            aria-label={t('moveDown', { file: file.name })}
            disabled={!down}
            onClick={down}
          >
            <IconChevronDown size={14} stroke={1.5} />
          </ActionIcon>
        </span>
      )}
      <CloseButton size="sm" aria-label={t('removeFile', { file: file.name })} onClick={onRemove} />
    </li>
  );
}
