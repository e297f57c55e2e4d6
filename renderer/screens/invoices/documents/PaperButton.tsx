import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconFileTypePdf } from '@tabler/icons-react';
import { PAPER_LANGUAGES } from '../../../../domain/invoices/paper-language.ts';
import { useLanguage, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/papers.json';
import type { usePaperPdf } from './usePaperPdf.ts';

/** Saves as PDF in the language of the interface; in another, or in both, by its menu. */
export function PaperButton({ pdf, label, compact = false }: { pdf: ReturnType<typeof usePaperPdf>; label: string; compact?: boolean }) {
  const t = useWords<typeof words>('papers');
  const language = useLanguage();
  const size = compact ? 'compact-sm' : undefined;
  return (
    <Button.Group>
      <Button
        variant="default"
        size={size}
        loading={pdf.busy}
        leftSection={<IconFileTypePdf size={14} stroke={1.5} />}
        onClick={() => pdf.save(language)}
      >
        {label}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" size={size} px={8} disabled={pdf.busy} aria-label={t('languages')}>
            <IconChevronDown size={14} stroke={1.5} />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('languages')}</Menu.Label>
          {PAPER_LANGUAGES.map((of) => (
            <Menu.Item key={of} onClick={() => pdf.save(of)}>
              {t(of)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Button.Group>
  );
}
