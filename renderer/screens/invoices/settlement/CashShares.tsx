import { useGo } from '../../../app/place.ts';
import { useWordOf, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/payables.json';
import type { SettlementShown } from '../../../../services/contract/settlement.ts';
import { Amount, Ident } from '../../../ui/index.ts';
import './settlement.css';

/** Each payment's share of base and tax, oldest first, with the sums. */
export function CashShares({ s }: { s: SettlementShown }) {
  const t = useWords<typeof words>('payables');
  const word = useWordOf('payables');
  const go = useGo();
  const cell = (value: string | null) => <td>{value !== null && <Amount value={value} currency={s.currency} plainZero column={2} />}</td>;
  return (
    <>
      <table className="cash-shares" aria-label={t('shares')}>
        <caption>{t('shares')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('payment')}</th>
            <th scope="col">{t('cash')}</th>
            <th scope="col">{t('withheldShort')}</th>
            <th scope="col">{t('gross')}</th>
            <th scope="col">{t('base')}</th>
          </tr>
        </thead>
        <tbody>
          {s.shares.map((share) => (
            <tr key={share.payment}>
              <th scope="row">
                <button type="button" className="link" onClick={() => go('/payments', { doc: String(share.payment) })}>
                  <Ident value={share.reference} length={11} />
                </button>
                <span className="links-sub">{share.date}</span>
              </th>
              {cell(share.cash)}
              {cell(share.withheld)}
              {cell(share.gross)}
              {cell(share.base)}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="inspector-note">
        {word(`kind.${s.kind}`)} {t('policy', { policy: s.policy })}
      </p>
    </>
  );
}
