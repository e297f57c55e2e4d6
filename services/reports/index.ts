import { billsHandlers } from '../bills/index.ts';
import { closeCertificateJob } from '../close/job.ts';
import { invoicePdfJob } from '../documents/job.ts';
import { disputeJobs } from '../disputes/jobs.ts';
import { einvoiceJob } from '../einvoice/job.ts';
import { focusJob } from '../focus/job.ts';
import { bookHandlers } from '../book/index.ts';
import { invoicesHandlers } from '../invoices/index.ts';
import { paymentsHandlers } from '../payments/index.ts';
import { reconcileHandlers } from '../reconcile/index.ts';
import { selfAccountJob } from '../self-account/job.ts';
import { statementJobs } from '../statements/export/jobs.ts';
import { bundleJob } from '../wht/bundle/job.ts';
import { whtHandlers } from '../wht/index.ts';
import { whtPaperJobs } from '../wht/papers/jobs.ts';
import { whtRegisterJobs } from '../wht/registers/jobs.ts';
import { reportListHandlers } from './declared/handlers.ts';
import type { ExportJob } from './job.ts';
import { makeReportsHandlers, type ExportJobs } from './handlers.ts';
import { queryJob } from './jobs/groups.ts';
import { billsJob } from './jobs/lines.ts';
import { reportJob } from './jobs/report.ts';
import { summaryJob } from './jobs/summary.ts';

/** The procedures that exports are made of: they show what the screens show, by asking what they ask. */
const sources = {
  'book/info': bookHandlers['book/info'],
  'bills/summary': billsHandlers['bills/summary'],
  'bills/query': billsHandlers['bills/query'],
  'reconcile/run': reconcileHandlers['reconcile/run'],
  'invoices/list': invoicesHandlers['invoices/list'],
  'payments/list': paymentsHandlers['payments/list'],
  'wht/list': whtHandlers['wht/list'],
};

export const exportJobs: ExportJobs & {
  'export/focus': ExportJob<'export/focus'>;
  'export/invoice-pdf': ExportJob<'export/invoice-pdf'>;
  'export/einvoice': ExportJob<'export/einvoice'>;
  'export/self-account': ExportJob<'export/self-account'>;
  'export/closeCertificate': ExportJob<'export/closeCertificate'>;
  'export/wht-bundle': ExportJob<'export/wht-bundle'>;
} & typeof disputeJobs &
  typeof statementJobs &
  typeof whtRegisterJobs &
  typeof whtPaperJobs = {
  'export/focus': focusJob(sources['invoices/list']),
  'export/invoice-pdf': invoicePdfJob,
  'export/einvoice': einvoiceJob,
  'export/self-account': selfAccountJob,
  'export/closeCertificate': closeCertificateJob,
  'export/wht-bundle': bundleJob,
  ...disputeJobs,
  ...statementJobs,
  ...whtRegisterJobs,
  ...whtPaperJobs,
  'export/report': reportJob(sources),
  'export/bills': billsJob(sources),
  'export/query': queryJob(sources),
  'export/summary': summaryJob(sources),
};

export const reportsHandlers = { ...makeReportsHandlers(exportJobs), ...reportListHandlers };
