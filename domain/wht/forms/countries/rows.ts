import type { IncomeCategory } from '../../certificate.ts';
import type { FormName, IncomeCode, Sourced, UsualRate, Validity } from '../form.ts';

/** Shorthand of the country files: what is not said of a validity is open. */
export const ALWAYS = { from: null, to: null } as const satisfies Validity;

export const pct = (ratePct: string, at: Partial<Omit<UsualRate, 'ratePct'>> = {}): UsualRate => ({ ...ALWAYS, ...at, ratePct });

/** A maker of lines of one list: what it is read from and since when it holds stands once. */
export const list =
  (about: Sourced, at: Partial<Validity> = {}) =>
  (code: string | null, category: IncomeCategory, name: FormName, ...rates: readonly UsualRate[]): IncomeCode => ({
    code,
    category,
    name,
    rates,
    ...ALWAYS,
    ...at,
    source: about.source,
    certainty: about.certainty,
  });

export const COMPANY = { en: 'Payee a company', zh: '收款方为公司' } as const;
export const PERSON = { en: 'Payee an individual', zh: '收款方为个人' } as const;
export const RESIDENT = { en: 'Payee a resident', zh: '收款方为居民' } as const;
export const ABROAD = { en: 'Payee a non-resident, without a treaty', zh: '收款方为非居民，无税收协定时' } as const;
export const NO_TAX_NUMBER = { en: 'Payee without a tax number', zh: '收款方无税号' } as const;
