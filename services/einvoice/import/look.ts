import type { ReadDb } from '../../../db/connection.ts';
import type { VendorName } from '../../../db/queries/invoices.ts';
import type { ReceivedDocument } from '../../../domain/einvoice/received/document.ts';
import { receive } from '../../../domain/einvoice/received/receive.ts';
import { isIncomplete, weigh } from '../../../domain/einvoice/received/weigh.ts';
import type { PartyDetails } from '../../../domain/parties/party.ts';
import { appError, type AppError } from '../../../domain/result.ts';
import { say } from '../../../domain/words/said.ts';
import type { EInvoiceFinding, EInvoicePreview } from '../../contract/einvoice-import.ts';
import type { EInvoiceRead } from '../../import/parser/einvoice/message.ts';
import { judge, type Judgement } from './judge.ts';
import { matchSeller, vendorOf, type SellerMatch } from './match.ts';

/** How the user wants it recorded. */
export interface Choices {
  vendor: VendorName | null;
  period: string | null;
  as: string | null;
  credits: string | null;
}

/** A file held against the register: what is shown, and what an import needs. */
export interface Look {
  preview: EInvoicePreview;
  document: ReceivedDocument | null;
  match: SellerMatch | null;
  judgement: Judgement | null;
  number: string | null;
}

/** Lines that the preview shows; the register records all. */
const SHOWN_LINES = 200;

/** Holds what a file says against the register. `accept`: figures that contradict each other are taken as they are. */
export function look(db: ReadDb, name: string, read: EInvoiceRead, choices: Choices, today: string, accept = false): Look {
  const findings = read.findings.map((finding): EInvoiceFinding => {
    const { rule, says, where, detail, place } = finding;
    return { rule, weight: weigh(finding, read.syntax, read.invoice), says, where, detail, place };
  });
  const received = receive(read.invoice, read.fapiao);
  const base = {
    file: name,
    sha256: read.sha256,
    carrier: read.carrier,
    inside: read.inside,
    syntax: read.syntax,
    specification: read.invoice.specification ?? null,
    incomplete: isIncomplete(read.syntax, read.invoice),
    findings: findings.toSorted((a, b) => ORDER[a.weight] - ORDER[b.weight]),
  };
  if (!received.ok)
    return {
      preview: {
        ...base,
        document: null,
        state: 'refused',
        refusal: plainly(received.error),
        differences: [],
        match: null,
        vendor: choices.vendor ?? 'other',
        entity: null,
        period: null,
      },
      document: null,
      match: null,
      judgement: null,
      number: null,
    };
  const document = received.value;
  const match = matchSeller(db, document.seller);
  const vendor = choices.vendor ?? vendorOf(match);
  const number = choices.as ?? document.number;
  const credits = choices.credits ?? document.credits;
  const judgement = judge(db, { document, sha256: read.sha256, number, vendor, credits, match }, today);
  const wrong = judgement.state === 'new' && !accept ? findings.filter((f) => f.weight === 'amounts') : [];
  const refusal = wrong.length > 0 ? wrongAmounts(document.number, wrong) : judgement.refusal;
  return {
    preview: {
      ...base,
      document: shown(document, read, credits),
      state: wrong.length > 0 ? 'amounts' : judgement.state,
      refusal: refusal && plainly(refusal),
      differences: judgement.differences,
      match: match && { party: match.party?.id ?? null, name: match.name, by: match.by },
      vendor,
      entity: match?.entity ?? null,
      period: choices.period ?? periodOf(document),
    },
    document,
    match,
    judgement,
    number,
  };
}

const ORDER: Readonly<Record<EInvoiceFinding['weight'], number>> = { amounts: 0, invalid: 1, gap: 2, advice: 3 };

const wrongAmounts = (number: string, findings: readonly EInvoiceFinding[]): AppError =>
  appError(
    'einvoice.amounts',
    say`The figures of ${{ number }} contradict each other: ${{ rules: [...new Set(findings.map((f) => f.rule))] }}.`,
    { value: number, remedy: 'Ask the sender for a corrected invoice, or accept the figures as they are.' },
  );

const plainly = ({ code, message, details }: AppError): NonNullable<EInvoicePreview['refusal']> => ({
  code,
  message,
  remedy: details?.remedy ?? null,
  ...(details?.said && { said: details.said }),
});

/** The month of the document's own period, where it is one month. */
function periodOf({ document: { first, last } }: ReceivedDocument): string | null {
  return first !== undefined && last !== undefined && first.slice(0, 7) === last.slice(0, 7) ? first.slice(0, 7) : null;
}

const named = ({ name, country, taxIds }: PartyDetails) => ({ name, country, taxIds });

const shown = (document: ReceivedDocument, read: EInvoiceRead, credits: string | null): EInvoicePreview['document'] => ({
  kind: document.kind,
  number: document.number,
  date: document.date,
  due: document.due,
  currency: document.currency,
  net: document.net,
  tax: document.tax,
  total: document.total,
  credits: document.kind === 'credit-note' ? credits : null,
  lines: document.lines.slice(0, SHOWN_LINES).map(({ description, net, tax, ratePct }) => ({ description, net, tax, ratePct })),
  lineCount: read.invoice.lines?.length ?? 0,
  figures: document.figures,
  seller: named(document.seller),
  buyer: document.buyer && named(document.buyer),
});
