import type { TaxIdVerdict as Verdict } from '../../../domain/tax-ids/check.ts';
import { useTell } from '../../i18n/told.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/taxIds.json';
import { StatusMark } from '../../ui/index.ts';

/** What is known of a number: fits, unusual or the wrong shape, with the reason and how it is written on paper. */
export function TaxIdVerdict({ verdict, typed }: { verdict: Verdict; typed: string }) {
  const t = useWords<typeof words>('taxIds');
  const tell = useTell();
  const { outcome, depth, formatted, scheme, reasons } = verdict;
  const label = outcome === 'ok' ? t(`ok.${depth}`) : outcome === 'unusual' ? t('unusual') : t('wrongShape');
  const mark = outcome === 'ok' ? (depth === 'nothing' ? 'missing' : 'pass') : outcome === 'unusual' ? 'due' : 'fail';
  return (
    <div className="tax-id-verdict" role="status">
      <StatusMark mark={mark} label={label} />
      {scheme !== null && formatted !== typed.trim() && (
        <span className="dim">
          {scheme} <span className="ident">{formatted}</span>
        </span>
      )}
      {reasons.map((reason) => (
        <span key={reason.template} className="tax-id-reason">
          {tell.sentence(reason)}
        </span>
      ))}
    </div>
  );
}
