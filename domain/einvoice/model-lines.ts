import type { DateText, DecimalText, Identifier } from './model-terms.ts';

/** BG-14 of the document, BG-26 of a line; both days inclusive. */
export interface Period {
  /** BT-73, BT-134 */
  first?: DateText;
  /** BT-74, BT-135 */
  last?: DateText;
}

/** A VAT category and its rate. */
export interface NamedTax {
  /** UNCL 5305: S standard, Z zero, E exempt, AE reverse charge, K intra-community, G export, O outside, L IGIC, M IPSI. BT-95, BT-102, BT-118, BT-151 */
  category?: string;
  /** Percent. BT-96, BT-103, BT-119, BT-152 */
  rate?: DecimalText;
  /** The tax that it is of, as written, where it is not VAT ('' where none is named): the rules know VAT alone. */
  scheme?: string;
}

/** BG-20 and BG-27 allowance, BG-21 and BG-28 charge; those of a line have no tax of their own. */
export interface AllowanceCharge {
  /** BT-92, BT-99, BT-136, BT-141 */
  amount?: DecimalText;
  /** BT-93, BT-100, BT-137, BT-142 */
  base?: DecimalText;
  /** BT-94, BT-101, BT-138, BT-143 */
  percent?: DecimalText;
  /** BT-95 and BT-96, BT-102 and BT-103 */
  tax?: NamedTax;
  /** BT-97, BT-104, BT-139, BT-144 */
  reason?: string;
  /** BT-98 and BT-140: UNCL 5189; BT-105 and BT-145: UNCL 7161 */
  reasonCode?: string;
}

/** BG-25 */
export interface Line {
  /** BT-126 */
  id?: string;
  /** BT-127 */
  note?: string;
  /** BT-128 */
  object?: Identifier;
  /** BT-129 */
  quantity?: DecimalText;
  /** BT-130, UN/ECE Recommendation 20 or 21 */
  unit?: string;
  /** BT-131, without VAT, after the line's own allowances and charges */
  net?: DecimalText;
  /** BT-132 */
  orderLine?: string;
  /** BT-133 */
  accountingReference?: string;
  /** BG-26 */
  period?: Period;
  /** BG-27 */
  allowances?: AllowanceCharge[];
  /** BG-28 */
  charges?: AllowanceCharge[];
  /** BG-29 */
  price?: Price;
  /** BG-30: BT-151, BT-152 */
  tax?: NamedTax;
  /** BG-31 */
  item?: Item;
}

/** BG-29 */
export interface Price {
  /** BT-146 */
  net?: DecimalText;
  /** BT-147 */
  discount?: DecimalText;
  /** BT-148 */
  gross?: DecimalText;
  /** BT-149: the price is for that many units; absent is one */
  per?: DecimalText;
  /** BT-150 */
  perUnit?: string;
}

/** BG-31 */
export interface Item {
  /** BT-153 */
  name?: string;
  /** BT-154 */
  description?: string;
  /** BT-155 */
  sellerId?: string;
  /** BT-156 */
  buyerId?: string;
  /** BT-157; the scheme is an ICD code */
  standardId?: Identifier;
  /** BT-158 */
  classes?: ItemClass[];
  /** BT-159 */
  origin?: string;
  /** BG-32: BT-160 name, BT-161 value */
  attributes?: { name?: string; value?: string }[];
}

/** BT-158 with its list (UNCL 7143) and the list's version. */
export interface ItemClass {
  code?: string;
  list?: string;
  version?: string;
}
