import type { PartyDetails } from '../../parties/party.ts';
import type { PlainDate } from '../../time/plain-date.ts';
import type { IncomeLine } from '../certificate.ts';

/** Who bears the tax (the Thai form's condition): 1 withheld, 2 paid for the payee every time, 3 paid for the payee once. */
export const CONDITIONS = ['1', '2', '3'] as const;
export type Condition = (typeof CONDITIONS)[number];

/** One income line of a certificate as an authority's list asks for it. */
export interface ReturnLine {
  sequence: number;
  number: string;
  payee: PartyDetails;
  /** Null: the certificate names only itself as payer. */
  payer: PartyDetails | null;
  income: IncomeLine;
  /** Day of payment; that of the certificate where its line prints none. */
  paid: PlainDate;
  /** Month of the list's return; the last of a quarter. */
  month: string;
  currency: string;
  /** The invoice beside the line, where there is one. */
  invoice: { number: string; date: PlainDate } | null;
  remittance: string;
  condition: Condition;
}
