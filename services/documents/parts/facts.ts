import { holds, type PaperPrint } from '../../../domain/invoices/paper-rules.ts';
import type { CustomerStatus } from '../../../domain/tax/pack.ts';
import type { PaperFact, Value } from '../paper.ts';
import type { Drafting } from '../source.ts';
import type { PaperWord } from '../words.ts';

const STATUS: Record<CustomerStatus, PaperWord | null> = {
  any: null,
  registered: 'registered',
  enterprise_registered: 'registered',
  unregistered: 'unregistered',
  individual_unregistered: 'unregistered',
  vat_collector: 'vatCollector',
  registered_not_collector: 'notCollector',
};

/** Number, dates, periods and references, and what the country's rules print beside them. */
export function factsOf(draft: Drafting): PaperFact[] {
  const { record, credited } = draft;
  const { document } = record;
  const facts: (PaperFact | null)[] = [
    { label: 'number', value: record.number },
    { label: 'date', value: draft.at.date },
    record.due && record.kind === 'invoice' ? { label: 'due', value: record.due } : null,
    { label: 'currency', value: record.currency },
    credited && { label: 'credits', value: `${credited.number}\n${credited.date}` },
    record.period && { label: 'billingPeriod', value: record.period },
    document.first && document.last ? { label: 'servicePeriod', value: `${document.first} – ${document.last}` } : null,
    document.orderReference ? { label: 'orderReference', value: document.orderReference } : null,
    document.buyerReference ? { label: 'buyerReference', value: document.buyerReference } : null,
  ].map((fact) => fact || null) as (PaperFact | null)[];
  return [...facts, ...localFacts(draft)].filter((fact) => fact !== null);
}

function localFacts(draft: Drafting): (PaperFact | null)[] {
  const { at, record } = draft;
  const fact = (print: PaperPrint, label: PaperWord, value: Value | null): PaperFact | null =>
    value !== null && prints(draft, print) ? { label, value } : null;
  const status = record.buyer?.status ? STATUS[record.buyer.status] : null;
  return [
    fact('place-of-supply', 'placeOfSupply', placeOfSupply(draft)),
    fact('reverse-charge', 'reverseCharge', { text: at.treatment === 'reverse_charge' ? 'yes' : 'no' }),
    fact('customer-status', 'customerStatus', status === null ? null : { text: status }),
    fact('transaction-code', 'transactionCode', prefixOf(draft)),
  ];
}

/** True where the country's rules print it on this document. */
export const prints = ({ rule, at }: Drafting, field: PaperPrint): boolean =>
  rule?.prints?.some((print) => print.field === field && holds(print, at)) ?? false;

/** The buyer's region by its name, with the tax authority's code for it; null where the region is not known. */
export function placeOfSupply({ record, rule }: Drafting): string | null {
  const code = record.buyer?.region ?? record.buyer?.addresses.find((a) => a.use === 'legal')?.region ?? null;
  const region = code === null ? undefined : rule?.regions?.[code];
  return region ? [region.name, region.code && `(${region.code})`].filter(Boolean).join(' ') : code;
}

/** What the number of a document to such a customer begins with. */
export const prefixOf = ({ rule, at }: Drafting): string | null =>
  at.kind === 'invoice' ? (rule?.numberPrefix?.find((p) => holds(p, at))?.prefix ?? null) : null;
