import { Button } from '@mantine/core';
import { isZero } from '../../../../domain/money/amount.ts';
import type { MoneyShown, ProposalShown } from '../../../../services/contract/match.ts';
import { useWords } from '../../../i18n/index.ts';
import { useTell } from '../../../i18n/told.ts';
import type words from '../../../i18n/en/match.json';
import { Amount, StatusMark } from '../../../ui/index.ts';

/** What the money may be for: why, how the amount comes about, and what is left over. Enter or its number takes it. */
export function ProposalCard({
  money,
  proposal: p,
  n,
  cursor,
  chosen,
  onTake,
}: {
  money: MoneyShown;
  proposal: ProposalShown;
  n: number;
  cursor: boolean;
  chosen: boolean;
  onTake: () => void;
}) {
  const t = useWords<typeof words>('match');
  const tell = useTell();
  const numbers = p.payment ? t('inBook', { reference: p.payment.reference }) : p.lines.map((l) => l.invoice).join(', ');
  const parties = [...new Set(p.lines.map((l) => l.party).filter((x) => x !== ''))].join(', ');
  const wht = p.lines.flatMap((l) => (l.wht ? [{ ...l.wht, currency: l.currency }] : []));
  return (
    <article className="mt-proposal" data-cursor={cursor} data-chosen={chosen} aria-label={numbers}>
      <div className="mt-proposal-head">
        <kbd>{n}</kbd>
        <b>{numbers}</b>
        <span className="mt-party dim">{parties}</span>
        {p.exact && <StatusMark mark="pass" label={t('exact')} />}
        <span className="dim" title={t('scoreHelp')}>
          {t('score', { score: p.score })}
        </span>
        {chosen ? (
          <StatusMark mark="pass" label={t('taken')} />
        ) : (
          <Button
            size="compact-xs"
            variant="default"
            tabIndex={cursor ? 0 : -1}
            onClick={onTake}
            aria-label={t('takeThis', { n, numbers })}
          >
            {t('take')}
          </Button>
        )}
      </div>
      <div className="mt-steps">
        {p.steps.map((step, at) => (
          <span key={at}>{tell.sentence(step)}</span>
        ))}
        {wht.map((w, at) => (
          <span key={`w${at}`} className="mt-cert">
            {t('certificate', { amount: w.amount, currency: w.currency })}
          </span>
        ))}
        {!isZero(p.residual) && (
          <span>
            {t('residual')} <Amount value={p.residual} currency={money.currency} showCurrency />
          </span>
        )}
      </div>
      <ul className="mt-chips" aria-label={t('reasons')}>
        {p.reasons
          .filter((r) => r.weight !== 0 || p.reasons.length === 1)
          .map((reason, at) => (
            <li key={at} data-against={reason.weight < 0} data-strong={reason.weight >= 30}>
              {tell.sentence(reason.said)}
              <span className="mt-weight" aria-hidden="true">
                {reason.weight < 0 ? `\u2212${-reason.weight}` : `+${reason.weight}`}
              </span>
            </li>
          ))}
      </ul>
    </article>
  );
}
