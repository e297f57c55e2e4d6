import { Button } from '@mantine/core';
import { minorUnits } from '../../../domain/money/minor-units.ts';
import type { Amount } from '../../../domain/money/amount.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/payables.json';
import { amountText } from '../../ui/index.ts';
import type { Shares } from '../documents/amounts.ts';
import { overNet, takenNet } from './net-suggestion.ts';
import type { NetPayables } from './useNetPayable.ts';

/** What is to be paid where tax is withheld by a known rate; taken only by pressing the button. */
export function NetSuggestion({
  nets,
  shares,
  currency,
  onTake,
}: {
  nets: NetPayables;
  shares: Shares;
  currency: string;
  onTake: (shares: Shares, amount: Amount) => void;
}) {
  const t = useWords<typeof words>('payables');
  const over = overNet(nets, shares);
  if (over.length === 0) return null;
  const text = (value: Amount): string => amountText(value, minorUnits(currency));
  const taken = takenNet(nets, shares);
  return (
    <section className="net-suggestion" aria-label={t('title')}>
      {over.map((net) => {
        const holes = { rate: net.ratePct, net: text(net.openCash), currency, wht: text(net.openCertificates) };
        return (
          <p key={`${net.vendor}:${net.invoice}`} className="inspector-note">
            {over.length > 1 ? `${net.invoice}: ` : ''}
            {net.rule === null ? t('suggestNoRule', holes) : t('suggest', { ...holes, rule: net.rule })}
          </p>
        );
      })}
      <Button size="compact-xs" variant="default" mt={6} onClick={() => onTake(taken.shares, taken.amount)}>
        {t('suggestTake', { net: text(taken.amount) })}
      </Button>
    </section>
  );
}
