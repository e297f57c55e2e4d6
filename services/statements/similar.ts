import { invoicePapers } from '../../db/queries/invoice-papers.ts';
import { remember } from '../../db/queries/remember.ts';
import { findSimilar } from '../../domain/invoices/duplicates.ts';
import { numberForm } from '../../domain/invoices/number-form.ts';
import { add, amount, isZero } from '../../domain/money/amount.ts';
import type { Handler } from '../runtime/services.ts';
import { told } from './duplicates.ts';
import { shownPapers } from './papers.ts';

const MOST = 3;

/** What looks like the document that is being entered. Asked while it is typed: the book's documents are kept until it changes. */
export const similar: Handler<'invoices/similar'> = (draft, { session }) => {
  const { read } = session.book();
  const papers = remember(read, 'invoice papers', () => invoicePapers(read));
  const net = draft.net === null ? null : amount(draft.net);
  const tax = draft.tax === null ? null : amount(draft.tax);
  const total = net === null || tax === null || (isZero(net) && isZero(tax)) ? null : add(net, tax);
  const found = findSimilar(
    {
      id: 0,
      direction: draft.direction,
      kind: draft.kind,
      vendor: draft.vendor,
      sellerId: draft.sellerId,
      partyId: draft.direction === 'received' ? draft.sellerId : draft.buyerId,
      number: numberForm(draft.number),
      date: draft.date,
      period: draft.period,
      currency: draft.currency,
      net,
      tax,
      total,
      credited: false,
      files: [],
      lines: null,
    },
    papers,
    MOST,
  );
  const shown = shownPapers(
    read,
    found.map((pair) => pair.b),
    session.today(),
  );
  return { found: found.map(({ b, score, exact, reasons }) => ({ paper: shown.get(b)!, score, exact, reasons: told(reasons) })) };
};
