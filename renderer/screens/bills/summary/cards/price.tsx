import { useMemo } from 'react';
import { exactTotal } from '../../../../../domain/bill/total.ts';
import { isZero, negate, type Amount } from '../../../../../domain/money/amount.ts';
import { useWords } from '../../../../i18n/index.ts';
import type words from '../../../../i18n/en/summary.json';
import { amountText, Card, Chart, minorPlaces, waterfallOption, type WaterfallStep } from '../../../../ui/index.ts';
import { useBillWords } from '../../words.ts';
import type { CardProps, Measures, SummaryCard } from '../card.ts';

/** From the list price to the total; what the bill does not print, or what is zero, has no step. */
export function priceSteps(measures: Measures, names: (id: string) => string): WaterfallStep[] {
  const total = (id: string, amount: Amount | null): WaterfallStep[] =>
    amount === null ? [] : [{ name: names(id), amount, kind: 'total' }];
  const less = (id: string, amount: Amount | null): WaterfallStep[] =>
    amount === null || isZero(amount) ? [] : [{ name: names(id), amount: negate(amount), kind: 'change' }];
  return [
    ...total('listPrice', measures.listPrice),
    ...less('discount', measures.discount),
    ...less('roundingOff', measures.roundingOff),
    ...total('payable', measures.payable),
    ...less('coupon', measures.coupon),
    ...less('flexiCoupon', measures.flexiCoupon),
    ...total('total', exactTotal(measures)),
  ];
}

function PriceCard({ currency, measures }: CardProps) {
  const t = useWords<typeof words>('summary');
  const { t: bill, column } = useBillWords();
  const places = minorPlaces(currency);
  const steps = useMemo(() => priceSteps(measures, (id) => (id === 'total' ? bill('total') : column(id))), [measures, bill, column]);
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
  has: ({ measures }) => priceSteps(measures, (id) => id).length > 2,
  Card: PriceCard,
};
