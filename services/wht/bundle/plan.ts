import { listCertificates } from '../../../db/queries/wht.ts';
import type { ReadDb } from '../../../db/connection.ts';
import { NameGiver } from '../../../domain/attachments/safe-name.ts';
import { inBundle, type BundleChoice } from '../../../domain/wht/bundle.ts';
import { refuse } from '../../../domain/result.ts';
import type { Certificate } from '../../contract/wht.ts';
import { toCertificates } from '../view.ts';

/** Names at the root of the archive; a certificate of such a number gets another folder. */
export const INDEX = { workbook: 'index.xlsx', certificates: 'certificates.csv', files: 'files.csv', sums: 'SHA256SUMS.txt' } as const;
/** A zip of the 32-bit form: 4 GiB and 65,535 entries, less what the index takes. */
const MOST_BYTES = 4 * 1024 ** 3 - 64 * 1024 ** 2;
const MOST_FILES = 65_000;

export interface BundledFile {
  attachment: Certificate['attachments'][number];
  /** Folder and name, with a slash between them. */
  path: string;
}
export interface Bundled {
  certificate: Certificate;
  folder: string;
  files: BundledFile[];
}

/**
 * The certificates of a bundle, oldest first, each with the folder and names that its files get: by certificate number, made
 * safe, each once. The order is that of date and entry, so that the same book gives the same names.
 */
export function planBundle(read: ReadDb, choice: BundleChoice): Bundled[] {
  const chosen = toCertificates(read, listCertificates(read))
    .filter((certificate) => inBundle(certificate, choice))
    .toSorted((a, b) => (a.date === b.date ? a.id - b.id : a.date < b.date ? -1 : 1));
  if (chosen.length === 0)
    refuse('wht.bundle-empty', 'No certificate is in this choice.', { remedy: 'Widen the days, or choose other states or countries.' });
  const folders = new NameGiver(Object.values(INDEX));
  const bundled = chosen.map((certificate) => {
    const folder = folders.give(certificate.number, 'certificate');
    const names = new NameGiver();
    return {
      certificate,
      folder,
      files: certificate.attachments.map((attachment) => ({ attachment, path: `${folder}/${names.give(attachment.name)}` })),
    };
  });
  refuseTooLarge(bundled.flatMap((one) => one.files));
  return bundled;
}

function refuseTooLarge(files: readonly BundledFile[]): void {
  const bytes = files.reduce((sum, { attachment }) => sum + attachment.size, 0);
  if (bytes > MOST_BYTES || files.length > MOST_FILES)
    refuse('wht.bundle-too-large', 'The files of these certificates are too many or too large for one archive (4 GB).', {
      remedy: 'Choose fewer days, and make several bundles.',
    });
}
