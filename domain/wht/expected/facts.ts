import type { InvoiceStatus } from '../../invoices/states.ts';
import type { Amount } from '../../money/amount.ts';
import type { ResidenceProof } from '../../residence/certificate.ts';
import type { Percent } from '../../tax/pack.ts';
import type { PlainDate } from '../../time/plain-date.ts';
import type { Side } from '../certificate.ts';
import type { WhtStatus } from '../states.ts';
import type { StepFacts, StepKind } from './steps.ts';

/** Cash laid against the invoice, in its currency. */
export interface PaidShare {
  date: PlainDate;
  reference: string;
  amount: Amount;
}

/** A certificate that names the invoice and is not void; `pay` in the invoice's currency. */
export interface HeldCertificate {
  number: string;
  issuer: string;
  status: Exclude<WhtStatus, 'void'>;
  date: PlainDate;
  submitted: PlainDate | null;
  decided: PlainDate | null;
  remitted: PlainDate | null;
  /** Another one stands in its place. */
  replaced: boolean;
  pay: Amount;
}

/** What the tax answer on record says of withholding; `treatment` as in the pack of rules. */
export interface QuotedWht {
  ratePct: Percent | null;
  treatment: string;
  rule: string | null;
}

/** Everything on record that says what certificate an invoice waits for. Amounts in the invoice's currency. */
export interface ObligationFacts {
  side: Side;
  /** Whose tax it is: the country of who pays. Null: not known. */
  country: string | null;
  /** Contracting entity that sells; empty where none is known. */
  entity: string;
  date: PlainDate;
  /** Last day of the billing period, for rules that count by consumption. */
  usageDate: PlainDate | null;
  currency: string;
  /** As acted on or as the vendor stated it: unpaid, overdue or paid. */
  stated: InvoiceStatus;
  /** With indirect tax and without, both less credit notes. */
  total: Amount;
  net: Amount;
  /** Oldest first. */
  payments: readonly PaidShare[];
  certificates: readonly HeldCertificate[];
  steps: Readonly<Partial<Record<StepKind, StepFacts>>>;
  quoted: QuotedWht | null;
  /** The seller's certificates of residence for the country. */
  residence: readonly ResidenceProof[];
}

/**
 * The facts as they stood at the end of the day: later payments, papers and steps are not there yet, later decisions not made.
 * Null where the invoice itself is later. Voided papers are gone from every day: no record says since when.
 */
export function factsOn(facts: ObligationFacts, day: PlainDate): ObligationFacts | null {
  if (facts.date > day) return null;
  const { payments, certificates, steps } = facts;
  const known = certificates.filter((c) => c.date <= day);
  if (
    known.length === certificates.length &&
    known.every((c) => (c.submitted === null || c.submitted <= day) && (c.decided === null || c.decided <= day)) &&
    payments.every((p) => p.date <= day) &&
    Object.values(steps).every((s) => s.date <= day)
  )
    return facts;
  return {
    ...facts,
    payments: payments.filter((p) => p.date <= day),
    certificates: known.map((c) => ({ ...c, status: statusOnDay(c, day) })),
    steps: Object.fromEntries(Object.entries(steps).filter(([, s]) => s.date <= day)),
  };
}

function statusOnDay({ status, submitted, decided }: HeldCertificate, day: PlainDate): HeldCertificate['status'] {
  if (submitted !== null && submitted > day) return 'draft';
  return (status === 'accepted' || status === 'refused') && decided !== null && decided > day ? 'submitted' : status;
}
