import { appendAudit } from '../../../db/audit.ts';
import { addAttachment } from '../../../db/queries/attachments.ts';
import { addHistory } from '../../../db/queries/history.ts';
import { PLAIN_DOCUMENT, type InvoiceFacts, type InvoiceRecord } from '../../../db/queries/invoices.ts';
import { insertParty, partyById } from '../../../db/queries/parties.ts';
import type { ReceivedDocument } from '../../../domain/einvoice/received/document.ts';
import { issuedStatus, statusOn } from '../../../domain/invoices/balance.ts';
import { negate } from '../../../domain/money/amount.ts';
import { checkParty, tidyParty } from '../../../domain/parties/check.ts';
import { unwrap } from '../../../domain/result.ts';
import type { Act } from '../../invoices/act.ts';
import { recordNew } from '../../invoices/record.ts';
import { withSettlement } from '../../invoices/settlement.ts';
import type { Look } from './look.ts';

/** What is recorded beside the document itself. */
interface Manner {
  file: { name: string; type: string; data: Uint8Array };
  createParty: boolean;
  note: string;
  /** Rules of amounts that the document breaks and a person accepted. */
  accepted: readonly string[];
}

type Ready = Look & { document: ReceivedDocument; number: string };

/** Records the document with its lines, its parties and the file itself; a credit note is laid against its invoice. */
export function recordReceived(act: Act, looked: Ready, manner: Manner): InvoiceRecord {
  const { document, judgement, preview } = looked;
  const sellerId = looked.match?.party?.id ?? (manner.createParty ? makeParty(act, looked) : null);
  const credited = judgement?.credited ?? null;
  const facts: InvoiceFacts = {
    ...PLAIN_DOCUMENT,
    vendor: preview.vendor,
    number: looked.number,
    kind: document.kind,
    entity: preview.entity,
    date: document.date,
    due: document.due,
    period: preview.period ?? credited?.period ?? null,
    currency: document.currency,
    net: document.net,
    tax: document.tax,
    stated: document.kind === 'credit-note' ? 'paid' : issuedStatus(document.total),
    creditsId: credited?.id ?? null,
    note: manner.note,
    source: manner.file.name,
    figures: looked.number === document.number ? document.figures : { ...document.figures, documentNumber: document.number },
    issued: document.date,
    sellerId,
    seller: document.seller,
    buyer: document.buyer,
    document: document.document,
  };
  // Figures that contradict each other: the rules that say so stand in the history.
  const entry =
    manner.accepted.length === 0 ? { event: 'imported', reason: null } : { event: 'imported-accepted', reason: manner.accepted.join(', ') };
  const record = (): InvoiceRecord => {
    const made = recordNew(act, 'einvoice/import', facts, entry, document.lines);
    addAttachment(act.write, `invoice:${made.id}`, manner.file, act.at);
    return made;
  };
  if (!credited) return record();
  return withSettlement(act, [credited.id], `credit note ${looked.number}`, () => {
    const made = record();
    const shown = statusOn(credited, act.today);
    const said = `${negate(document.total)} ${document.currency} by ${looked.number}`;
    addHistory(act.write, 'invoice', credited.id, { at: act.at, who: act.who, event: 'credited', from: shown, to: shown, reason: said });
    return made;
  });
}

/** A vendor's party of what the document says of its seller. */
function makeParty(act: Act, { document, preview }: Ready): number {
  const party = tidyParty({ ...document.seller, kind: 'vendor' as const, entity: preview.entity, archived: false });
  unwrap(checkParty(party));
  const id = insertParty(act.write, party);
  const after = partyById(act.write, id)!;
  appendAudit(act.write, { at: act.at, who: act.who, action: 'parties/save', subject: `party:${id}`, before: null, after });
  return id;
}
