import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconDownload, IconFile, IconFileTypePdf, IconFileZip, IconPhoto, type Icon } from '@tabler/icons-react';
import type { Invoice } from '../../../services/contract/invoices.ts';
import { notifyDone, notifyError } from '../../app/notify.tsx';
import { useCommand } from '../../app/hooks.ts';
import { useParam } from '../../app/place.ts';
import { saveAs } from '../../host/files.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/documents.json';
import { Ident } from '../../ui/index.ts';
import { bytesText } from './keys.ts';
import { AttachmentPreview } from './preview/AttachmentPreview.tsx';
import './documents.css';

const GLYPHS: Record<string, Icon> = {
  'application/pdf': IconFileTypePdf,
  'application/zip': IconFileZip,
  'image/png': IconPhoto,
  'image/jpeg': IconPhoto,
  'image/gif': IconPhoto,
};

/**
 * Files that hang on a document: name, size and hash; each can be shown and saved. Which one is shown stands in the address,
 * so that the next document shows its own. `onSaveAll`: saves all of them at once.
 */
export function Attachments({ files, onSaveAll }: { files: Invoice['attachments']; onSaveAll?: () => void }) {
  const t = useWords<typeof words>('documents');
  const save = useCommand('wht/saveAttachment', { quiet: true });
  const [place, setPlace] = useParam('file');
  const shown = /^\d{1,3}$/.test(place ?? '') ? files[Math.min(Number(place), files.length) - 1] : undefined;
  const show = (file: (typeof files)[number] | undefined): void =>
    setPlace(file ? String(files.indexOf(file) + 1) : null, { replace: true });
  const saveFile = async (id: number, name: string): Promise<void> => {
    const saved = await saveAs(name, (target) => save.run({ attachment: id, target }));
    if (!saved.ok) notifyError(saved.error);
    else if (saved.value) notifyDone(t('fileSaved', { file: name }));
  };
  return (
    <>
      <ul className="files">
        {files.map((file) => {
          const Glyph = GLYPHS[file.type] ?? IconFile;
          return (
            <li key={file.id}>
              <Glyph size={20} stroke={1.25} aria-hidden="true" />
              <div>
                <button
                  type="button"
                  className="link file-name"
                  title={file.name}
                  aria-label={t('showFileNamed', { file: file.name })}
                  aria-pressed={shown === file}
                  onClick={() => show(shown === file ? undefined : file)}
                >
                  {file.name}
                </button>
                <span className="file-facts">
                  {bytesText(file.size)} · SHA-256 <Ident value={file.sha256} length={14} copy />
                </span>
              </div>
              <Tooltip label={t('saveFile')}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('saveFileNamed', { file: file.name })}
                  loading={save.busy}
                  onClick={() => void saveFile(file.id, file.name)}
                >
                  <IconDownload size={16} stroke={1.5} />
                </ActionIcon>
              </Tooltip>
            </li>
          );
        })}
      </ul>
      {onSaveAll && files.length > 1 && (
        <Button size="xs" variant="default" mt="xs" leftSection={<IconDownload size={14} />} onClick={onSaveAll}>
          {t('saveAll')}
        </Button>
      )}
      {shown && (
        <AttachmentPreview
          source={{ attachment: shown.id }}
          name={shown.name}
          place={files.indexOf(shown) + 1}
          count={files.length}
          onStep={(to) => show(files[to - 1])}
          onSave={() => void saveFile(shown.id, shown.name)}
          onClose={() => show(undefined)}
        />
      )}
    </>
  );
}
