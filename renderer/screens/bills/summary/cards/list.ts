import type { SummaryCard } from '../card.ts';
import { bill } from './bill.tsx';
import { account, billingMode, billType, product, productType, project, region, vendor } from './breakdowns.tsx';
import { coupons } from './coupons.tsx';
import { cycle } from './cycle.tsx';
import { discounts } from './discounts.tsx';
import { payments } from './payments.tsx';
import { price } from './price.tsx';
import { refunds } from './refunds.tsx';
import { statement } from './statement.tsx';
import { tags } from './tags.tsx';
import { trend } from './trend.tsx';
import { usageItems } from './usage-items.tsx';

/** Every card in the order that the program gives them. A new one is a file of this folder and a line here. */
export const CARDS: readonly SummaryCard[] = [
  bill,
  payments,
  cycle,
  trend,
  price,
  productType,
  account,
  discounts,
  coupons,
  refunds,
  statement,
  usageItems,
  billingMode,
  billType,
  vendor,
  product,
  project,
  region,
  tags,
];
