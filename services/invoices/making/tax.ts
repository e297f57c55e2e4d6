import type { ReadDb } from '../../../db/connection.ts';
import type { DocumentDetails, InvoiceLine } from '../../../domain/invoices/document.ts';
import { documentAmount } from '../../../domain/invoices/document-amount.ts';
import { TREATMENT_NOTES } from '../../../domain/invoices/treatment-notes.ts';
import { equal, isZero, subtract, type Amount } from '../../../domain/money/amount.ts';
import type { Party } from '../../../domain/parties/party.ts';
import { refuse, unwrap } from '../../../domain/result.ts';
import type { TaxRule } from '../../../domain/tax/pack.ts';
import { quote, type Quote, type QuoteInput } from '../../../domain/tax/quote.ts';
import { taxOf } from '../../../domain/tax/tax-amounts.ts';
import { say, type Said } from '../../../domain/words/said.ts';
import { settingsOf } from '../../book/profile.ts';
import type { Making } from '../../contract/making.ts';
import { packOfBook } from '../../tax/book-pack.ts';
import { checkedCase } from '../../tax/checked-case.ts';

type Attributes = Pick<InvoiceLine, 'taxCategory' | 'taxCode' | 'ratePct'>;

/** The tax of a document, and what it says about it. */
export interface MadeTax {
  tax: Amount;
  attributes: Attributes;
  document: Pick<DocumentDetails, 'title' | 'treatment' | 'components' | 'notes' | 'taxReason'>;
  /** The question to be kept with its answer, where the rules answered. */
  asked: QuoteInput | null;
  answer: Quote | null;
  steps: Said[];
}

interface Taxed {
  net: Amount;
  currency: string;
  date: string;
  seller: Party;
  buyer: Party;
}

export function taxOfDocument(read: ReadDb, given: Making['tax'], of: Taxed): MadeTax {
  return given.by === 'hand' ? byHand(given, of) : byRule(read, given, of);
}

/** The case of the buyer, and of the book where the buyer's country is the book's own; the seller's entity, else the book's. */
function caseOf(read: ReadDb, given: Extract<Making['tax'], { by: 'rule' }>, of: Taxed): QuoteInput {
  const book = settingsOf(read);
  const country = given.country ?? of.buyer.country;
  const atHome = country === book.country;
  return {
    country,
    entity: given.entity ?? of.seller.entity ?? book.entity,
    status: given.status ?? of.buyer.status ?? (atHome ? (book.customerStatus as QuoteInput['status']) : 'any'),
    region: given.region !== undefined ? given.region : (of.buyer.region ?? (atHome ? book.region : null)),
    date: of.date,
    amount: of.net,
    currency: of.currency,
    whtRate: null,
  };
}

function byRule(read: ReadDb, given: Extract<Making['tax'], { by: 'rule' }>, of: Taxed): MadeTax {
  const asked = checkedCase(caseOf(read, given, of));
  const pack = packOfBook(read);
  const answer = quote(pack, asked);
  if (answer.rule === null)
    refuse(
      'making.no-rule',
      say`No tax rule is printed for ${{ country: asked.country }}, ${{ entity: asked.entity }} and ${{ status: asked.status }} on ${{ date: asked.date }}; that is not 0 %.`,
      {
        column: 'tax',
        remedy: 'Choose another case, or give the tax by hand with the reason.',
      },
    );
  if (answer.tax === null || answer.invoiceTotal === null)
    refuse('making.rule-open', say`Rule ${{ rule: answer.rule.id }} applies, but prints no complete rate.`, {
      column: 'tax',
      value: answer.rule.id,
      remedy: 'Give the tax by hand with the reason.',
    });
  const tax = subtract(answer.invoiceTotal, of.net);
  const rule = pack.rules.find((r) => r.id === answer.rule!.id);
  const { language } = settingsOf(read);
  const shown = SHOWN.includes(answer.tax.treatment);
  const note = TREATMENT_NOTES[answer.tax.treatment];
  const { code, ratePct } = answer.tax;
  const name = (language === 'zh-CN' && rule?.tax?.nameZh) || answer.tax.name;
  const parts = answer.tax.components.length > 0 ? answer.tax.components : [{ code, ratePct, amount: answer.tax.amount }];
  return {
    tax,
    attributes: { taxCategory: CATEGORIES[answer.tax.treatment]?.(tax) ?? null, taxCode: code || null, ratePct: shown ? ratePct : null },
    document: {
      ...titleOf(rule),
      treatment: answer.tax.treatment,
      ...(note ? { notes: [language === 'zh-CN' ? note.zh : note.en] } : {}),
      ...(shown
        ? {
            components: parts.map((c) => ({
              code: c.code,
              name: parts.length === 1 && name ? name : c.code,
              ratePct: c.ratePct,
              base: of.net,
              amount: c.amount,
            })),
          }
        : {}),
    },
    asked,
    answer,
    steps: [],
  };
}

