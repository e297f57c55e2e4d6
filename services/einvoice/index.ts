import { checkPeppol } from '../../domain/einvoice/rules/check.ts';
import { runExport } from '../reports/run.ts';
import type { Handlers } from '../runtime/services.ts';
import { gatherRecord } from './gather-record.ts';
import { readGranted } from './import/read.ts';
import { einvoiceJob, type EInvoiceDetails } from './job.ts';
import { checkRecord } from './record-model/index.ts';
import { verdictOf } from './verdict.ts';

export const einvoiceHandlers: Handlers<'einvoice/check' | 'einvoice/check-file' | 'export/einvoice'> = {
  'einvoice/check': ({ number, vendor, profile }, { session }) => {
    const { invoice, findings } = checkRecord(gatherRecord(session.book().read, number, vendor), profile);
    return { ...verdictOf(findings, true), number, lines: invoice.lines?.length ?? 0 };
  },
  'einvoice/check-file': async ({ file, profile }, context) => {
    const { name, read } = await readGranted(context, file);
    const { invoice, sha256, carrier, syntax } = read;
    const european = syntax === 'ubl' || syntax === 'cii';
    const findings = profile === 'peppol' && european ? checkPeppol(invoice, read.findings) : read.findings;
    return {
      ...verdictOf(findings, false),
      file: name,
      sha256,
      carrier,
      syntax,
      specification: invoice.specification ?? null,
      number: invoice.number ?? null,
      seller: invoice.seller?.name ?? null,
      total: invoice.totals?.gross ?? null,
      currency: invoice.currency ?? null,
    };
  },
  'export/einvoice': async (input, context) => {
    const { details, ...written } = await runExport('export/einvoice', einvoiceJob, input, context);
    return { ...written, ...(details as EInvoiceDetails) };
  },
};
