import { useState, type ReactNode } from 'react';
import type { Invoice } from '../../../../services/contract/invoices.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/papers.json';
import { invoiceKey } from '../../documents/keys.ts';
import { PaperButton } from './PaperButton.tsx';
import { usePaperPdf } from './usePaperPdf.ts';

/** Rows of the list of documents that can be chosen, to be saved together as one PDF in the order of the list. */
export function useSelectedPapers(rows: readonly Invoice[]): {
  selected: ReadonlySet<string>;
  onSelect: (selected: ReadonlySet<string>) => void;
  selectionActions: ReactNode;
} {
  const t = useWords<typeof words>('papers');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  // Of what was chosen under another filter, only what is in sight counts.
  const papers = rows.filter((row) => chosen.has(invoiceKey(row)));
  const pdf = usePaperPdf(papers);
  return {
    selected: new Set(papers.map(invoiceKey)),
    onSelect: setChosen,
    selectionActions: <PaperButton pdf={pdf} label={t('saveMany', { count: papers.length })} compact />,
  };
}
