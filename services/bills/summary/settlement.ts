import type { Group } from '../../../db/queries/bills-groups.ts';
import { kindInTotal } from '../../../domain/bill/summary/charge-kind.ts';
import { sumPresent, type Held } from '../../../domain/bill/summary/hold.ts';
import { sellerOf } from '../../../domain/bill/summary/seller.ts';
import { billFigures, PAID_BY, settlementHeld, type BillFigures, type ChargeSums } from '../../../domain/bill/summary/settlement.ts';
import { invoicePolicy } from '../../../domain/reconcile/policies.ts';
import { absolute, add, compare, equal, subtract, type Amount } from '../../../domain/money/amount.ts';
import { convert } from '../../../domain/money/conversion.ts';
import { currencyPlaces, round, type RoundingPolicy } from '../../../domain/money/rounding.ts';
import type { MeasureName } from '../../../domain/formats/fields.ts';
import type { Rate, SummaryCheck, SummaryFigure, SummaryPayments, SummarySettlement } from '../../contract/bills-summary.ts';
import type { Filter } from '../../contract/bills.ts';
import { ofCurrency, providerOf, valueOf } from './cards.ts';

export interface SettlementInput {
  currency: string;
  period: string;
  settlement: 'monthly' | 'non-monthly';
  /** Groups of this currency. */
  groups: readonly Group[];
  where: readonly Filter[];
  rate: Rate | null;
  payments: SummaryPayments | null;
  /** Tax on the invoices that the bill's lines do not carry. */
  taxBeside: Amount;
}

/** The bill summary of one currency: its figures as printed and converted, each with its lines, and what they are held to. */
export function settlementOf(input: SettlementInput): SummarySettlement {
  const { currency, groups, rate, payments } = input;
  const figures = billFigures(partsOf(groups));
  const vendors = [...new Set(groups.map((group) => valueOf(group, 'vendor') ?? 'other'))];
  const policy = policyOf(input, vendors);
  const printed = (exact: Amount): Amount => round(exact, policy);
  const opens = drills(input);
  const figure = (id: SummaryFigure['id'], exact: Amount | null, filter: readonly Filter[] | null): SummaryFigure[] =>
    exact === null
      ? []
      : [
          {
            id,
            exact,
            printed: printed(exact),
            converted: rate === null ? null : convert(printed(exact), rate.rate, rate.to).value,
            filter: filter === null ? null : [...filter],
          },
        ];
  const seller = (name: 'cloud' | 'store'): SummaryFigure[] => {
    const settled = figures[name];
    return [
      ...figure(name, settled.total, null),
      ...figure(`${name}.realtime`, settled.realtime, opens.realtime(name)),
      ...figure(`${name}.monthly`, settled.monthly, opens.monthly(name)),
      ...figure(`${name}.untold`, settled.untold === '0' ? null : settled.untold, null),
    ];
  };
  return {
    currency,
    policy: policy.id,
    rate,
    figures: [
      ...figure('total', figures.total, null),
      ...seller('cloud'),
      ...seller('store'),
      ...figure('details', figures.details, opens.all),
      ...figure('refunds', figures.refunds, opens.refunds),
      ...figure('coupons', figures.coupons, opens.coupons),
      ...figure('writeOff', figures.writeOff, opens.writeOff),
      ...figure('remaining', payments?.remaining ?? null, null),
    ],
    checks: [...figures.checks.map(told), ...paidCheck(input, figures, printed)],
  };
}

/** Who sells and what is given back is decided here and nowhere else. */
const partsOf = (groups: readonly Group[]): ChargeSums[] =>
  groups.map((group) => ({ seller: sellerIn(group), kind: kindIn(group), sums: group.sums }));

const kindIn = (group: Group): ReturnType<typeof kindInTotal> =>
  kindInTotal(valueOf(group, 'vendor') ?? 'other', valueOf(group, 'billType'));
const sellerIn = (group: Group): ReturnType<typeof sellerOf> =>
  sellerOf(valueOf(group, 'vendor') ?? 'other', { provider: providerOf(group), productType: valueOf(group, 'productType') });

/** The rule by which the vendor's page rounds its total; half-up to the currency's places where several vendors stand together. */
function policyOf(
  { period, settlement, currency }: SettlementInput,
  vendors: readonly string[],
): Pick<RoundingPolicy, 'id' | 'mode' | 'places'> {
  const [vendor] = vendors;
  const places = currencyPlaces(currency);
  if (vendors.length !== 1) return { id: `total.half-up-${places}`, mode: 'half-up', places };
  const policy = invoicePolicy({ vendor: vendor as Parameters<typeof invoicePolicy>[0]['vendor'], period, settlement, currency });
  return { id: policy.id, mode: policy.mode, places: Math.min(policy.places, places) };
}

