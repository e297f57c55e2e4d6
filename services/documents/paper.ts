import type { Amount } from '../../domain/money/amount.ts';
import type { PaperField } from '../../domain/invoices/paper-rules.ts';
import type { PlainDate } from '../../domain/time/plain-date.ts';
import type { Bilingual } from '../../domain/words/said.ts';
import type { PaperWord } from './words.ts';

/** A label: a word that all papers share, or one of a country's rules. */
export type Term = PaperWord | Bilingual;
/** A label whose holes are filled; values that are names come in both languages. */
export interface Sentence {
  text: Term;
  values?: Record<string, string | Bilingual>;
}
/** What stands beside a label: text as it is, a name in both languages, or a sentence. */
export type Value = string | Bilingual | Sentence;

export interface PaperFact {
  label: Term;
  value: Value;
}

export interface PaperParty {
  name: string | Bilingual;
  /** In its own script; left out where it cannot be printed. */
  localName: string | null;
  address: string[];
  country: string | null;
  /** `counts`: a number that the country's rules ask for. */
  taxIds: { label: Term; value: string; counts: boolean }[];
  /** Where paper goes, if not to the address above. */
  mailTo: string[];
}

export interface PaperLine {
  position: number;
  description: string;
  /** Both days inclusive; null where it is that of the document. */
  first: PlainDate | null;
  last: PlainDate | null;
  quantity: string | null;
  unit: string | null;
  price: string | null;
  ratePct: string | null;
  tax: Amount | null;
  net: Amount;
}

export interface PaperTax {
  label: Term;
  /** For narrow places: the code. */
  short: Term;
  ratePct: string | null;
  base: Amount;
  amount: Amount | null;
  /** False: shown, but not part of what the seller gets. */
  collected: boolean;
}

export interface PaperTotal {
  label: Term;
  /** Percent, where it is the sum of one tax. */
  ratePct: string | null;
  amount: Amount;
  /** A sum that a reader looks for. */
  strong: boolean;
}

/** The same figures in the currency of the tax. */
export interface PaperLocal {
  currency: string;
  rate: string;
  date: PlainDate | null;
  totals: PaperTotal[];
}

/** Something that the country's rules ask for and the document does not have. */
export interface Lack {
  field: PaperField;
  source: string;
}

/**
 * What stands on the paper of an invoice or credit note, before language and layout. Amounts are exact texts in `currency`,
 * positive on a credit note too: there they are what is credited. The same document always gives the same paper.
 */
export interface InvoicePaper {
  kind: 'invoice' | 'credit-note';
  /** Country whose rules the paper follows. */
  country: string | null;
  title: Bilingual;
  /** What it is not, printed on every page: `transcript` of a paper that somebody else issued. */
  marks: Extract<PaperWord, 'transcript' | 'transcriptCredit' | 'notIssued' | 'void'>[];
  number: string;
  date: PlainDate;
  currency: string;
  facts: PaperFact[];
  seller: PaperParty;
  buyer: PaperParty;
  lines: PaperLine[];
  taxes: PaperTax[];
  totals: PaperTotal[];
  /** Renminbi in capitals. */
  capitals: string | null;
  local: PaperLocal | null;
  payment: PaperFact[];
  notes: (Sentence | PaperFact)[];
  signature: Sentence | null;
  lacks: Lack[];
}
