import type { Direction } from '../invoices/document.ts';
import type { Amount } from '../money/amount.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { KnownParty } from '../wht/import/parties.ts';

/** Percent that the rules know: of withholding and of indirect taxes. Without zero; ascending. */
export interface KnownRates {
  wht: readonly string[];
  indirect: readonly string[];
}

/** Who stands on the other side of an invoice. Invoices of one key can be settled together. */
export interface OpenParty extends KnownParty {
  key: string;
  /** What it is called in a sentence. */
  title: string;
  accounts: readonly string[];
}

/** What matching needs to know of an invoice that money can settle, or of one that credit notes have overtaken; in its currency. */
export interface OpenItem {
  id: number;
  number: string;
  vendor: string;
  direction: Direction;
  party: OpenParty;
  date: PlainDate;
  due: PlainDate | null;
  period: string | null;
  currency: string;
  /** Without indirect tax, the tax, and both; less what credit notes took off. */
  net: Amount;
  tax: Amount;
  total: Amount;
  /** Not yet paid, withheld or credited. Zero where `credit` is more than nothing. */
  open: Amount;
  /** Of `open`: what is to be paid, and what certificates are to cover. */
  openCash: Amount;
  openCertificates: Amount;
  /** Percent by which that is withheld, and the rule; null where none is known. */
  ratePct: string | null;
  rule: string | null;
  /** Nothing was paid, and nothing certified so far. */
  untouched: boolean;
  /** Amounts of the payments laid against it. */
  paid: readonly Amount[];
  /** More was paid than it still charges after its credit notes: what can be laid against other invoices. */
  credit: Amount;
  /** Order and buyer's references on it. */
  references: readonly string[];
  /** Rates that the rules of the payer's country know. */
  rates: KnownRates;
  /** 1 unit of `currency` = `rate` units of the other, as the invoice prints it. */
  fx: { currency: string; rate: string } | null;
}
