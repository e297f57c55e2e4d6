import type { AllowanceCharge, Line, NamedTax } from '../model-lines.ts';
import type { EInvoice } from '../model.ts';

/** A part of a document and the way to it. */
export interface Spot<T> {
  path: string;
  value: T;
}

/** A part that is there once or not at all. */
export const one = <T>(path: string, value: T | undefined): Spot<T>[] => (value === undefined ? [] : [{ path, value }]);

/** Parts in a list, by their index from 0. */
export const each = <T>(path: string, values: readonly T[] | undefined): Spot<T>[] =>
  (values ?? []).map((value, index) => ({ path: `${path}[${index}]`, value }));

export const lines = (i: EInvoice): Spot<Line>[] => each('lines', i.lines);
export const allowances = (i: EInvoice): Spot<AllowanceCharge>[] => each('allowances', i.allowances);
export const charges = (i: EInvoice): Spot<AllowanceCharge>[] => each('charges', i.charges);

/** Parts of lines. */
export const inLines = <T>(i: EInvoice, of: (line: Line, path: string) => Spot<T>[]): Spot<T>[] =>
  lines(i).flatMap(({ path, value }) => of(value, path));

export const lineAllowances = (i: EInvoice): Spot<AllowanceCharge>[] =>
  inLines(i, (line, path) => each(`${path}.allowances`, line.allowances));
export const lineCharges = (i: EInvoice): Spot<AllowanceCharge>[] => inLines(i, (line, path) => each(`${path}.charges`, line.charges));

/** The VAT category; none where the tax is another one than VAT. */
export const vatCategory = (tax: NamedTax | undefined): string | undefined => (tax?.scheme === undefined ? tax?.category : undefined);
