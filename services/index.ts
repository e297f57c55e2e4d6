import { billsHandlers } from './bills/index.ts';
import { bookHandlers } from './book/index.ts';
import { importHandlers } from './import/index.ts';
import { invoicesHandlers } from './invoices/index.ts';
import { paymentsHandlers } from './payments/index.ts';
import { reconcileHandlers } from './reconcile/index.ts';
import { reportsHandlers } from './reports/index.ts';
import type { Host } from './runtime/host.ts';
import { createServices, type Services } from './runtime/services.ts';
import { taxHandlers } from './tax/index.ts';
import { whtHandlers } from './wht/index.ts';

/** The whole application on a host: every procedure of the contract, one open book. */
export const createApplication = (host: Host): Services =>
  createServices(host, {
    ...bookHandlers,
    ...importHandlers,
    ...billsHandlers,
    ...invoicesHandlers,
    ...paymentsHandlers,
    ...taxHandlers,
    ...whtHandlers,
    ...reconcileHandlers,
    ...reportsHandlers,
  });
