import { Button } from '@mantine/core';
import { IconFileZip } from '@tabler/icons-react';
import { useState } from 'react';
import { useActions } from '../../../actions/registry.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/bundle.json';
import { dialogTitle } from '../../documents/dialog-title.ts';
import { BundleDialog } from './BundleDialog.tsx';

/** Opens the dialog for a bundle of papers. */
export function BundleButton() {
  const t = useWords<typeof words>('bundle');
  const [open, setOpen] = useState(false);
  useActions([
    { id: 'wht.bundle', title: dialogTitle(t('bundle')), group: 'record', predicate: () => !open, perform: () => setOpen(true) },
  ]);
  return (
    <>
      <Button variant="default" leftSection={<IconFileZip size={14} />} onClick={() => setOpen(true)}>
        {t('bundle')}
      </Button>
      {open && <BundleDialog onClose={() => setOpen(false)} />}
    </>
  );
}
