import type { Tally } from '../tally.ts';
import type { ComponentMoney } from './lines.ts';

/** Adds a component as the import must read it: the discount follows from the list price, tax only where the bill prints it. */
export function tallyComponent(tally: Tally, currency: string, money: ComponentMoney, international: boolean): void {
  const { listPrice, payable, cash, coupon, bonus, transfer, tax } = money;
  const discount = listPrice === null ? null : listPrice - payable;
  const shared = { listPrice, discount, payable, cash, coupon };
  tally.line(currency, international ? { ...shared, tax } : { ...shared, bonus, transfer });
}
