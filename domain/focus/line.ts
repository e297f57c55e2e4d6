import type { MeasureName, TermName } from '../formats/fields.ts';
import type { Amount } from '../money/amount.ts';
import type { Period, PlainDate } from '../time/plain-date.ts';
import type { VENDOR_FACTS } from './vendors.ts';

/** A line of the book, as the export reads it. */
export type BookLine = {
  vendor: keyof typeof VENDOR_FACTS;
  period: Period;
  date: PlainDate | null;
  orderId: string | null;
  usage: Amount | null;
  unitPrice: Amount | null;
} & { readonly [M in MeasureName]: Amount | null } & { readonly [T in TermName]: string | null };
