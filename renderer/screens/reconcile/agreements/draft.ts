import type { AgreementShown } from '../../../../services/contract/agreements.ts';

export type Agreement = AgreementShown;
export type Table = Agreement['tables'][number];
export type Reading = NonNullable<Agreement['quota']>['readings'][number];

/** What tells a row of the form from the others while they come and go. */
let made = 0;
const keyed = <T extends object>(row: T): T & { key: number } => ({ ...row, key: ++made });
type Keyed<T> = T & { key: number };

/** An agreement while it is written; prices may still be empty. */
export interface Draft {
  name: string;
  vendor: Agreement['vendor'];
  currency: string;
  from: string | null;
  to: string | null;
  guaranteed: string | null;
  spent: NonNullable<Agreement['guaranteed']>['spent'];
  quota: string | null;
  readings: readonly Keyed<Omit<Reading, 'period'> & { period: string | null }>[];
  tables: readonly Keyed<Omit<Table, 'tiers'> & { tiers: readonly DraftTier[] }>[];
}
type DraftTier = Keyed<{ upTo: string | null; price: string | null }>;
export type DraftReading = Draft['readings'][number];
export type DraftTable = Draft['tables'][number];

export const newReading = (period: string | null): DraftReading =>
  keyed({ period, used: null, remaining: null, billed: null, unbilled: null, cash: null, voucher: null });
export const newTier = (): DraftTier => keyed({ upTo: null, price: null });
export const newTable = (): DraftTable =>
  keyed({
    name: '',
    match: { productType: null, product: null, spec: null, usageType: null },
    unit: '',
    charge: 'listPrice',
    mode: 'reached',
    boundary: 'lower',
    tiers: [newTier()],
  });

export const newDraft = (period: string | null): Draft => ({
  name: '',
  vendor: 'huawei',
  currency: 'USD',
  from: period,
  to: null,
  guaranteed: null,
  spent: 'charges',
  quota: null,
  readings: [],
  tables: [],
});

export const draftOf = (own: Agreement): Draft => ({
  ...own,
  guaranteed: own.guaranteed?.amount ?? null,
  spent: own.guaranteed?.spent ?? 'charges',
  quota: own.quota?.total ?? null,
  readings: (own.quota?.readings ?? []).map(keyed),
  tables: own.tables.map((table) => keyed({ ...table, tiers: table.tiers.map(keyed) })),
});

/** What is to be saved; null while something that it needs is empty. Whether it makes sense the services say. */
export function agreementOf(draft: Draft): Agreement | null {
  const { name, vendor, currency, from, to, guaranteed, spent, quota } = draft;
  const readings = draft.readings.flatMap(({ key: _key, period, ...r }) => (period === null ? [] : [{ ...r, period }]));
  const tables = draft.tables.map(({ key: _key, ...table }) => ({
    ...table,
    name: table.name.trim(),
    unit: table.unit.trim(),
    tiers: table.tiers.flatMap(({ upTo, price }) => (price === null ? [] : [{ upTo, price }])),
  }));
  const whole =
    name.trim() !== '' &&
    from !== null &&
    /^[A-Z]{3}$/.test(currency) &&
    readings.length === draft.readings.length &&
    (quota !== null || readings.length === 0) &&
    tables.every((table, i) => table.name !== '' && table.tiers.length === draft.tables[i]!.tiers.length);
  if (!whole) return null;
  return {
    name: name.trim(),
    vendor,
    currency,
    from,
    to,
    guaranteed: guaranteed === null ? null : { amount: guaranteed, spent },
    quota: quota === null ? null : { total: quota, readings },
    tables,
  };
}

/** The list with the element at that place changed. */
export const changed = <T>(list: readonly T[], at: number, to: Partial<T>): T[] =>
  list.map((own, i) => (i === at ? { ...own, ...to } : own));
export const without = <T>(list: readonly T[], at: number): T[] => list.filter((_, i) => i !== at);
