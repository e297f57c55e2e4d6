import { z } from 'zod';
import { HELD_IDS } from '../../domain/bill/summary/hold.ts';
import { filter } from './bills.ts';
import { invoiceStatus } from './invoices.ts';
import { command, query } from './procedure.ts';
import {
  amount,
  amountOrMissing,
  currency,
  documentNumber,
  instant,
  measures,
  nothing,
  period,
  plainDate,
  said,
  totalsByCurrency,
  vendor,
} from './schema.ts';

const accountSet = z.array(z.string().max(200)).max(500).nullish();

const part = z.object({ label: z.string(), filter: z.array(filter), amounts: measures, lines: z.number() });
const card = z.object({ currency, groups: z.array(part) });

/** Units of `to` for one unit of `from`. `stated`: by a vendor's invoice of the period; `entered`: by the user, which counts first. */
const rate = z.object({
  period,
  from: currency,
  to: currency,
  rate: amount,
  origin: z.enum(['entered', 'stated']),
  /** The invoice or receipt that states it. */
  document: z.string().nullable(),
});
export type Rate = z.infer<typeof rate>;

export const SUMMARY_FIGURES = [
  'total',
  'cloud',
  'cloud.realtime',
  'cloud.monthly',
  'cloud.untold',
  'store',
  'store.realtime',
  'store.monthly',
  'store.untold',
  'details',
  'refunds',
  'coupons',
  'writeOff',
  'remaining',
] as const;

const figure = z.object({
  id: z.enum(SUMMARY_FIGURES),
  exact: amount,
  /** As a billing page prints it: rounded by the policy, by itself. */
  printed: amount,
  /** In the payment currency, from the printed amount; null without a rate. */
  converted: amountOrMissing,
  /** Opens exactly its lines; null where no filter holds them, or where it is not made of lines. */
  filter: z.array(filter).nullable(),
});
export type SummaryFigure = z.infer<typeof figure>;

const held = z.object({
  id: z.enum(HELD_IDS),
  left: amount,
  right: amount,
  difference: amount,
  /** `explained`: the difference is exactly the cash refunds, which the total leaves out and the amount due takes in. */
  status: z.enum(['pass', 'explained', 'fail']),
  arithmetic: z.string(),
  said,
});
export type SummaryCheck = z.infer<typeof held>;

const settlement = z.object({
  currency,
  /** Name of the rounding policy of the printed total (domain/money). */
  policy: z.string(),
  rate: rate.nullable(),
  figures: z.array(figure),
  checks: z.array(held),
});
export type SummarySettlement = z.infer<typeof settlement>;

const paper = z.object({
  vendor,
  number: documentNumber,
  kind: z.enum(['invoice', 'credit-note']),
  date: plainDate,
  due: plainDate.nullable(),
  status: invoiceStatus,
  net: amount,
  tax: amount,
  total: amount,
  paid: amount,
  withheld: amount,
  credited: amount,
  open: amount,
  /** The month by UTC where the vendor bills by it: from the first instant up to, not including, the second. */
  cycle: z.object({ from: instant, until: instant }).nullable(),
  /** Vendor's own figures in the currency's main unit. */
  figures: z.record(z.string(), amount),
});

const payments = z.object({
  currency,
  /** The earliest day by which something open must be paid. */
  due: plainDate.nullable(),
  invoiced: amount,
  paid: amount,
  withheld: amount,
  credited: amount,
  remaining: amount,
  invoices: z.array(paper),
  /** What lies on the invoices: payments, and live certificates of tax withheld. */
  shares: z.array(
    z.object({
      kind: z.enum(['payment', 'certificate']),
      invoice: documentNumber,
      vendor,
      reference: z.string(),
      date: plainDate,
      amount,
    }),
  ),
});
export type SummaryPayments = z.infer<typeof payments>;

/** A coupon of the book's lists that was valid in the period. `used`: face value less balance, over its whole life. */
const coupon = z.object({
  row: z.number().int(),
  vendor,
  currency: z.string().nullable(),
  id: z.string().nullable(),
  name: z.string().nullable(),
  status: z.string().nullable(),
  effective: z.string().nullable(),
  expires: z.string().nullable(),
  value: amountOrMissing,
  balance: amountOrMissing,
  used: amountOrMissing,
});

/** A usage charge that stands beside the invoice that counts as the bill (Zilliz Cloud). */
const item = z.object({ vendor, currency, item: z.string().nullable(), payable: amountOrMissing, lines: z.number() });

const layoutEntry = z.object({ id: z.string().regex(/^[a-zA-Z][a-zA-Z-]{0,39}$/), shown: z.boolean() });
const layout = z.array(layoutEntry).max(60);

export const billsSummary = {
  'bills/summary': query(
    z.object({
      period,
      vendor: vendor.nullable().default(null),
      account: z.string().nullable().default(null),
      /** Only lines of these accounts, such as a company's; beside `account`, both hold. */
      accounts: accountSet,
      /** Payment currency; left out: the one that the book keeps. */
      into: currency.nullable().optional(),
    }),
    z.object({
      period,
      /** Estimated before the bill is drawn up on the 3rd of the following month. */
      status: z.enum(['estimated', 'final', 'empty']),
      /** Sum of payable less coupons, half-up to the currency's places: what the vendor's page calls total. */
      total: z.record(currency, amount),
      totals: totalsByCurrency,
      lines: z.number(),
      byVendor: z.array(card),
      byProductType: z.array(card),
      byAccount: z.array(card),
      byBillType: z.array(card),
      byBillingMode: z.array(card),
      /** Statement total beside the detail total where a statement was imported. */
      statement: totalsByCurrency,
      /** Real-time and monthly-settled, of the vendor and its marketplace; with what they are held to. One a currency. */
      settlement: z.array(settlement),
      /** Bill types that give money back, of `byBillType`. */
      refunds: z.array(card),
      /** Invoices of the period and what is laid against them. Empty where an account is asked for: invoices have none. */
      payments: z.array(payments),
      coupons: z.array(coupon),
      usageItems: z.array(item),
    }),
  ),
  /** Discounts of the period by the type that the bill prints, read from the kept rows; null: the row prints none. */
  'bills/discountTypes': query(
    z.object({ period, vendor: vendor.nullable().default(null), account: z.string().nullable().default(null), accounts: accountSet }),
    z.object({
      types: z.array(
        z.object({
          currency,
          type: z.string().nullable(),
          discount: amount,
          lines: z.number(),
          /** The lines with the largest discounts. */
          largest: z.array(z.object({ id: z.number().int(), name: z.string().nullable(), discount: amount })),
        }),
      ),
    }),
  ),
  /** Rates that hold in the period: entered ones and those that a vendor's invoice states; and the payment currency of the book. */
  'bills/rates': query(
    z.object({ period: period.nullable().default(null) }),
    z.object({ into: currency.nullable(), rates: z.array(rate) }),
  ),
  /** Keeps a rate above zero for the month and pair; null forgets it. */
  'bills/setRate': command(z.object({ period, from: currency, to: currency, rate: amountOrMissing }), z.object({ rates: z.array(rate) }), [
    'bills',
  ]),
  'bills/setPaymentCurrency': command(z.object({ into: currency.nullable() }), z.object({ into: currency.nullable() }), ['bills']),
  /** The cards of the bill summary in the user's order; null: nothing was changed. */
  'book/summaryLayout': query(nothing, z.object({ cards: layout.nullable() })),
  'book/setSummaryLayout': command(z.object({ cards: layout.nullable() }), z.object({ cards: layout.nullable() }), ['book']),
};
