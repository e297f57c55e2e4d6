import { nextNumberOf, seriesById } from '../../../db/queries/number-series.ts';
import { PLAIN_DOCUMENT, type InvoiceFacts, type InvoiceRecord } from '../../../db/queries/invoices.ts';
import type { ReadDb } from '../../../db/connection.ts';
import { issuedStatus } from '../../../domain/invoices/balance.ts';
import { checkLines } from '../../../domain/invoices/check-lines.ts';
import { documentAmount } from '../../../domain/invoices/document-amount.ts';
import type { InvoiceLine } from '../../../domain/invoices/document.ts';
import { add, isNegative } from '../../../domain/money/amount.ts';
import type { Party } from '../../../domain/parties/party.ts';
import type { Series } from '../../../domain/parties/series.ts';
import { refuse, unwrap } from '../../../domain/result.ts';
import { addDays } from '../../../domain/time/plain-date.ts';
import { say, type Said } from '../../../domain/words/said.ts';
import type { Making } from '../../contract/making.ts';
import { partyFor, snapshots } from '../parties.ts';
import { checkedFx, withoutGaps } from '../received.ts';
import { billSource } from './bills.ts';
import { creditOf } from './credit.ts';
import { roundedLines } from './lines.ts';
import { orderSource } from './order.ts';
import type { Source } from './source.ts';
import { taxOfDocument, type MadeTax } from './tax.ts';
import { topUpSource } from './top-up.ts';
import { warningsOf } from './warnings.ts';

/** A document as it will be stored, but for its number and the tax answer on record. */
export interface Plan {
  facts: Omit<InvoiceFacts, 'number' | 'series' | 'quoteId'>;
  lines: InvoiceLine[];
  series: Series;
  next: { number: string; sequence: number };
  tax: Pick<MadeTax, 'asked' | 'answer'>;
  credited: InvoiceRecord | null;
  /** What the history says of how it was made. */
  reason: string | null;
  steps: Said[];
  warnings: Said[];
}

/** The document that the input makes now: draft and made document are both this plan, so that they are the same. */
export function planDocument(read: ReadDb, input: Making): Plan {
  const series = seriesFor(read, input.series, input.what.kind === 'credit' ? 'credit-note' : 'invoice');
  if (input.due !== null && input.due < input.date)
    refuse('invoice.due-before-date', say`The due date ${{ due: input.due }} is before the invoice date ${{ date: input.date }}.`, {
      column: 'due',
      value: input.due,
      remedy: 'Correct one of the two dates.',
    });
  const next = nextNumberOf(read, series, input.date);
  const made = input.what.kind === 'credit' ? planCredit(read, input, input.what) : planInvoice(read, input);
  return { ...made, series, next, warnings: [...made.warnings, ...warningsOf(read, made.facts, series)] };
}

function seriesFor(read: ReadDb, id: number, forKind: Series['forKind']): Series {
  const series = seriesById(read, id);
  if (!series)
    refuse('making.no-series', say`There is no number series ${{ id }}.`, {
      column: 'series',
      value: String(id),
      remedy: 'Choose one of the series in the settings, or make one there first.',
    });
  if (series.archived)
    refuse('making.series-archived', say`Series “${{ name: series.name }}” is archived and gives out no more numbers.`, {
      column: 'series',
      value: series.name,
      remedy: 'Choose another series, or take this one out of the archive.',
    });
  if (series.forKind !== forKind)
    refuse(
      'making.series-kind',
      forKind === 'invoice'
        ? say`Series “${{ name: series.name }}” numbers credit notes, not invoices.`
        : say`Series “${{ name: series.name }}” numbers invoices, not credit notes.`,
      { column: 'series', value: series.name, remedy: 'Choose a series of the other kind.' },
    );
  return series;
}

type Made = Omit<Plan, 'series' | 'next'>;

function planInvoice(read: ReadDb, input: Making): Made {
  const { seller, buyer } = partiesOf(read, input);
  const source = sourceOf(read, input.what);
  const plain = roundedLines(source, { taxCategory: null, taxCode: null, ratePct: null });
  const net = unwrap(documentAmount(plain.total, 'net'));
  if (isNegative(net))
    refuse(
      'making.negative',
      say`The selection adds up to ${{ net }} ${{ currency: source.currency }}: more was given back than charged.`,
      {
        column: 'net',
        value: net,
        remedy: 'Make a credit note of the refunds against the invoice that they were billed on.',
      },
    );
  const taxed = taxOfDocument(read, input.tax, { net, currency: source.currency, date: input.date, seller, buyer });
  const total = unwrap(documentAmount(add(net, taxed.tax), 'total'));
  const lines = unwrap(
    checkLines(
      plain.lines.map((line) => ({ ...line, ...taxed.attributes })),
      { net, tax: taxed.tax },
    ),
  );
  const facts: Plan['facts'] = {
    ...common(input),
    type: source.type,
    kind: 'invoice',
    entity: seller.entity,
    due: input.due ?? (input.termDays === null ? null : addDays(input.date, input.termDays)),
    period: source.period,
    currency: source.currency,
    net,
    tax: taxed.tax,
    stated: issuedStatus(total),
    creditsId: null,
    fx: checkedFx(input.fx, source.currency),
    ...snapshots(read, { sellerId: seller.id, buyerId: buyer.id }),
    document: withoutGaps({
      ...(source.first === null ? {} : { first: source.first }),
      ...(source.last === null ? {} : { last: source.last }),
      ...(source.orderReference === null ? {} : { orderReference: source.orderReference }),
      ...taxed.document,
      ...input.document,
      notes: [...(taxed.document.notes ?? []), ...(input.document.notes ?? [])],
      rounding: plain.rounding,
    }),
  };
  return {
    facts,
    lines,
    tax: taxed,
    credited: null,
    reason: taxed.document.taxReason ?? null,
    steps: [plain.step, ...taxed.steps],
    warnings: [...source.warnings, ...entityWarning(input, seller, taxed)],
  };
}

