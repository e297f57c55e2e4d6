import type { SummaryCheck } from '../../../../services/contract/bills-summary.ts';
import { useWords } from '../../../i18n/index.ts';
import { useTell } from '../../../i18n/told.ts';
import type words from '../../../i18n/en/summary.json';
import { StatusMark } from '../../../ui/index.ts';

/** What the figures are held to, each with its arithmetic. */
export function Checks({ checks }: { checks: readonly SummaryCheck[] }) {
  const t = useWords<typeof words>('summary');
  const { sentence } = useTell();
  if (checks.length === 0) return null;
  return (
    <ul className="held" aria-label={t('checks')}>
      {checks.map((check) => (
        <li key={check.id}>
          <StatusMark mark={check.status} label={t(`held.${check.id.replace('.', '-') as 'total-paid'}`)} />
          <span className="line-arithmetic">{sentence(check.said)}</span>
          {check.status === 'explained' && <span className="held-note">{t('explainedByRefunds')}</span>}
        </li>
      ))}
    </ul>
  );
}
