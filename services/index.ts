import { accountsHandlers } from './accounts/index.ts';
import { allocationHandlers } from './allocation/index.ts';
import { analysisHandlers } from './analysis/index.ts';
import { attachmentsHandlers } from './attachments/index.ts';
import { bankHandlers } from './bank/index.ts';
import { billsHandlers } from './bills/index.ts';
import { bookHandlers } from './book/index.ts';
import { disputesHandlers } from './disputes/index.ts';
import { documentsHandlers } from './documents/index.ts';
import { calendarHandlers } from './calendar/index.ts';
import { closeHandlers } from './close/index.ts';
import { discrepanciesHandlers } from './discrepancies/index.ts';
import { einvoiceHandlers } from './einvoice/index.ts';
import { einvoiceImportHandlers } from './einvoice/import/index.ts';
import { focusHandlers } from './focus/index.ts';
import { importHandlers } from './import/index.ts';
import { invoicesHandlers } from './invoices/index.ts';
import { partiesHandlers } from './parties/index.ts';
import { matchHandlers } from './match/index.ts';
import { paymentsHandlers } from './payments/index.ts';
import { picturesHandlers } from './pictures/index.ts';
import { reconcileHandlers } from './reconcile/index.ts';
import { registersHandlers } from './registers/index.ts';
import { remindersHandlers } from './reminders/index.ts';
import { reportsHandlers } from './reports/index.ts';
import { residenceHandlers } from './residence/index.ts';
import type { Host } from './runtime/host.ts';
import { createServices, type Services } from './runtime/services.ts';
import { statementsHandlers } from './statements/index.ts';
import { selfAccountHandlers } from './self-account/index.ts';
import { taxHandlers } from './tax/index.ts';
import { taxIdsHandlers } from './tax-ids/index.ts';
import { usageHandlers } from './usage/index.ts';
import { viewsHandlers } from './views/index.ts';
import { watchHandlers } from './watch/index.ts';
import { keepInMemory, type WatchKeep } from './watch/keep.ts';
import { Watcher } from './watch/watcher.ts';
import { bundleHandlers } from './wht/bundle/index.ts';
import { whtExpectedHandlers } from './wht/expected/index.ts';
import { whtFormsHandlers } from './wht/forms/index.ts';
import { whtPapersHandlers } from './wht/papers/index.ts';
import { whtHandlers } from './wht/index.ts';
import { whtImportHandlers } from './wht/import/index.ts';
import { whtRegistersHandlers } from './wht/registers/index.ts';
import { settlementHandlers } from './wht/payables/index.ts';
import { withholdingHandlers } from './withholding/index.ts';

/** The whole application on a host: every procedure of the contract, one open book. `watches` keeps which folders books watch. */
export function createApplication(host: Host, watches: WatchKeep = keepInMemory()): Services {
  const watcher = new Watcher(watches);
  const services = createServices(host, {
    ...accountsHandlers,
    ...allocationHandlers,
    ...attachmentsHandlers,
    ...bankHandlers,
    ...bookHandlers,
    ...importHandlers,
    ...billsHandlers,
    ...analysisHandlers,
    ...calendarHandlers,
    ...invoicesHandlers,
    ...remindersHandlers,
    ...partiesHandlers,
    ...paymentsHandlers,
    ...matchHandlers,
    ...selfAccountHandlers,
    ...taxHandlers,
    ...taxIdsHandlers,
    ...whtHandlers,
    ...whtRegistersHandlers,
    ...settlementHandlers,
    ...whtExpectedHandlers,
    ...whtFormsHandlers,
    ...whtPapersHandlers,
    ...whtImportHandlers,
    ...bundleHandlers,
    ...withholdingHandlers,
    ...reconcileHandlers,
    ...closeHandlers(watcher),
    ...discrepanciesHandlers,
    ...registersHandlers,
    ...reportsHandlers,
    ...statementsHandlers,
    ...residenceHandlers,
    ...disputesHandlers,
    ...documentsHandlers,
    ...focusHandlers,
    ...einvoiceHandlers,
    ...einvoiceImportHandlers,
    ...usageHandlers,
    ...picturesHandlers,
    ...viewsHandlers,
    ...watchHandlers(watcher),
  });
  watcher.attach(services);
  return services;
}