/** Conditions that open the lines of each figure. */
function drills({ groups, currency, where }: SettlementInput) {
  const stores = groups.filter((group) => sellerIn(group) === 'store');
  const byProvider = [...new Set(stores.flatMap((group) => providerOf(group) ?? []))];
  const byType = [...new Set(stores.flatMap((group) => (providerOf(group) === null ? (valueOf(group, 'productType') ?? []) : [])))];
  const refundTypes = [...new Set(groups.flatMap((group) => (kindIn(group) === 'refund' ? (valueOf(group, 'billType') ?? []) : [])))];
  const base = [...where, ofCurrency(currency)];
  /** Null where two columns tell the sellers apart: one selection cannot hold lines of either. */
  const ofSeller = (seller: 'cloud' | 'store'): Filter[] | null => {
    if (byProvider.length > 0 && byType.length > 0) return null;
    const op = seller === 'store' ? 'in' : 'isNot';
    if (byProvider.length > 0) return [{ column: 'provider', op, value: byProvider }];
    return byType.length > 0 ? [{ column: 'productType', op, value: byType }] : [];
  };
  const among = (op: 'in' | 'isNot'): Filter[] => (refundTypes.length === 0 ? [] : [{ column: 'billType', op, value: refundTypes }]);
  /** Where one measure alone makes the figure, lines without it are left out; of several the whole selection is opened. */
  const having = (measures: readonly MeasureName[]): Filter[] => {
    const present = measures.filter((m) => groups.some((group) => group.sums[m] !== null && group.sums[m] !== '0'));
    return present.length === 1 ? notZero(present[0]!) : [];
  };
  return {
    all: base,
    refunds: refundTypes.length === 0 ? null : [...base, ...among('in')],
    coupons: [...base, ...having(PAID_BY.coupons)],
    writeOff: [...base, ...notZero('writeOff')],
    realtime: (seller: 'cloud' | 'store'): Filter[] | null => {
      const own = ofSeller(seller);
      return own && [...base, ...own, ...among('isNot'), ...having(PAID_BY.realtime)];
    },
    monthly: (seller: 'cloud' | 'store'): Filter[] | null => {
      const own = ofSeller(seller);
      return own && [...base, ...own, ...having(PAID_BY.monthly)];
    },
  };
}

const notZero = (column: MeasureName): Filter[] => [
  { column, op: 'present', value: '' },
  { column, op: 'isNot', value: '0' },
];

const told = (held: Held): SummaryCheck => ({
  id: held.id,
  left: held.left,
  right: held.right,
  difference: held.difference,
  status: held.holds ? 'pass' : 'fail',
  arithmetic: held.arithmetic,
  said: held.said,
});

/**
 * The bill's total against what is paid and what remains. An invoice may or may not cover what was paid at once, and may take the cash
 * refunds in, which the total leaves out: of these ways the one that holds is told, else the nearest.
 */
function paidCheck({ payments, taxBeside }: SettlementInput, figures: BillFigures, printed: (exact: Amount) => Amount): SummaryCheck[] {
  if (payments === null || payments.invoices.length === 0 || figures.total === null) return [];
  const realtime = sumPresent([figures.cloud.realtime, figures.store.realtime]);
  // What the cents of the month leave of the printed total, so that rounding the parts cannot part them from it.
  const atOnce = realtime === null ? null : subtract(printed(figures.total), printed(subtract(figures.total, realtime)));
  const papers = { ...payments, tax: taxBeside };
  const withRefunds = figures.refunds === null ? null : printed(add(figures.total, figures.refunds));
  const ways = [null, atOnce].flatMap((share): SummaryCheck[] => {
    const held = settlementHeld(printed(figures.total!), share, papers);
    if (held === null) return [];
    const explained = withRefunds !== null && equal(add(withRefunds, taxBeside), held.right);
    return [{ ...told(held), status: held.holds ? 'pass' : explained ? 'explained' : 'fail' }];
  });
  const rank = (check: SummaryCheck): number => ['pass', 'explained', 'fail'].indexOf(check.status);
  const nearest = ways.toSorted((a, b) => rank(a) - rank(b) || compare(absolute(a.difference), absolute(b.difference)))[0];
  return nearest ? [nearest] : [];
}
