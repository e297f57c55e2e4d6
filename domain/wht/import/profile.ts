import type { DateOrder } from '../../formats/mapping/printed-date.ts';
import type { Decimal } from '../../formats/mapping/printed-amount.ts';
import type { Bilingual } from '../../words/said.ts';
import type { Side } from '../certificate.ts';
import type { Certainty } from '../forms/form.ts';
import type { Field } from './fields.ts';

/** A column by the headers that name it; compared folded (headers.ts). */
export interface ColumnRule {
  readonly field: Field;
  /** Headers that stand in a source; `own` are our own reading of the paper's labels and of other languages. */
  readonly headers: readonly string[];
  readonly own?: readonly string[];
}

/** What a word of the status column makes of a row. `pending`: not paid over yet, which is told and does not bar it. */
export type RowState = 'valid' | 'pending' | 'cancelled';

/** How one kind of list of certificates is read: data, interpreted by read.ts. */
export interface ImportProfile {
  /** Never changes, since imports keep it; a profile of the user's is `own:` and its name. */
  readonly id: string;
  readonly title: Bilingual;
  /** ISO 3166-1 and the form (domain/wht/forms) that its certificates are. */
  readonly country: string | null;
  readonly form: string | null;
  /** Which side we are on where the parties do not tell. */
  readonly side: Side;
  /** Where neither a cell nor a header names it. */
  readonly currency: string | null;
  /** Who gives the number: the authority by this name, or the payer of the row. */
  readonly issuer: string | 'payer';
  /** Scheme under which tax numbers are recorded (domain/tax-ids). */
  readonly taxIds: { readonly payer: string; readonly payee: string };
  readonly columns: readonly ColumnRule[];
  /** Columns without which it is not this list. */
  readonly required: readonly Field[];
  /** Null: the cells decide. */
  readonly dates: DateOrder | null;
  readonly decimal: Decimal | null;
  /** `many`: rows of one number are the lines of one certificate. */
  readonly lines: 'one' | 'many';
  /** The certificate's date is the first of these that the row has. */
  readonly datedBy: readonly Field[];
  /** Month with which a year of quarters begins. */
  readonly yearFrom: number;
  readonly states: Readonly<Record<string, RowState>>;
  /** Where its columns stand; in our words. */
  readonly source: Bilingual;
  readonly certainty: Certainty;
}

/** What most lists have in common; a profile says what is different. */
export const USUAL = {
  side: 'payer',
  issuer: 'payer',
  taxIds: { payer: 'TIN', payee: 'TIN' },
  dates: null,
  decimal: null,
  lines: 'one',
  datedBy: ['date', 'paid', 'remitted', 'last'],
  yearFrom: 1,
  states: {
    valid: 'valid',
    active: 'valid',
    normal: 'valid',
    approved: 'valid',
    issued: 'valid',
    pending: 'pending',
    draft: 'pending',
    cancelled: 'cancelled',
    canceled: 'cancelled',
    void: 'cancelled',
    voided: 'cancelled',
    rejected: 'cancelled',
    reversed: 'cancelled',
    有效: 'valid',
    待处理: 'pending',
    已取消: 'cancelled',
    作废: 'cancelled',
    已作废: 'cancelled',
  },
} as const satisfies Partial<ImportProfile>;
