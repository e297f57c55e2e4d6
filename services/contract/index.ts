import type { z } from 'zod';
import { accounts } from './accounts.ts';
import { agreements } from './agreements.ts';
import { allocation } from './allocation.ts';
import { analysis } from './analysis.ts';
import { attachments } from './attachments.ts';
import { bank } from './bank.ts';
import { bills } from './bills.ts';
import { billsSummary } from './bills-summary.ts';
import { book } from './book.ts';
import { calendar } from './calendar.ts';
import { closing } from './close.ts';
import { discrepancies } from './discrepancies.ts';
import { einvoice } from './einvoice.ts';
import { einvoiceImport } from './einvoice-import.ts';
import { focus } from './focus.ts';
import { imports } from './imports.ts';
import { letters } from './letters.ts';
import { match } from './match.ts';
import { invoiceActs } from './invoice-acts.ts';
import { invoices } from './invoices.ts';
import { papers } from './papers.ts';
import { parties } from './parties.ts';
import { makings } from './making.ts';
import { payments } from './payments.ts';
import { pictures } from './pictures.ts';
import type { Procedure } from './procedure.ts';
import { reconcile } from './reconcile.ts';
import { registers } from './registers.ts';
import { reportList } from './report-list.ts';
import { reports } from './reports.ts';
import { residence } from './residence.ts';
import { statements } from './statements.ts';
import { selfAccount } from './self-account.ts';
import { settlements } from './settlement.ts';
import { tax } from './tax.ts';
import { taxQuotes } from './tax-quotes.ts';
import { taxRules } from './tax-rules.ts';
import { taxIds } from './tax-ids.ts';
import { usage } from './usage.ts';
import { views } from './views.ts';
import { watch } from './watch.ts';
import { wht } from './wht.ts';
import { whtRegisters } from './wht-registers.ts';
import { whtExpected } from './wht-expected.ts';
import { whtForms } from './wht-forms.ts';
import { whtPapers } from './wht-papers.ts';
import { whtImport } from './wht-import.ts';
import { withholding } from './withholding.ts';

const parts = [
  accounts,
  agreements,
  allocation,
  attachments,
  bank,
  book,
  imports,
  bills,
  analysis,
  billsSummary,
  calendar,
  invoices,
  invoiceActs,
  makings,
  parties,
  payments,
  match,
  selfAccount,
  settlements,
  tax,
  taxQuotes,
  taxRules,
  taxIds,
  wht,
  whtRegisters,
  whtExpected,
  whtForms,
  whtPapers,
  whtImport,
  withholding,
  reconcile,
  closing,
  discrepancies,
  registers,
  reports,
  reportList,
  letters,
  statements,
  residence,
  papers,
  focus,
  pictures,
  views,
  watch,
  usage,
  einvoice,
  einvoiceImport,
] as const;

/** Every procedure of the application by name. All hosts serve exactly this map. */
export const contract = {
  ...accounts,
  ...agreements,
  ...allocation,
  ...attachments,
  ...bank,
  ...book,
  ...imports,
  ...bills,
  ...analysis,
  ...billsSummary,
  ...calendar,
  ...invoices,
  ...invoiceActs,
  ...makings,
  ...parties,
  ...payments,
  ...match,
  ...selfAccount,
  ...settlements,
  ...tax,
  ...taxQuotes,
  ...taxRules,
  ...taxIds,
  ...wht,
  ...whtRegisters,
  ...whtExpected,
  ...whtForms,
  ...whtPapers,
  ...whtImport,
  ...withholding,
  ...reconcile,
  ...closing,
  ...discrepancies,
  ...registers,
  ...reports,
  ...reportList,
  ...letters,
  ...statements,
  ...residence,
  ...papers,
  ...focus,
  ...pictures,
  ...views,
  ...watch,
  ...usage,
  ...einvoice,
  ...einvoiceImport,
};

/** A name defined twice would silently shadow the other; fail at start instead. */
const defined = parts.reduce((count, part) => count + Object.keys(part).length, 0);
if (defined !== Object.keys(contract).length) throw new Error('Two contract procedures have the same name.');

export type Contract = typeof contract;
export type ProcedureName = keyof Contract;
/** What a caller passes (defaults may be left out). */
export type Input<N extends ProcedureName> = z.input<Contract[N]['input']>;
/** What a handler receives (defaults filled in). */
export type ParsedInput<N extends ProcedureName> = z.output<Contract[N]['input']>;
export type Output<N extends ProcedureName> = z.output<Contract[N]['output']>;

/** The procedure of that name, or undefined; own keys only, so that `constructor` is not one. */
export const procedureOf = (name: string): Procedure | undefined =>
  Object.hasOwn(contract, name) ? (contract as Record<string, Procedure>)[name] : undefined;
