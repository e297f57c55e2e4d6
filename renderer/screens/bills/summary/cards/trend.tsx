import type { CardProps, SummaryCard } from '../card.ts';
import { Trend } from '../Trend.tsx';

export const trend: SummaryCard = {
  id: 'trend',
  word: 'card.trend',
  vendors: null,
  has: () => true,
  Card: ({ data, currency, vendor, account }: CardProps) => (
    <Trend currency={currency} period={data.period} vendor={vendor} account={account} />
  ),
};
