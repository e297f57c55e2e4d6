import type { Certificate } from '../../../services/contract/wht.ts';
import type { GrantedFile } from '../../host/bridge.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/certificate.json';
import { FilesField } from '../documents/FilesField.tsx';

/** The paper beside the form: files of a draft that are there already, those that were chosen now, and the place to drop more. */
export function FormPaper({
  files,
  kept,
  onBusy,
  onFiles,
  onDetach,
}: {
  files: readonly GrantedFile[];
  kept: Certificate['attachments'];
  onBusy: (busy: boolean) => void;
  /** Told all of the chosen files, in their order. */
  onFiles: (files: GrantedFile[]) => void;
  onDetach: (id: number) => void;
}) {
  const t = useWords<typeof words>('certificate');
  return (
    <section aria-label={t('files')}>
      <h2>{t('files')}</h2>
      <FilesField files={files} kept={kept} onChange={onFiles} onDetach={onDetach} onBusy={onBusy} title={t('drop')} hint={t('dropHint')} />
    </section>
  );
}
