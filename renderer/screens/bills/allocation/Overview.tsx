import { useLanguage } from '../../../i18n/index.ts';
import { useTell } from '../../../i18n/told.ts';
import { Amount, KeyFigures, StatusMark } from '../../../ui/index.ts';
import { STAGES } from './figures.ts';
import type { SummaryData } from './Groups.tsx';
import type { Shown } from './useAllocation.ts';
import { useAllocationWords } from './words.ts';

/** The four figures of the month, the checks that hold them together, what is left out, and the rules by name. */
export function Overview({ data, currency, show }: { data: SummaryData; currency: string | null; show: (next: Shown) => void }) {
  const { t } = useAllocationWords();
  const shown = currency === null ? Object.keys(data.totals) : [currency];
  return (
    <div className="allocation-overview">
      {shown.flatMap((code) => {
        const standing = data.totals[code];
        const effective = data.effective[code];
        return standing
          ? [
              <KeyFigures
                key={code}
                figures={[
                  ...STAGES.map((stage) => ({ label: t(`stage.${stage}`), value: standing[stage].total, currency: code })),
                  ...(effective === undefined ? [] : [{ label: t('effective'), value: effective, currency: code }]),
                ]}
              />,
            ]
          : [];
      })}
      {data.missing.lines > 0 && (
        <p className="allocation-missing">
          <StatusMark mark="missing" label={t('withoutTerm', { count: data.missing.lines })} />{' '}
          {Object.entries(data.missing.totals).map(([code, sum]) => (
            <span key={code}>
              <Amount value={sum} currency={code} showCurrency plainZero />{' '}
            </span>
          ))}
          <button type="button" className="link" onClick={() => show('missing')}>
            {t('showMissing')}
          </button>
        </p>
      )}
      <div className="allocation-held">
        <Checks data={data} shown={shown} />
        <Rules policies={data.policies} />
      </div>
    </div>
  );
}

/** What agrees folds into one line; what does not stands open. */
function Checks({ data, shown }: { data: SummaryData; shown: readonly string[] }) {
  const { t } = useAllocationWords();
  const checks = data.checks.filter(({ currency }) => shown.includes(currency));
  if (checks.length === 0) return null;
  const failed = checks.filter(({ pass }) => !pass);
  return (
    <>
      {failed.length > 0 && <CheckList checks={failed} />}
      <details className="allocation-rules">
        <summary>
          <StatusMark
            mark={failed.length === 0 ? 'pass' : 'fail'}
            label={t('agree', { count: checks.length, n: checks.length - failed.length })}
          />
        </summary>
        <CheckList checks={checks} />
      </details>
    </>
  );
}

function CheckList({ checks }: { checks: SummaryData['checks'] }) {
  const { t } = useAllocationWords();
  const { sentence } = useTell();
  return (
    <ul className="allocation-checks" aria-label={t('checks')}>
      {checks.map(({ id, currency, title, left, right, difference, pass }) => (
        <li key={`${id} ${currency}`}>
          <StatusMark mark={pass ? 'pass' : 'fail'} label={sentence(title)} />{' '}
          <span className="dim">
            <Amount value={left} currency={currency} plainZero /> {pass ? '=' : '≠'}{' '}
            <Amount value={right} currency={currency} showCurrency plainZero />
            {pass ? null : (
              <>
                {' '}
                · {t('difference')} <Amount value={difference} currency={currency} plainZero />
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

export function Rules({ policies }: { policies: SummaryData['policies'] }) {
  const { t } = useAllocationWords();
  const zh = useLanguage() === 'zh-CN';
  if (policies.length === 0) return null;
  return (
    <details className="allocation-rules">
      <summary>{t('rules')}</summary>
      <ul>
        {policies.map((policy) => (
          <li key={policy.id}>
            {zh ? policy.titleZh : policy.title} <span className="dim">· {zh ? policy.sourceZh : policy.source}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
