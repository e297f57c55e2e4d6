import { accounts } from './accounts.ts';
import { agreements } from './agreements.ts';
import { allocation } from './allocation.ts';
import { analysis } from './analysis.ts';
import { archive } from './archive.ts';
import { attachments } from './attachments.ts';
import { bank } from './bank.ts';
import { beside } from './beside.ts';
import { bills } from './bills.ts';
import { book } from './book.ts';
import { close } from './close.ts';
import { course } from './course.ts';
import { disputes } from './disputes.ts';
import { documents } from './documents.ts';
import { einvoiceImport } from './einvoice-import.ts';
import { einvoice } from './einvoice.ts';
import { eras } from './eras.ts';
import { exports } from './exports.ts';
import { focus } from './focus.ts';
import { focusExport } from './focus-export.ts';
import { host } from './host.ts';
import { imports } from './import.ts';
import { making } from './making.ts';
import { match } from './match.ts';
import { mend } from './mend.ts';
import { papers } from './papers.ts';
import { parties } from './parties.ts';
import { payables } from './payables.ts';
import { pictures } from './pictures.ts';
import { reconcile } from './reconcile.ts';
import { reportList } from './report-list.ts';
import { residence } from './residence.ts';
import { selfAccount } from './self-account.ts';
import { sheet } from './sheet.ts';
import { statements } from './statements.ts';
import { summary } from './summary.ts';
import { taxIds } from './tax-ids.ts';
import { taxRules } from './tax-rules.ts';
import { usage } from './usage.ts';
import { vendorSteps } from './vendor-steps.ts';
import { views } from './views.ts';
import { watch } from './watch.ts';
import { why } from './why.ts';
import { whtImport } from './wht-import.ts';
import { values } from './values.ts';
import { whtPapers } from './wht-papers.ts';
import { whtCertificate } from './wht-certificate.ts';
import { whtChecks } from './wht-checks.ts';
import { whtExpected } from './wht-expected.ts';
import { whtFiles } from './wht-files.ts';
import { whtRegisters } from './wht-registers.ts';

/** Rooms of the catalogue; no sentence stands in two of them. */
export const rooms = {
  accounts,
  agreements,
  allocation,
  analysis,
  archive,
  attachments,
  bank,
  beside,
  bills,
  book,
  close,
  course,
  disputes,
  documents,
  einvoiceImport,
  einvoice,
  eras,
  exports,
  focus,
  focusExport,
  host,
  imports,
  making,
  match,
  mend,
  papers,
  parties,
  payables,
  pictures,
  reconcile,
  reportList,
  residence,
  selfAccount,
  sheet,
  statements,
  summary,
  taxIds,
  taxRules,
  values,
  whtPapers,
  usage,
  vendorSteps,
  views,
  watch,
  why,
  whtImport,
  whtCertificate,
  whtChecks,
  whtExpected,
  whtFiles,
  whtRegisters,
};

/** Chinese form of every sentence that the program says, by its English template. Placeholders have the same names. */
export const sentencesZh: Readonly<Record<string, string>> = Object.assign({}, ...Object.values(rooms)) as Record<string, string>;
