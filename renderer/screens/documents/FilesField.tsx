import { CloseButton } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { CERTIFICATE_KINDS, MAX_ATTACHMENTS } from '../../../domain/attachments/kinds.ts';
import { appError, type AppError } from '../../../domain/result.ts';
import { say } from '../../../domain/words/said.ts';
import type { Certificate } from '../../../services/contract/wht.ts';
import { bridge, type GrantedFile } from '../../host/bridge.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/documents.json';
import { ErrorState, FileDrop } from '../../ui/index.ts';
import { judgeFile } from './judge-file.ts';
import { bytesText } from './keys.ts';
import { PickedFiles } from './PickedFiles.tsx';
import { AttachmentPreview } from './preview/AttachmentPreview.tsx';

type KeptFile = Certificate['attachments'][number];

/**
 * The papers of a certificate that is being entered: dropped or chosen, each judged alone by its content, shown, put in order and
 * taken away again. What cannot be attached is told and left out; so is the same file a second time.
 */
export function FilesField({
  files,
  kept,
  onChange,
  onDetach,
  onBusy,
  title,
  hint,
}: {
  files: readonly GrantedFile[];
  /** Files that the draft has already. */
  kept: readonly KeptFile[];
  onChange: (files: GrantedFile[]) => void;
  onDetach: (id: number) => void;
  /** Told while files are on their way or being judged, so that the form is not saved without them. */
  onBusy: (busy: boolean) => void;
  title: string;
  hint: string;
}) {
  const [errors, setErrors] = useState<readonly AppError[]>([]);
  /** By token. */
  const [hashes] = useState(() => new Map<string, string>());
  /** As they are now: one may be taken away while others are judged. */
  const latest = useRef(files);
  latest.current = files;
  const take = async (given: readonly GrantedFile[]): Promise<void> => {
    onBusy(true);
    const against: AppError[] = [];
    for (const file of given) {
      const here = [...kept, ...latest.current.map(({ name, token }) => ({ name, sha256: hashes.get(token) }))];
      const error = judgeFile(file, CERTIFICATE_KINDS) ?? (await judge(file, here, hashes));
      if (error) against.push(error);
      else {
        latest.current = [...latest.current, file];
        onChange([...latest.current]);
      }
    }
    setErrors(against);
    onBusy(false);
  };
  const move = (file: GrantedFile, by: 1 | -1): void => {
    const from = files.indexOf(file);
    const next = files.filter((other) => other !== file);
    next.splice(from + by, 0, file);
    onChange(next);
  };
  return (
    <>
      <KeptFiles files={kept} onDetach={onDetach} />
      <PickedFiles owner="certificate" files={files} onMove={move} onRemove={(file) => onChange(files.filter((other) => other !== file))} />
      <FileDrop kind="attachments" small title={title} hint={hint} onBusy={onBusy} onFiles={(given) => void take(given)} />
      {errors.map((error) => (
        <ErrorState key={`${error.code}:${error.message}`} error={error} />
      ))}
    </>
  );
}

/** Files of a draft that are in the book already; taken off with the next saving. */
function KeptFiles({ files, onDetach }: { files: readonly KeptFile[]; onDetach: (id: number) => void }) {
  const t = useWords<typeof words>('documents');
  const [shownId, setShown] = useState<number | null>(null);
  const shown = files.find((file) => file.id === shownId);
  if (files.length === 0) return null;
  return (
    <>
      <ul className="files">
        {files.map((file) => (
          <li key={file.id}>
            <IconPaperclip size={20} stroke={1.25} aria-hidden="true" />
            <div>
              <button
                type="button"
                className="link file-name"
                title={file.name}
                aria-label={t('showFileNamed', { file: file.name })}
                aria-pressed={file === shown}
                onClick={() => setShown(file === shown ? null : file.id)}
              >
                {file.name}
              </button>
              <span className="file-facts">{bytesText(file.size)}</span>
            </div>
            <CloseButton size="sm" aria-label={t('detachFile', { file: file.name })} onClick={() => onDetach(file.id)} />
          </li>
        ))}
      </ul>
      {shown && (
        <AttachmentPreview
          source={{ attachment: shown.id }}
          name={shown.name}
          place={files.indexOf(shown) + 1}
          count={files.length}
          onStep={(to) => setShown(files[to - 1]?.id ?? null)}
          onClose={() => setShown(null)}
        />
      )}
    </>
  );
}

/** What speaks against one more file: its content, the number of files, or that it is there already. Notes its hash. */
async function judge(
  file: GrantedFile,
  others: readonly { name: string; sha256: string | undefined }[],
  hashes: Map<string, string>,
): Promise<AppError | null> {
  if (others.length >= MAX_ATTACHMENTS)
    return appError(
      'attachment.too-many',
      say`“${{ name: file.name }}” is left out: at most ${{ most: MAX_ATTACHMENTS }} files can be attached.`,
      {
        file: file.name,
        remedy: 'Pack the files into one zip archive, or take one of the others away.',
      },
    );
  const judged = await bridge().call('attachments/judge', { file: file.token, owner: 'certificate' });
  if (!judged.ok) return judged.error;
  const twin = others.find((other) => other.sha256 === judged.value.sha256);
  if (twin)
    return appError('attachment.twice', say`“${{ name: file.name }}” is the same file as “${{ other: twin.name }}”.`, {
      file: file.name,
      remedy: 'Nothing is lost: it is attached once.',
    });
  hashes.set(file.token, judged.value.sha256);
  return null;
}
