import type { Handlers } from '../runtime/services.ts';
import {
  billInvoice,
  confirmInvoice,
  disputeInvoice,
  failIssuing,
  issueInvoice,
  linkInvoice,
  scheduleInvoice,
  withdrawDispute,
} from './acts.ts';
import { addInvoice } from './add.ts';
import { attachToInvoice } from './attach.ts';
import { creditInvoice } from './credit.ts';
import { listDue } from './due.ts';
import { listAll, showInvoice } from './list.ts';
import { makingHandlers } from './making/index.ts';
import { updateInvoice } from './update.ts';
import { sendVatProof } from './vat-proof.ts';
import { voidInvoice } from './void.ts';

type Names =
  | 'invoices/add'
  | 'invoices/update'
  | 'invoices/list'
  | 'invoices/show'
  | 'invoices/bill'
  | 'invoices/withdraw'
  | 'invoices/fail'
  | 'invoices/schedule'
  | 'invoices/vatProof'
  | 'invoices/due'
  | 'invoices/confirm'
  | 'invoices/dispute'
  | 'invoices/issue'
  | 'invoices/credit'
  | 'invoices/void'
  | 'invoices/link'
  | 'invoices/attach'
  | 'invoices/draft'
  | 'invoices/make';

export const invoicesHandlers: Handlers<Names> = {
  'invoices/add': addInvoice,
  'invoices/update': updateInvoice,
  'invoices/list': listAll,
  'invoices/show': showInvoice,
  'invoices/bill': billInvoice,
  'invoices/withdraw': withdrawDispute,
  'invoices/fail': failIssuing,
  'invoices/schedule': scheduleInvoice,
  'invoices/vatProof': sendVatProof,
  'invoices/due': listDue,
  'invoices/confirm': confirmInvoice,
  'invoices/dispute': disputeInvoice,
  'invoices/issue': issueInvoice,
  'invoices/credit': creditInvoice,
  'invoices/void': voidInvoice,
  'invoices/link': linkInvoice,
  'invoices/attach': attachToInvoice,
  ...makingHandlers,
};
