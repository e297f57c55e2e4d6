import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import type { Certificate } from '../../../../services/contract/wht.ts';
import { useActions } from '../../../actions/registry.ts';
import { useCall } from '../../../app/hooks.ts';
import { useWords } from '../../../i18n/index.ts';
import { useTell } from '../../../i18n/told.ts';
import type words from '../../../i18n/en/certificatePapers.json';
import { InspectorPart } from '../../../ui/index.ts';
import { dialogTitle } from '../../documents/dialog-title.ts';
import '../../invoices/documents/documents.css';
import { PapersDialog } from './PapersDialog.tsx';

/** The paper of a certificate that we issue: what it lacks, and to print or send it. One that a customer wrote is theirs. */
export function CertificatePapers({ certificate }: { certificate: Certificate }) {
  return certificate.side === 'payer' ? <Own certificate={certificate} /> : null;
}

function Own({ certificate }: { certificate: Certificate }) {
  const t = useWords<typeof words>('certificatePapers');
  const { sentence } = useTell();
  const [open, setOpen] = useState(false);
  const { number, issuer, id } = certificate;
  const found = useCall('wht/paper', { number, issuer, id }, { keep: true });
  useActions([
    {
      id: 'wht.papers',
      title: `${dialogTitle(t('open'))}: ${number}`,
      group: 'record',
      predicate: () => !open,
      perform: () => setOpen(true),
    },
  ]);
  const lacks = found.data?.lacks ?? [];
  return (
    <InspectorPart title={t('title')}>
      {lacks.length > 0 && (
        <>
          <p className="inspector-note">{t('lacks')}</p>
          <ul className="paper-lacks">
            {lacks.map((lack) => (
              <li key={lack.field}>{sentence(lack.said)}</li>
            ))}
          </ul>
        </>
      )}
      <div className="inline-action">
        <Button variant="default" leftSection={<IconPrinter size={14} stroke={1.5} />} onClick={() => setOpen(true)}>
          {t('open')}
        </Button>
      </div>
      {open && <PapersDialog certificates={[certificate]} onClose={() => setOpen(false)} />}
    </InspectorPart>
  );
}
