import type { Decimal } from '../../formats/mapping/printed-amount.ts';
import type { DateOrder } from '../../formats/mapping/printed-date.ts';
import { fail, ok, type Result } from '../../result.ts';
import { foldHeader } from '../../wht/import/headers.ts';
import { say } from '../../words/said.ts';
import type { AccountKind } from '../statement.ts';
import { FIELDS, isMany, type Field } from './fields.ts';
import { generic } from './profiles/generic.ts';
import type { BankProfile } from './profile.ts';

/** A mapping of one's own: which header is which field, and what the file does not say. */
export interface OwnBankProfile {
  name: string;
  kind: AccountKind;
  columns: { header: string; field: Field }[];
  account: string | null;
  currency: string | null;
  dates: DateOrder | null;
  decimal: Decimal | null;
  spent: boolean;
}

/** Checks a mapping that a person made, and trims its texts. */
export function checkOwnProfile(given: OwnBankProfile): Result<OwnBankProfile> {
  const columns = given.columns.map((c) => ({ header: c.header.trim(), field: c.field }));
  const twice = columns.find((c, i) => !isMany(c.field) && columns.findIndex((o) => o.field === c.field) !== i);
  if (twice)
    return fail('bank.field-twice', say`Two columns are mapped to “${{ field: FIELDS[twice.field].title }}”.`, {
      column: twice.header,
      remedy: 'Map each field to one column.',
    });
  const alike = columns.find((c, i) => columns.findIndex((o) => foldHeader(o.header) === foldHeader(c.header)) !== i);
  if (alike)
    return fail('bank.header-twice', say`The column “${{ header: alike.header }}” is mapped twice.`, {
      column: alike.header,
      remedy: 'Map each column once.',
    });
  const has = (field: Field): boolean => columns.some((c) => c.field === field);
  if (!has('booked') && !has('valued'))
    return fail('bank.no-day-column', 'No column is mapped to a date.', { remedy: 'Map the column with the booking date.' });
  if (!has('amount') && !has('out') && !has('in'))
    return fail('bank.no-amount-column', 'No column is mapped to an amount.', {
      remedy: 'Map the column with the amount, or those with money out and money in.',
    });
  return ok({ ...given, name: given.name.trim(), columns });
}

/** The mapping as a profile; its headers are the very ones of the file it was made for. */
export const profileOf = (own: OwnBankProfile): BankProfile => ({
  ...generic,
  id: `own:${own.name}`,
  title: { en: own.name, zh: own.name },
  kind: own.kind,
  columns: own.columns.map(({ header, field }) => ({ field, headers: [header] })),
  account: own.account,
  currency: own.currency,
  dates: own.dates,
  decimal: own.decimal,
  spent: own.spent,
  source: { en: 'Mapped in this book.', zh: '在本账本中映射。' },
});
