import type { CardProps, SummaryCard } from '../card.ts';
import { StatementBeside } from '../StatementBeside.tsx';

export const statement: SummaryCard = {
  id: 'statement',
  word: 'card.statement',
  vendors: null,
  has: ({ data, currency }) => data.statement[currency] !== undefined,
  Card: ({ data, currency, vendor, account }: CardProps) => {
    const sums = data.statement[currency];
    return sums ? <StatementBeside statement={sums} currency={currency} period={data.period} vendor={vendor} account={account} /> : null;
  },
};
