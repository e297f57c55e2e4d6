import { billsHandlers } from '../bills/index.ts';
import { bookHandlers } from '../book/index.ts';
import { invoicesHandlers } from '../invoices/index.ts';
import { paymentsHandlers } from '../payments/index.ts';
import { reconcileHandlers } from '../reconcile/index.ts';
import { whtHandlers } from '../wht/index.ts';
import { makeReportsHandlers } from './handlers.ts';

export const reportsHandlers = makeReportsHandlers({
  'book/info': bookHandlers['book/info'],
  'bills/summary': billsHandlers['bills/summary'],
  'bills/lines': billsHandlers['bills/lines'],
  'reconcile/run': reconcileHandlers['reconcile/run'],
  'invoices/list': invoicesHandlers['invoices/list'],
  'payments/list': paymentsHandlers['payments/list'],
  'wht/list': whtHandlers['wht/list'],
});
