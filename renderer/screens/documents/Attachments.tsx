import { ActionIcon, Tooltip } from '@mantine/core';
import { IconDownload, IconFile, IconFileTypePdf, IconFileZip, IconPhoto, type Icon } from '@tabler/icons-react';
import type { Invoice } from '../../../services/contract/invoices.ts';
import { notifyDone, notifyError } from '../../app/notify.tsx';
import { useCommand } from '../../app/hooks.ts';
import { saveAs } from '../../host/files.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/documents.json';
import { Ident } from '../../ui/index.ts';
import { bytesText } from './keys.ts';
import './documents.css';

const GLYPHS: Record<string, Icon> = {
  'application/pdf': IconFileTypePdf,
  'application/zip': IconFileZip,
  'image/png': IconPhoto,
  'image/jpeg': IconPhoto,
  'image/gif': IconPhoto,
};

/** Files that hang on a document: name, size and hash; each can be saved. */
export function Attachments({ files }: { files: Invoice['attachments'] }) {
  const t = useWords<typeof words>('documents');
  const save = useCommand('wht/saveAttachment', { quiet: true });
  const saveFile = async (id: number, name: string): Promise<void> => {
    const saved = await saveAs(name, (target) => save.run({ attachment: id, target }));
    if (!saved.ok) notifyError(saved.error);
    else if (saved.value) notifyDone(t('fileSaved', { file: name }));
  };
  return (
    <ul className="files">
      {files.map((file) => {
        const Glyph = GLYPHS[file.type] ?? IconFile;
        return (
          <li key={file.id}>
            <Glyph size={20} stroke={1.25} aria-hidden="true" />
            <div>
              <span className="file-name" title={file.name}>
                {file.name}
              </span>
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
  );
}
