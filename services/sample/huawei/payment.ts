import type { Random } from '../random.ts';
import type { Money } from '../tally.ts';
import { cutToCents, times, units, type Units } from '../units.ts';

/** Who settles how: what a charge is paid with depends on the account's settlement. */
export type Settlement = 'monthly' | 'non-monthly';

const SHARES = [units('0.1'), units('0.25'), units('0.5'), units('1')];

/**
 * Splits a payable over the means of payment; the parts add up to it exactly. Monthly-settled accounts have neither credit,
 * cards nor arrears: those stay missing. Refunds go back to where accounts of that kind pay from.
 */
export function payment(payable: Units, settlement: Settlement, random: Random): Money {
  const share = (permille: number): Units => {
    if (payable <= 0n || !random.chance(permille)) return 0n;
    const part = times(payable, random.pick(SHARES));
    return settlement === 'monthly' ? part : cutToCents(part);
  };
  const coupon = share(120);
  const rest = payable - coupon;
  if (settlement === 'monthly') {
    const cash = random.chance(20) ? rest : 0n;
    return { cash, credit: null, coupon, flexiCoupon: null, storedCard: null, monthlySettled: rest - cash, writeOff: 0n };
  }
  const storedCard = rest > 0n && random.chance(30) ? rest : 0n;
  const flexiCoupon = storedCard === 0n && rest > 0n && random.chance(40) ? cutToCents(times(rest, units('0.5'))) : 0n;
  const open = rest - storedCard - flexiCoupon;
  const way = payable < 0n ? 0 : random.int(20);
  return {
    cash: way < 17 ? open : 0n,
    credit: way === 17 ? open : 0n,
    coupon,
    flexiCoupon,
    storedCard,
    outstanding: way === 18 ? open : 0n,
    writeOff: way === 19 ? open : 0n,
  };
}
