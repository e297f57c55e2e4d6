import { codesOf } from '../coded-model.ts';
import type { Breach, Finding, Rule, Subject } from '../finding.ts';
import type { EInvoice } from '../model.ts';
import type { ReadInvoice } from '../read.ts';
import { whereOf } from '../where.ts';
import type { XmlPlace } from '../xml.ts';
import { CATEGORIES } from './categories.ts';
import { CODES } from './codes.ts';
import { DECIMALS } from './decimals.ts';
import type { OwnRule } from './own.ts';
import { PEPPOL } from './peppol.ts';
import { PRESENT } from './present.ts';
import { SPECIAL } from './special.ts';
import { TOTALS } from './totals.ts';
import { VALUES } from './values.ts';

/** The business rules of EN 16931-1 and of its code lists, in no syntax. */
export const EN16931: readonly Rule[] = [...PRESENT, ...VALUES, ...TOTALS, ...CATEGORIES, ...SPECIAL, ...DECIMALS, ...CODES];

/** What a document is held to: EN 16931 alone, or Peppol BIS Billing 3 besides. */
export type Profile = 'en16931' | 'peppol';
const RULES: Readonly<Record<Profile, readonly Rule[]>> = { en16931: EN16931, peppol: [...EN16931, ...PEPPOL] };

/** The place of a part of the model in its file, or of the nearest part around it. */
export function placeOf(places: Readonly<Record<string, XmlPlace>>, path: string): XmlPlace | null {
  for (let way = path; ; way = way.replace(/(?:\.\w+|\[\d+\]|^\w+)$/, '')) {
    const place = places[way];
    if (place) return place;
    if (way === '') return null;
  }
}

export const findingOf = (
  rule: OwnRule & { terms?: readonly string[] },
  breach: Breach,
  places: Readonly<Record<string, XmlPlace>> = {},
): Finding => ({
  rule: rule.id,
  severity: rule.severity,
  says: rule.says,
  terms: rule.terms ?? [],
  path: breach.path,
  where: whereOf(breach.path),
  detail: breach.detail ?? null,
  place: breach.place ?? placeOf(places, breach.path),
});

const checkAll = (subject: Subject, rules: readonly Rule[], places: Readonly<Record<string, XmlPlace>>): Finding[] =>
  rules.flatMap((rule) => [...rule.check(subject)].map((breach) => findingOf(rule, breach, places)));

/** Every rule that an invoice breaks, in the order of the rules. For one that was not read from a file. */
export const checkInvoice = (invoice: EInvoice, profile: Profile = 'en16931'): Finding[] =>
  checkAll({ invoice, codes: codesOf(invoice), syntax: null }, RULES[profile], {});

/** Every rule that an invoice from a file breaks, those of its syntax first. */
export const checkRead = (read: ReadInvoice): Finding[] => [
  ...read.findings,
  ...checkAll({ invoice: read.invoice, codes: read.codes, syntax: read.syntax }, EN16931, read.places),
];

/** What Peppol asks for besides, of an invoice that was checked already: a foreign currency bars it there. */
export const checkPeppol = (invoice: EInvoice, checked: readonly Finding[]): Finding[] => [
  ...checked.map((f): Finding => (f.rule.startsWith('PEPPOL-') ? { ...f, severity: 'fatal' } : f)),
  ...checkAll({ invoice, codes: [], syntax: null }, PEPPOL, {}),
];
