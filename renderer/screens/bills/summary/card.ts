import type { ComponentType } from 'react';
import type { Output } from '../../../../services/contract/index.ts';
import type { HeldTo } from '../../../app/held-to.ts';
import type { KeyOf } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/summary.json';

export type SummaryData = Output<'bills/summary'>;
export type Settlement = SummaryData['settlement'][number];
export type Measures = SummaryData['totals'][string];
export const VENDORS = ['huawei', 'tencent', 'qingcloud', 'zilliz', 'other'] as const;
export type VendorName = (typeof VENDORS)[number];

/** What every card is given: the period's answer, and the one currency that is looked into. */
export interface CardProps {
  data: SummaryData;
  currency: string;
  vendor: VendorName | null;
  account: HeldTo;
  measures: Measures;
  settlement: Settlement | null;
}

/** A card of the bill summary: one file of `cards/`, and one line in its list. */
export interface SummaryCard {
  id: string;
  /** Its name in summary.json. */
  word: Extract<KeyOf<typeof words>, `card.${string}`>;
  /** Vendors that it is for; null: every one. */
  vendors: readonly VendorName[] | null;
  /** Whether there is anything to show; a card without is left out. */
  has: (props: CardProps) => boolean;
  Card: ComponentType<CardProps>;
}

/** The card's groups in the currency. */
export const groupsIn = (cards: SummaryData['byVendor'], currency: string): SummaryData['byVendor'][number]['groups'] =>
  cards.find((card) => card.currency === currency)?.groups ?? [];

/** Vendors with bills of the period in the currency. */
export const vendorsIn = (data: SummaryData, currency: string): Set<string> =>
  new Set(groupsIn(data.byVendor, currency).map((group) => group.label));
