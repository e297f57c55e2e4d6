import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { Certificate } from '../../../../services/contract/wht.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/certificatePapers.json';
import { certificateKey } from '../certificates.ts';
import { PapersDialog } from './PapersDialog.tsx';

/** Rows of the list that can be chosen, to go out with one letter or message. */
export function useSelectedCertificates(rows: readonly Certificate[]): {
  selected: ReadonlySet<string>;
  onSelect: (selected: ReadonlySet<string>) => void;
  selectionActions: ReactNode;
} {
  const t = useWords<typeof words>('certificatePapers');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState(false);
  // Of what was chosen under another filter, only what is in sight counts.
  const certificates = rows.filter((row) => chosen.has(certificateKey(row)));
  return {
    selected: new Set(certificates.map(certificateKey)),
    onSelect: setChosen,
    selectionActions: (
      <>
        <Button variant="default" size="compact-sm" leftSection={<IconPrinter size={14} stroke={1.5} />} onClick={() => setOpen(true)}>
          {t('openMany', { count: certificates.length })}
        </Button>
        {open && certificates.length > 0 && <PapersDialog certificates={certificates} onClose={() => setOpen(false)} />}
      </>
    ),
  };
}
