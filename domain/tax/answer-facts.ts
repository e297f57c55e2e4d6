import type { PlainDate } from '../time/plain-date.ts';
import type { CustomerStatus, TaxIdFormat, TaxPack, TaxRule } from './pack.ts';
import { dayFor, forParties, inForce, type TaxCase } from './resolve.ts';
import { coversStatus } from './status.ts';

/** Where an answer comes from. Both days inclusive; null: the source prints none. */
export interface RuleReference {
  id: string;
  source: string;
  certainty: TaxRule['certainty'];
  from: PlainDate | null;
  to: PlainDate | null;
  /** The day that the rule's dates were held against: of use where it counts by consumption, else of the invoice. */
  day: PlainDate;
  /** On a user's own rule: the rule of the pack in whose place it stands, and why. */
  own: { replaces: string | null; reason: string } | null;
}

export interface EvidenceDue {
  rule: string;
  document: 'wht-certificate' | 'vat-payment-proof';
  /** Null: no deadline is printed. */
  days: number | null;
  /** Null: from when the days run is not printed. */
  trigger: 'wht-paid' | 'wht-return-filed' | null;
  channels: string[];
  source: string;
}

/** What the answer says beside the figures. */
export interface AnswerFacts {
  remits: { by: 'seller' | 'customer' | null; to: string | null } | null;
  /** Kind of the invoice document and how its number begins, where printed; `rule` is where that stands. */
  document: { rule: string; kind: string | null; numberPrefix: string | null; showsCustomerTaxId: boolean } | null;
  /** Tax number that the customer records, its form as printed, and for which status. */
  taxId: (TaxIdFormat & { rule: string; status: CustomerStatus }) | null;
  evidence: EvidenceDue[];
  status: {
    /** The status whose rule applied; null where none did. */
    used: CustomerStatus | null;
    /** The vendor's name for it, where printed. */
    label: string | null;
    /** What a customer without a chosen status counts as, where printed. */
    unsetCountsAs: CustomerStatus | null;
    /** The statuses of which one has to be chosen before there is an answer; empty where there is one. */
    choose: CustomerStatus[];
  };
}

export const reference = (rule: TaxRule, at: TaxCase): RuleReference => ({
  id: rule.id,
  source: rule.source,
  certainty: rule.certainty,
  from: rule.from,
  to: rule.to,
  day: dayFor(rule, at),
  own: rule.own ?? null,
});

/** Everything that the pack prints for the case beside its figures; `choose` comes from the resolution. */
export function factsOf(pack: TaxPack, at: TaxCase, rule: TaxRule | null, choose: CustomerStatus[]): AnswerFacts {
  const here = pack.rules.filter((r) => forParties(r, at) && inForce(r, dayFor(r, at)));
  // A number that registered customers record is told while no status is chosen, with the status beside it.
  const identity = here.filter((r) => r.kind === 'identity' && (at.status === 'any' || coversStatus(r, at.status)));
  const document = [rule, ...identity].find((r) => r?.invoice);
  const numbered = [rule, ...identity].find((r) => r?.taxId);
  const proofs = here.filter((r) => r.kind === 'evidence' && r.evidence && coversStatus(r, at.status));
  return {
    remits: rule ? { by: rule.remittedBy ?? null, to: rule.remittedTo ?? null } : null,
    document: document
      ? {
          rule: document.id,
          kind: document.invoice?.kind ?? null,
          numberPrefix: document.invoice?.numberPrefix ?? null,
          showsCustomerTaxId: document.invoice?.showsCustomerTaxId ?? false,
        }
      : null,
    taxId: numbered?.taxId ? { ...numbered.taxId, rule: numbered.id, status: numbered.status } : null,
    evidence: proofs.map(({ id, evidence, source }) => ({
      rule: id,
      document: evidence!.document,
      days: evidence!.days,
      trigger: evidence!.trigger,
      channels: evidence!.channels,
      source,
    })),
    status: {
      used: rule?.status ?? null,
      label: rule?.statusLabel ?? null,
      unsetCountsAs: rule?.ifStatusUnset ?? null,
      choose,
    },
  };
}
