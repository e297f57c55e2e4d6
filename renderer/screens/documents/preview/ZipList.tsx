import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/preview.json';
import type { FilePreview } from '../../../../services/contract/attachments.ts';
import { bytesText } from '../keys.ts';

/** What an archive holds, by its directory; it is not unpacked. */
export function ZipList({ entries }: { entries: NonNullable<FilePreview['entries']> }) {
  const t = useWords<typeof words>('preview');
  const files = entries.filter((entry) => !entry.name.endsWith('/'));
  return (
    <div className="preview-scroll plain" tabIndex={0} role="group" aria-label={t('entries')}>
      <table className="links">
        <caption>{t('entryCount', { count: files.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('name')}</th>
            <th scope="col">{t('size')}</th>
          </tr>
        </thead>
        <tbody>
          {files.map((entry, i) => (
            <tr key={i}>
              <td className="preview-entry">
                <bdi>{entry.name}</bdi>
              </td>
              <td>{bytesText(entry.size)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
