import type { Certificate } from '../../../../services/contract/wht.ts';
import { safeName } from '../../../host/files.ts';
import { Attachments } from '../../documents/Attachments.tsx';
import { useBundle } from './useBundle.ts';

/** The papers of one certificate: each shown and saved, or all of them as one archive with an index. */
export function CertificateFiles({ certificate }: { certificate: Certificate }) {
  const bundle = useBundle();
  return (
    <Attachments
      files={certificate.attachments}
      onSaveAll={() => void bundle.run({ certificates: [certificate.id] }, `wht-${safeName(certificate.number)}.zip`)}
    />
  );
}
