import type { Bilingual } from '../../words/said.ts';
import type { FieldName } from './fields.ts';

/** Thai returns: 3 for tax of individuals, 53 of companies, 54 of companies abroad. */
export const PND_KINDS = ['3', '53', '54'] as const;
export type PndKind = (typeof PND_KINDS)[number];

export const LIST_IDS = ['TH-PND-3', 'TH-PND-53', 'TH-PND-54', 'ID-BPPU', 'PH-QAP-1601EQ', 'MY-CP37D'] as const;
export type ListId = (typeof LIST_IDS)[number];

/**
 * `program`: independent programs write it this way for the authority's own program. `one-program`: one does. `paper`: the fields
 * of the printed form in its order; no layout for reading in is known.
 */
export type LayoutCertainty = 'program' | 'one-program' | 'paper';

export interface LayoutColumn {
  /** As the authority or the programs call it. */
  head: string;
  field: FieldName | { constant: string };
}

/** The columns of an authority's list, and which lines belong in it. */
export interface Layout {
  id: ListId;
  name: Bilingual;
  country: string;
  /** Of every figure; a certificate in another one is refused. */
  currency: string;
  span: 'month' | 'quarter';
  /** Whose tax: of residents of the country, of others. */
  payee: 'resident' | 'foreign';
  columns: readonly LayoutColumn[];
  source: string;
  certainty: LayoutCertainty;
}