function byHand(given: Extract<Making['tax'], { by: 'hand' }>, of: Taxed): MadeTax {
  const ratePct = given.ratePct === null ? null : given.ratePct.replace(/^0+(?=\d)/, '');
  const computed = ratePct === null ? null : taxOf(given.code || 'Tax', of.net, ratePct, of.currency);
  const typed = given.amount === null ? null : unwrap(documentAmount(given.amount, 'tax'));
  if (computed === null && typed === null)
    refuse('making.hand-tax-missing', 'The tax by hand needs a rate or an amount.', {
      column: 'tax',
      remedy: 'Enter 0 where there is no tax.',
    });
  if (computed !== null && typed !== null && !equal(computed.value, typed))
    refuse('making.hand-tax', say`${{ rate: ratePct! }} % of ${{ net: of.net }} is ${{ computed: computed.value }}, not ${{ typed }}.`, {
      column: 'tax',
      value: typed,
      remedy: 'Correct one of the two, or leave one of them out.',
    });
  const tax = typed ?? computed!.value;
  const code = given.code || null;
  return {
    tax,
    attributes: { taxCategory: given.category ?? (isZero(tax) ? null : 'S'), taxCode: code, ratePct },
    document: {
      taxReason: given.reason,
      ...(isZero(tax)
        ? {}
        : { treatment: 'charged', components: [{ code: code ?? 'Tax', name: code ?? 'Tax', ratePct, base: of.net, amount: tax }] }),
    },
    asked: null,
    answer: null,
    steps: [
      computed === null
        ? say`Tax by hand: ${{ value: tax }} (${{ reason: given.reason }})`
        : say`Tax by hand: ${{ formula: computed.formula }} = ${{ value: tax }} (${{ reason: given.reason }})`,
    ],
  };
}

/** Treatments whose tax is a figure of the document. */
const SHOWN = ['charged', 'charged_customer_remits', 'shown_self_accounted'];

/** UNCL 5305 by treatment: standard or zero rate, reverse charge, or not subject to tax. */
const standard = (tax: Amount): string => (isZero(tax) ? 'Z' : 'S');
const CATEGORIES: Readonly<Record<string, (tax: Amount) => string>> = {
  charged: standard,
  charged_customer_remits: standard,
  shown_self_accounted: () => 'AE',
  reverse_charge: () => 'AE',
  self_declared: () => 'AE',
  not_charged: () => 'O',
};

/** Tax Invoice or Simplified Tax Invoice, where the rule names the kind of the document so. */
function titleOf(rule: TaxRule | undefined): { title?: string } {
  const kind = rule?.invoice?.kind?.toLowerCase() ?? '';
  if (kind.startsWith('simplified tax invoice')) return { title: 'Simplified Tax Invoice' };
  return kind.startsWith('tax invoice') ? { title: 'Tax Invoice' } : {};
}
