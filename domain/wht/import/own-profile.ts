import type { DateOrder } from '../../formats/mapping/printed-date.ts';
import type { Decimal } from '../../formats/mapping/printed-amount.ts';
import { fail, ok, type Result } from '../../result.ts';
import { say } from '../../words/said.ts';
import type { Side } from '../certificate.ts';
import { FIELDS, type Field } from './fields.ts';
import { foldHeader } from './headers.ts';
import { USUAL, type ImportProfile } from './profile.ts';

/** A mapping of one's own: which header is which field, and what the file does not say. */
export interface OwnProfile {
  name: string;
  columns: { header: string; field: Field }[];
  side: Side;
  country: string | null;
  form: string | null;
  currency: string | null;
  /** Null: the payer of the row. */
  issuer: string | null;
  dates: DateOrder | null;
  decimal: Decimal | null;
  /** Rows of one number are lines of one certificate. */
  gather: boolean;
}

/** Checks a mapping that a person made, and trims its texts. */
export function checkOwnProfile(given: OwnProfile): Result<OwnProfile> {
  const name = given.name.trim();
  const columns = given.columns.map((c) => ({ header: c.header.trim(), field: c.field }));
  const twice = columns.find((c, i) => columns.findIndex((o) => o.field === c.field) !== i);
  if (twice)
    return fail('wht-import.field-twice', say`Two columns are mapped to “${{ field: FIELDS[twice.field].title }}”.`, {
      column: twice.header,
      remedy: 'Map each field to one column.',
    });
  const alike = columns.find((c, i) => columns.findIndex((o) => foldHeader(o.header) === foldHeader(c.header)) !== i);
  if (alike)
    return fail('wht-import.header-twice', say`The column “${{ header: alike.header }}” is mapped twice.`, {
      column: alike.header,
      remedy: 'Map each column once.',
    });
  if (!columns.some((c) => c.field === 'tax'))
    return fail('wht-import.no-tax-column', say`No column is mapped to the tax that was withheld.`, {
      remedy: 'Map the column with the amount of tax.',
    });
  return ok({ ...given, name, columns });
}

/** The mapping as a profile; its headers are the very ones of the file it was made for. */
export const profileOf = (own: OwnProfile): ImportProfile => ({
  ...USUAL,
  id: `own:${own.name}`,
  title: { en: own.name, zh: own.name },
  country: own.country,
  form: own.form,
  side: own.side,
  currency: own.currency,
  issuer: own.issuer ?? 'payer',
  columns: own.columns.map(({ header, field }) => ({ field, headers: [header] })),
  required: ['tax'],
  dates: own.dates,
  decimal: own.decimal,
  lines: own.gather ? 'many' : 'one',
  source: { en: 'Mapped in this book.', zh: '在本账本中映射。' },
  certainty: 'explicit',
});
