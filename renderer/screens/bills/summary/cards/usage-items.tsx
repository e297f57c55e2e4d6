import { useWordOf, useWords } from '../../../../i18n/index.ts';
import type words from '../../../../i18n/en/summary.json';
import { sumPresent } from '../../../../../domain/bill/summary/hold.ts';
import { grouped } from '../../../../app/duration.ts';
import { Amount, Card, widestFraction } from '../../../../ui/index.ts';
import { useBillWords } from '../../words.ts';
import type { CardProps, SummaryCard } from '../card.ts';

const itemsIn = ({ data, currency }: Pick<CardProps, 'data' | 'currency'>) => data.usageItems.filter((item) => item.currency === currency);

/** What a Zilliz Cloud month was used for: compute, storage, backup, reading, writing. */
function ItemsCard(props: CardProps) {
  const { currency } = props;
  const t = useWords<typeof words>('summary');
  const itemWord = useWordOf('summary');
  const { t: bill, column } = useBillWords();
  const items = itemsIn(props);
  const places = widestFraction(items.map((item) => item.payable));
  return (
    <Card
      title={t('card.usageItems')}
      aside={<Amount value={sumPresent(items.map((item) => item.payable))} currency={currency} showCurrency />}
    >
      <table className="plain" aria-label={t('card.usageItems')}>
        <thead>
          <tr>
            <th scope="col">{t('chargeItem')}</th>
            <th scope="col" className="end">
              {column('payable')} <span className="unit">{currency}</span>
            </th>
            <th scope="col" className="end">
              {bill('linesHead')}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.item ?? ''}>
              <th scope="row">{item.item === null ? bill('noValue') : itemWord(`item.${item.item}`, item.item)}</th>
              <td className="end">
                <Amount value={item.payable} currency={currency} column={places} />
              </td>
              <td className="end dim">{grouped(item.lines)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

export const usageItems: SummaryCard = {
  id: 'usageItems',
  word: 'card.usageItems',
  vendors: ['zilliz'],
  has: (props) => itemsIn(props).length > 0,
  Card: ItemsCard,
};
