import type { Handlers } from '../runtime/services.ts';
import { confirmInvoice, disputeInvoice, issueInvoice, linkInvoice } from './acts.ts';
import { addInvoice } from './add.ts';
import { attachToInvoice } from './attach.ts';
import { creditInvoice } from './credit.ts';
import { listAll, showInvoice } from './list.ts';
import { voidInvoice } from './void.ts';

type Names =
  | 'invoices/add'
  | 'invoices/list'
  | 'invoices/show'
  | 'invoices/confirm'
  | 'invoices/dispute'
  | 'invoices/issue'
  | 'invoices/credit'
  | 'invoices/void'
  | 'invoices/link'
  | 'invoices/attach';

export const invoicesHandlers: Handlers<Names> = {
  'invoices/add': addInvoice,
  'invoices/list': listAll,
  'invoices/show': showInvoice,
  'invoices/confirm': confirmInvoice,
  'invoices/dispute': disputeInvoice,
  'invoices/issue': issueInvoice,
  'invoices/credit': creditInvoice,
  'invoices/void': voidInvoice,
  'invoices/link': linkInvoice,
  'invoices/attach': attachToInvoice,
};