/** Rules are printed for contracting entities: where the seller is none, it is said which one's rule was taken. */
const entityWarning = (input: Making, seller: Party, { asked }: MadeTax): Said[] =>
  asked === null || seller.entity !== null || (input.tax.by === 'rule' && input.tax.entity !== undefined)
    ? []
    : [say`${{ seller: seller.name }} names no contracting entity: the tax is by the rule for ${{ entity: asked.entity }}.`];

function sourceOf(read: ReadDb, what: Making['what']): Source {
  switch (what.kind) {
    case 'bills':
      return billSource(read, what);
    case 'order':
      return orderSource(read, what);
    case 'top-up':
      return topUpSource(read, what);
    case 'credit':
      throw new TypeError('A credit note is planned by itself.');
  }
}

function partiesOf(read: ReadDb, input: Making): { seller: Party; buyer: Party } {
  if (input.sellerId === null || input.buyerId === null)
    refuse('making.parties', 'An invoice needs a seller and a buyer.', {
      column: input.sellerId === null ? 'sellerId' : 'buyerId',
      remedy: 'Choose both; parties are entered in the settings.',
    });
  const [seller, buyer] = [partyFor(read, input.sellerId, 'seller'), partyFor(read, input.buyerId, 'buyer')];
  if (seller.kind !== 'own')
    refuse('making.seller-kind', say`${{ name: seller.name }} is not one of your own companies; its invoices are received.`, {
      column: 'sellerId',
      value: seller.name,
      remedy: 'Choose a company of your own as the seller.',
    });
  if (seller.id === buyer.id)
    refuse('making.same-party', say`${{ name: seller.name }} cannot be seller and buyer.`, {
      column: 'buyerId',
      value: buyer.name,
      remedy: 'Choose another buyer.',
    });
  return { seller, buyer };
}

function planCredit(read: ReadDb, input: Making, what: Extract<Making['what'], { kind: 'credit' }>): Made {
  if (input.reason === '')
    refuse('making.reason', 'A credit note needs a reason.', { column: 'reason', remedy: 'Say why the invoice is credited.' });
  const credited = creditOf(read, what);
  const { invoice, net, tax } = credited;
  if (input.date < invoice.date)
    refuse(
      'invoice.credit-before-invoice',
      say`The credit note's date ${{ date: input.date }} is before invoice ${{ number: invoice.number }} of ${{ date2: invoice.date }}.`,
      { column: 'date', value: input.date, remedy: 'Check both dates.' },
    );
  const { title: _title, taxReason: _reason, rounding: _rounding, components: _components, ...kept } = invoice.document;
  return {
    facts: {
      ...common(input),
      type: invoice.type,
      kind: 'credit-note',
      entity: invoice.entity,
      due: null,
      termDays: null,
      period: invoice.period,
      currency: invoice.currency,
      net,
      tax,
      stated: 'paid',
      creditsId: invoice.id,
      fx: input.fx === null ? invoice.fx : checkedFx(input.fx, invoice.currency),
      sellerId: invoice.sellerId,
      buyerId: invoice.buyerId,
      seller: invoice.seller,
      buyer: invoice.buyer,
      document: withoutGaps({ ...kept, ...input.document, components: credited.components, rounding: credited.rounding }),
    },
    lines: unwrap(checkLines(credited.lines, { net, tax })),
    tax: { asked: null, answer: null },
    credited: invoice,
    reason: input.reason,
    steps: credited.steps,
    warnings: [],
  };
}

/** What every document made here has. Its issuer is no vendor of bills. */
const common = (
  input: Making,
): Omit<typeof PLAIN_DOCUMENT, 'direction' | 'issued' | 'termDays' | 'series' | 'quoteId'> &
  Pick<InvoiceFacts, 'vendor' | 'date' | 'direction' | 'issued' | 'termDays' | 'note' | 'source' | 'figures'> => ({
  ...PLAIN_DOCUMENT,
  vendor: 'other',
  direction: 'issued',
  date: input.date,
  issued: input.date,
  termDays: input.termDays,
  note: input.note,
  source: 'made',
  figures: {},
});
