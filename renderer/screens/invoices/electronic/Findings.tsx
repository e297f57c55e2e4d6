import type { EInvoiceFinding, EInvoicePreview } from '../../../../services/contract/einvoice-import.ts';
import { useLanguage, useWords } from '../../../i18n/index.ts';
import { useTell } from '../../../i18n/told.ts';
import type words from '../../../i18n/en/electronic.json';
import { Amount, StatusMark, type Mark } from '../../../ui/index.ts';

const MARKS: Readonly<Record<EInvoiceFinding['weight'], Mark>> = { amounts: 'fail', invalid: 'fail', gap: 'missing', advice: 'explained' };
/** Findings in sight without asking. */
const SHOWN = 4;

/** What the rules say of the file, the weightiest first, each with its rule and its place. */
export function Findings({ findings }: { findings: readonly EInvoiceFinding[] }) {
  const t = useWords<typeof words>('electronic');
  if (findings.length === 0) return <p className="electronic-note dim">{t('noFindings')}</p>;
  const more = findings.length > SHOWN + 1 ? findings.slice(SHOWN) : [];
  return (
    <div className="electronic-findings">
      <FindingList findings={findings.slice(0, findings.length - more.length)} label={t('findings')} />
      {more.length > 0 && (
        <details className="electronic-more">
          <summary>{t('moreFindings', { count: more.length })}</summary>
          <FindingList findings={more} label={t('moreFindings', { count: more.length })} />
        </details>
      )}
    </div>
  );
}

function FindingList({ findings, label }: { findings: readonly EInvoiceFinding[]; label: string }) {
  const t = useWords<typeof words>('electronic');
  const tell = useTell();
  const zh = useLanguage() === 'zh-CN';
  return (
    <ul aria-label={label}>
      {findings.map((finding, index) => (
        <li key={index}>
          <StatusMark mark={MARKS[finding.weight]} label={t(`weight.${finding.weight}`)} />
          <span className="ident">{finding.rule}</span>
          <span>
            {zh ? finding.says.zh : finding.says.en} {finding.detail ? <bdi>{tell.sentence(finding.detail)}</bdi> : null}{' '}
            <span className="dim">
              {zh ? finding.where.zh : finding.where.en}
              {finding.place ? `${zh ? '，' : ', '}${t('place', { line: finding.place.line, column: finding.place.column })}` : ''}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Of a document that is recorded otherwise: each figure here and in the file. */
export function Differences({ differences }: { differences: EInvoicePreview['differences'] }) {
  const t = useWords<typeof words>('electronic');
  const shown = (field: string, value: string | null) => (field === 'net' || field === 'tax' ? <Amount value={value} plainZero /> : value);
  return (
    <table className="plain electronic-differs" aria-label={t('differs')}>
      <thead>
        <tr>
          <th scope="col">{t('field')}</th>
          <th scope="col" className="end">
            {t('here')}
          </th>
          <th scope="col" className="end">
            {t('there')}
          </th>
        </tr>
      </thead>
      <tbody>
        {differences.map(({ field, here, there }) => (
          <tr key={field}>
            <th scope="row">{t(`fields.${field as 'net'}`)}</th>
            <td className="end">{shown(field, here)}</td>
            <td className="end">{shown(field, there)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
