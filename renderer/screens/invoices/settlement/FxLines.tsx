import type { SettlementShown } from '../../../../services/contract/settlement.ts';
import { useGo } from '../../../app/place.ts';
import { useTell } from '../../../i18n/told.ts';
import { useWordOf, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/payables.json';
import { Amount, Ident } from '../../../ui/index.ts';
import './settlement.css';

/** Differences of currencies, each on a line of its own with the way to it. */
export function FxLines({ s }: { s: SettlementShown }) {
  const t = useWords<typeof words>('payables');
  const word = useWordOf('payables');
  const { sentence } = useTell();
  const go = useGo();
  const lines = s.lines.filter((line) => line.kind === 'own-rate' || line.kind === 'payment-rate');
  if (lines.length === 0) return null;
  return (
    <>
      <table className="links fx-lines" aria-label={t('fx')}>
        <caption className="visually-hidden">{t('fx')}</caption>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.kind} ${line.source?.reference}`} data-line={line.kind}>
              <td>
                <button type="button" className="link" onClick={() => go('/wht', { doc: line.source?.reference ?? '' })}>
                  <Ident value={line.source?.reference ?? ''} length={22} />
                </button>{' '}
                {word(`fxKind.${line.kind}`)}
                <span className="links-sub">{line.formula && sentence(line.formula)}</span>
              </td>
              <td>
                <Amount value={line.value} currency={line.currency} showCurrency plainZero />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="inspector-note">
        {t('fx')}: {t('fxText')}
      </p>
    </>
  );
}
