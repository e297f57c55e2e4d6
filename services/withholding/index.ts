import { documentAmount } from '../../domain/invoices/document-amount.ts';
import { amount } from '../../domain/money/amount.ts';
import { unwrap } from '../../domain/result.ts';
import { grossUp } from '../../domain/tax/gross-up.ts';
import { taxPack } from '../../domain/tax/pack.ts';
import { whtClauses } from '../../domain/tax/wht-clause.ts';
import type { Handlers } from '../runtime/services.ts';
import { packOfBook } from '../tax/book-pack.ts';

/** Withholding tax in the price. */
export const withholdingHandlers: Handlers<'tax/gross-up' | 'tax/wht-clauses'> = {
  'tax/gross-up': ({ net, ratePct, currency }) =>
    grossUp(unwrap(documentAmount(net, 'net')), amount(ratePct.replace(/^0+(?=\d)/, '')), currency),
  'tax/wht-clauses': (input, { session }) => whtClauses(session.open ? packOfBook(session.book().read) : taxPack, input),
};
