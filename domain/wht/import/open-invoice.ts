import type { Amount } from '../../money/amount.ts';
import type { PlainDate } from '../../time/plain-date.ts';
import type { Side } from '../certificate.ts';
import type { KnownParty } from './parties.ts';

/** What matching needs to know of an invoice; amounts in its currency. */
export interface OpenInvoice {
  id: number;
  number: string;
  vendor: string;
  /** Which side of a certificate we are on: payer for invoices received, payee for those issued. */
  side: Side;
  seller: KnownParty;
  buyer: KnownParty;
  date: PlainDate;
  currency: string;
  /** Without and with indirect tax. */
  net: Amount;
  total: Amount;
  /** Not yet paid, withheld or credited. */
  open: Amount;
  /** Days of the payments laid against it. */
  paid: readonly PlainDate[];
  /** What a rule, a recorded rate or a tax answer expects to be withheld; null where none is known. */
  expected: { ratePct: string; tax: Amount } | null;
  /** Number of the live certificate that holds it, where it may stand on one only. */
  takenBy: string | null;
  /** 1 unit of `currency` = `rate` units of the other, as the invoice prints it. */
  fx: { currency: string; rate: string; date: PlainDate | null } | null;
}
