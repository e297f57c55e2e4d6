import type { Output } from '../../../../services/contract/index.ts';
import type { Invoice } from '../../../../services/contract/invoices.ts';
import { useActions } from '../../../actions/registry.ts';
import { useCall } from '../../../app/hooks.ts';
import { useLanguage, useWords } from '../../../i18n/index.ts';
import { useTell } from '../../../i18n/told.ts';
import type words from '../../../i18n/en/papers.json';
import { InspectorPart } from '../../../ui/index.ts';
import './documents.css';
import { PaperButton } from './PaperButton.tsx';
import { ElectronicPart } from './ElectronicPart.tsx';
import { usePaperPdf } from './usePaperPdf.ts';

/** The document as a paper: under which country's rules, what it lacks under them, and to save it as PDF in either language or both. */
export function DocumentSection({ invoice }: { invoice: Invoice }) {
  const t = useWords<typeof words>('papers');
  const language = useLanguage();
  const found = useCall('invoices/paper', { number: invoice.number, vendor: invoice.vendor }, { keep: true });
  const pdf = usePaperPdf([invoice]);
  useActions([
    { id: 'invoices.pdf', title: t('savePdf'), group: 'record', perform: () => pdf.save(language) },
    { id: 'invoices.pdfBoth', title: t('savePdfIn', { language: t('both') }), group: 'record', perform: () => pdf.save('both') },
  ]);
  return (
    <InspectorPart title={t('title')}>
      {found.data && <About invoice={invoice} paper={found.data} />}
      <div className="inline-action">
        <PaperButton pdf={pdf} label={t('savePdf')} />
      </div>
      <ElectronicPart invoice={invoice} />
    </InspectorPart>
  );
}

/** What the paper will be, and what the country's rules ask for beyond what is on record, each with its source. */
function About({ invoice, paper }: { invoice: Invoice; paper: Output<'invoices/paper'> }) {
  const t = useWords<typeof words>('papers');
  const { sentence } = useTell();
  const language = useLanguage();
  const title = language === 'zh-CN' ? paper.title.zh : paper.title.en;
  const country = paper.country === null ? '' : (new Intl.DisplayNames(language, { type: 'region' }).of(paper.country) ?? paper.country);
  return (
    <>
      <p className="inspector-note">
        {invoice.direction === 'received' ? t('received', { title }) : t(paper.ruled ? 'issued' : 'issuedPlain', { title, country })}
      </p>
      {paper.lacks.length > 0 && (
        <>
          <p className="inspector-note">{t('lacks', { country })}</p>
          <ul className="paper-lacks">
            {paper.lacks.map((lack) => (
              <li key={lack.field}>
                {sentence(lack.said)}
                <small>{lack.source}</small>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
