import { useMemo } from 'react';
import { priceSteps, type PriceStep } from '../../../../../domain/bill/summary/price-steps.ts';
import { exactTotal } from '../../../../../domain/bill/total.ts';
import { useWords } from '../../../../i18n/index.ts';
import type words from '../../../../i18n/en/summary.json';
import { amountText, Card, Chart, minorPlaces, waterfallOption, type WaterfallStep } from '../../../../ui/index.ts';
import { useBillWords } from '../../words.ts';
import type { CardProps, SummaryCard } from '../card.ts';

/** The steps of the price in the currency that is looked into. */
const stepsOf = ({ measures, settlement }: Pick<CardProps, 'measures' | 'settlement'>): PriceStep[] =>
  priceSteps(measures, settlement?.figures.find((figure) => figure.id === 'total')?.exact ?? exactTotal(measures));

function PriceCard({ currency, measures, settlement }: CardProps) {
  const t = useWords<typeof words>('summary');
  const { t: bill, column } = useBillWords();
  const places = minorPlaces(currency);
  const steps = useMemo(
    () =>
      stepsOf({ measures, settlement }).map(({ id, ...step }): WaterfallStep => {
        const own = id === 'unlisted' || id === 'refundsApart';
        return { ...step, name: own ? t(id) : id === 'total' ? bill('total') : column(id) };
      }),
    [measures, settlement, t, bill, column],
  );
  const option = useMemo(
    () =>
      waterfallOption(steps, (place) => {
        const step = steps[place];
        return step ? `${step.name}\n${amountText(step.amount, places)} ${currency}` : '';
      }),
    [steps, places, currency],
  );
  return (
    <Card title={t('card.price')} aside={<span className="unit">{currency}</span>}>
      <Chart
        name={`price-${currency}`}
        label={t('card.price')}
        height={240}
        option={option}
        table={{ columns: [t('step'), currency], rows: steps.map((step) => [step.name, amountText(step.amount, places)]) }}
      />
    </Card>
  );
}

export const price: SummaryCard = {
  id: 'price',
  word: 'card.price',
  vendors: null,
  // Two bars of the same height say nothing.
  has: (props) => stepsOf(props).length > 2,
  Card: PriceCard,
};
