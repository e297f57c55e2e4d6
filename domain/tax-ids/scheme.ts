import type { Bilingual, Said } from '../words/said.ts';

/** What may bear on a number beside its own characters. */
export interface TaxIdPlace {
  /** ISO 3166-2 such as IN-HR; null where it is not known. */
  region: string | null;
}

/** One way in which a number of a scheme is written. */
export interface TaxIdForm {
  /** What the normalised text must match as a whole. */
  shape: RegExp;
  /** How it is grouped for the eye: each `#` takes one character, everything else is put between. */
  layout?: string;
  /** What does not fit although the shape does: check digit, date, region. Empty: nothing. */
  flaws?: (id: string, at: TaxIdPlace) => Said[];
}

/** A kind of tax or registration number of one country. */
export interface TaxIdScheme {
  /** ISO 3166-1. */
  country: string;
  /** Unique in its country, such as GSTIN. */
  id: string;
  name: Bilingual;
  /** A number that passes, as it is usually printed. */
  example: string;
  /** Words that people write before the number; the country's code and the scheme's id always count. */
  prefixes?: readonly string[];
  forms: readonly TaxIdForm[];
  /** How far a number can be told right: by a published check digit, by other content (date, place), or by its shape only. */
  depth: 'check-digit' | 'content' | 'shape';
}
