import { billGroups, type Group } from '../../db/queries/bills-groups.ts';
import type { BillScope } from '../../db/queries/bills-filter.ts';
import { billTotals, type Sums } from '../../db/queries/bills-sums.ts';
import { remember } from '../../db/queries/remember.ts';
import { chargeKind } from '../../domain/bill/summary/charge-kind.ts';
import { groupColumnOf } from '../../domain/bill/columns.ts';
import { billStatus } from '../../domain/bill/status.ts';
import { printedTotal } from '../../domain/bill/total.ts';
import { unwrap } from '../../domain/result.ts';
import { settingsOf } from '../book/profile.ts';
import type { Filter } from '../contract/bills.ts';
import type { Handler } from '../runtime/services.ts';
import { addSums } from './periods.ts';
import { scopeOf } from './scope.ts';
import { cardOf, CARD_COLUMNS, currencyOf, valueOf, type Card, type CardColumn } from './summary/cards.ts';
import { couponsOf } from './summary/coupons.ts';
import { paymentsOf } from './summary/payments.ts';
import { paymentCurrency, rateInto, ratesOf } from './summary/rates.ts';
import { namesSellers } from './summary/sellers.ts';
import { settlementOf } from './summary/settlement.ts';
import { taxBeside } from './summary/tax.ts';
import { itemsOf } from './summary/usage.ts';

/** More than any bill has combinations of the card columns. */
const MANY = 1_000_000;

/** The cards of a period. The lines are read once; every card is folded from one grouping. */
export const summary: Handler<'bills/summary'> = (input, { session }) => {
  const read = session.book().read;
  const { period, vendor, account, accounts = null } = input;
  const today = session.today();
  const where: Filter[] = [];
  if (vendor) where.push({ column: 'vendor', op: 'is', value: vendor });
  if (account !== null) where.push({ column: 'account', op: 'is', value: account });
  if (accounts !== null) where.push({ column: 'account', op: 'in', value: accounts });
  const everyone = account === null && accounts === null;
  const scope = scopeOf({ period, where, hideZero: false, search: '', kind: 'detail' });
  const statement: BillScope = { ...scope, kind: 'statement' };

  // Few formats tell who sells: only then are the lines grouped by it too.
  const sellers = namesSellers(read) ? ['provider'] : [];
  const columns = [...CARD_COLUMNS, ...sellers, 'currency'].map((name) => unwrap(groupColumnOf(name)));
  const groups = remember(read, `summary ${JSON.stringify(scope)}`, () => billGroups(read, scope, columns, [], MANY));
  const totals: Record<string, Sums> = {};
  let lines = 0;
  for (const group of groups) {
    totals[currencyOf(group)] = addSums(totals[currencyOf(group)], group.sums);
    lines += group.lines;
  }
  const total: Record<string, string> = {};
  for (const [currency, sums] of Object.entries(totals)) {
    const printed = printedTotal(sums, currency);
    if (printed !== null) total[currency] = printed;
  }

  const payments = everyone ? paymentsOf(read, period, vendor, today) : [];
  const into = input.into === undefined ? paymentCurrency(read) : input.into;
  const rates = into === null ? [] : ratesOf(read, period);
  const { settlement } = settingsOf(read);
  const settled = Object.keys(totals)
    .toSorted()
    .map((currency) => {
      const own = groups.filter((group) => currencyOf(group) === currency);
      const papers = payments.find((entry) => entry.currency === currency) ?? null;
      const rate = rateInto(rates, currency, into);
      return settlementOf({ currency, period, settlement, groups: own, where, rate, payments: papers, taxBeside: taxBeside(own, papers) });
    });
  const card = (column: CardColumn, of: readonly Group[] = groups): Card[] => cardOf(of, column, where);
  const vendors = [...new Set(groups.flatMap((group) => valueOf(group, 'vendor') ?? []))];
  return {
    period,
    status: lines === 0 ? 'empty' : billStatus(period, today),
    total,
    totals,
    lines,
    byVendor: card('vendor'),
    byProductType: card('productType'),
    byAccount: card('account'),
    byBillType: card('billType'),
    byBillingMode: card('billingMode'),
    statement: billTotals(read, statement).byCurrency,
    settlement: settled,
    refunds: card(
      'billType',
      groups.filter((group) => chargeKind(valueOf(group, 'billType')) === 'refund'),
    ),
    payments,
    coupons: couponsOf(read, period, vendor, account, accounts),
    usageItems: everyone ? itemsOf(read, period, vendor, vendors) : [],
  };
};
