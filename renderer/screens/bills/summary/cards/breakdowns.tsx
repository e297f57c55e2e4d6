import { useBillWords } from '../../words.ts';
import { Breakdown } from '../Breakdown.tsx';
import { groupsIn, vendorsIn, type CardProps, type SummaryCard, type SummaryData } from '../card.ts';
import { QueryBreakdown } from '../QueryBreakdown.tsx';
import { Shares } from '../Shares.tsx';

type Part = 'byVendor' | 'byProductType' | 'byAccount' | 'byBillType' | 'byBillingMode';
type Column = 'vendor' | 'productType' | 'account' | 'billType' | 'billingMode';
const groups = (data: SummaryData, part: Part, currency: string) => groupsIn(data[part], currency);

/** A card of what the summary's answer is parted by already. */
const ofAnswer = (id: string, part: Part, column: Column, picture = false): SummaryCard => ({
  id,
  word: `card.${column}`,
  vendors: null,
  // One vendor alone, or a column that no line has, says nothing.
  has: ({ data, currency }) => groups(data, part, currency).filter(({ label }) => label !== '').length > (column === 'vendor' ? 1 : 0),
  Card: ({ data, currency, account: own, measures }: CardProps) => {
    const { t } = useBillWords();
    const found = groups(data, part, currency);
    return (
      <Breakdown
        title={t(`by.${column}`)}
        groups={found}
        column={column}
        currency={currency}
        total={measures.payable}
        account={own}
        picture={picture ? <Shares groups={found} column={column} currency={currency} account={own} title={t(`by.${column}`)} /> : null}
      />
    );
  },
});

/** A card of what only some vendors’ pages are parted by: asked for when it is shown. */
const asked = (id: string, column: 'product' | 'enterpriseProject' | 'region', vendors: SummaryCard['vendors']): SummaryCard => ({
  id,
  word: `card.${column}`,
  vendors,
  has: ({ data, currency }) => vendors === null || vendors.some((name) => vendorsIn(data, currency).has(name)),
  Card: (props: CardProps) => <QueryBreakdown {...props} column={column} word={`card.${column}`} />,
});

export const productType = ofAnswer('productType', 'byProductType', 'productType', true);
export const account = ofAnswer('account', 'byAccount', 'account');
export const billingMode = ofAnswer('billingMode', 'byBillingMode', 'billingMode');
export const billType = ofAnswer('billType', 'byBillType', 'billType');
export const vendor = ofAnswer('vendor', 'byVendor', 'vendor');
/** Tencent Cloud's bill overview: by product, project, region, billing mode and tag. */
export const product = asked('product', 'product', ['tencent']);
export const project = asked('project', 'enterpriseProject', ['tencent']);
export const region = asked('region', 'region', ['tencent']);
