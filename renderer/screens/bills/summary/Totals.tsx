import type { Output } from '../../../../services/contract/index.ts';
import { grouped } from '../../../app/duration.ts';
import { Amount } from '../../../ui/index.ts';
import { useBillWords } from '../words.ts';

/** The total of each currency of the period, side by side and never added; one of them is looked into below. */
export function Totals({
  data,
  currency,
  onChoose,
}: {
  data: Output<'bills/summary'>;
  currency: string;
  onChoose: (currency: string) => void;
}) {
  const { t } = useBillWords();
  const all = Object.keys(data.totals);
  const lines = (code: string): number =>
    data.byVendor.find((card) => card.currency === code)?.groups.reduce((n, g) => n + g.lines, 0) ?? 0;
  return (
    <div className="summary-totals" role={all.length > 1 ? 'group' : undefined} aria-label={all.length > 1 ? t('col.currency') : undefined}>
      {all.map((code) => {
        const body = (
          <>
            <span className="summary-total-name">
              {t('total')} · {t('lines', { count: lines(code), n: grouped(lines(code)) })}
            </span>
            <Amount value={data.total[code] ?? null} currency={code} showCurrency size="key" plainZero />
          </>
        );
        return all.length === 1 ? (
          <div key={code} className="summary-total only">
            {body}
          </div>
        ) : (
          <button key={code} type="button" className="summary-total" aria-pressed={code === currency} onClick={() => onChoose(code)}>
            {body}
          </button>
        );
      })}
      <p className="summary-note">{t('totalNote')}</p>
    </div>
  );
}
