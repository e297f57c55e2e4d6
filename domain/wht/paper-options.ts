/** Returns that the boxes of the 50 Tawi name, in the order of the form. */
export const TAWI_RETURNS = ['1a', '1a-special', '2', '3', '2a', '3a', '53'] as const;
export type TawiReturn = (typeof TAWI_RETURNS)[number];

/** How the tax was paid: held back from the payee, borne by the payer for good, borne once, or otherwise. */
export const BORNE = ['withheld', 'always', 'once', 'other'] as const;
export type Borne = (typeof BORNE)[number];

/** What the Thai form asks for and no certificate of the book keeps. Empty: left for a pen. */
export interface TawiOptions {
  book: string;
  sequence: string;
  /** Null: by the payee's tax number. */
  return: TawiReturn | null;
  borne: Borne;
  /** What `other` is. */
  borneNote: string;
}

/** A form whose blanks are left for a pen. */
export const PLAIN_TAWI: TawiOptions = { book: '', sequence: '', return: null, borne: 'withheld', borneNote: '' };

/** What a certificate can lack on paper. */
export const PAPER_LACKS = [
  'payer-tax-id',
  'payer-address',
  'payee-name',
  'payee-tax-id',
  'payee-address',
  'income',
  'paid',
  'base',
  'rate',
  'code',
  'local-currency',
  'remittance',
] as const;
export type PaperLack = (typeof PAPER_LACKS)[number];
