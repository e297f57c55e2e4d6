import type { Check } from '../../../services/contract/reconcile.ts';
import { useLanguage, useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/reconcile.json';
import { Amount, Card } from '../../ui/index.ts';

/** What the difference is made of: each part by its kind, with what to do about it. */
export function CheckFindings({ check }: { check: Check }) {
  const t = useWords<typeof words>('reconcile');
  const zh = useLanguage() === 'zh-CN';
  return (
    <Card title={t('kinds')}>
      <ul className="findings">
        {check.findings.map((finding, index) => (
          <li key={`${finding.kind}-${index}`} className="finding">
            <span className="chip">{zh ? finding.titleZh : finding.title}</span>
            <div className="finding-text">
              <p>{zh ? finding.textZh : finding.text}</p>
              <p className="dim">{zh ? finding.remedyZh : finding.remedy}</p>
            </div>
            <Amount value={finding.amount} currency={check.currency} plainZero showCurrency={false} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
