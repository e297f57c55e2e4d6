import type { ReadDb } from '../../../db/connection.ts';
import type { TaxRule } from '../../../domain/reconcile/beside/beside.ts';
import type { Vendor } from '../../../domain/reconcile/facts.ts';
import { resolveTax } from '../../../domain/tax/resolve.ts';
import { settingsOf } from '../../book/profile.ts';
import { packForRemarks } from '../../tax/book-pack.ts';

/**
 * The rate that the contracting entity adds on that day for the book's country and customer. The rules are those of Huawei Cloud's
 * entities: other vendors' bills are not held against them. Null also where the rate has parts without a printed percentage.
 */
export function taxRuleOf(read: ReadDb, vendor: Vendor, day: string): TaxRule | null {
  if (vendor !== 'huawei') return null;
  const { country, entity, customerStatus, region } = settingsOf(read);
  const { rule } = resolveTax(packForRemarks(read), { country, entity, status: customerStatus, region, date: day });
  if (!rule) return null;
  const adds = rule.treatment === 'charged' || rule.treatment === 'charged_customer_remits';
  if (!adds) return { id: rule.id, ratePct: '0' };
  const ratePct = rule.tax?.ratePct ?? null;
  return ratePct === null ? null : { id: rule.id, ratePct };
}
