import { Button } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { useState } from 'react';
import { useActions } from '../../../actions/registry.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/letter.json';
import { LetterDialog } from './LetterDialog.tsx';

/** Checks by the id of their verdict, and differences that are followed up, of one period and vendor. */
export interface LetterAbout {
  period: string;
  checks?: readonly string[];
  discrepancies?: readonly number[];
}

/** Writes to the vendor about what does not fit: a letter as PDF, or a message that a person sends. */
export function LetterButton({ period, checks = [], discrepancies = [] }: LetterAbout) {
  const t = useWords<typeof words>('letter');
  const [open, setOpen] = useState(false);
  useActions([{ id: 'reconcile.letter', title: t('button'), group: 'record', perform: () => setOpen(true) }]);
  return (
    <>
      <Button variant="default" leftSection={<IconMail size={14} stroke={1.5} />} onClick={() => setOpen(true)}>
        {t('button')}
      </Button>
      {open && <LetterDialog period={period} checks={checks} discrepancies={discrepancies} onClose={() => setOpen(false)} />}
    </>
  );
}
