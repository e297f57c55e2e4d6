import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { percentOf, subtract, add, type Amount } from '../../domain/money/amount.ts';
import { POLICIES, round } from '../../domain/money/rounding.ts';
import { refuse } from '../../domain/result.ts';
import { addDays, addPeriods, periodBounds, type Period } from '../../domain/time/plain-date.ts';
import { billsHandlers } from '../bills/index.ts';
import { bookCounts } from '../../db/queries/book.ts';
import { DETECT } from '../import/profiles/store.ts';
import { importFiles } from '../import/run.ts';
import { invoicesHandlers } from '../invoices/index.ts';
import { paymentsHandlers } from '../payments/index.ts';
import type { Context } from '../runtime/services.ts';
import { whtHandlers } from '../wht/index.ts';
import { generate } from './generate.ts';
import { fillParties } from './parties.ts';
import type { SampleFormat, SampleOptions } from './options.ts';
import { SAMPLED, usageSamplesCsv } from './usage-samples.ts';

/** The month that the sample is about; the one before it stands beside for comparison. */
export const SAMPLE_PERIOD: Period = '2024-04';
const TAX_PERCENT = '8';
const WHT_PERCENT = '8';

interface SampleFile {
  format: SampleFormat;
  options: Partial<SampleOptions>;
}

const files = (period: Period): SampleFile[] => {
  const previous = addPeriods(period, -1);
  return [
    { format: 'huawei.detail', options: { rows: 1800, seed: 11, period: previous, taxPercent: 0, currencySuffix: 'code' } },
    { format: 'huawei.statement', options: { rows: 1800, seed: 11, period: previous, taxPercent: 0, currencySuffix: 'code' } },
    { format: 'huawei.detail', options: { rows: 2400, seed: 12, period, taxPercent: 0, currencySuffix: 'code' } },
    { format: 'huawei.statement', options: { rows: 2400, seed: 12, period, taxPercent: 0, currencySuffix: 'code' } },
    { format: 'tencent.detail', options: { rows: 900, seed: 21, period: previous } },
    { format: 'tencent.detail', options: { rows: 1200, seed: 22, period } },
    { format: 'zilliz.invoices', options: { rows: 2, seed: 31, period: previous } },
  ];
};

/** Usage details: every five minutes of the month, and the daily peaks of the month before. */
const usageFiles = (period: Period): { name: string; text: string }[] => {
  const previous = addPeriods(period, -1);
  return [
    {
      name: `用量明细_${previous}.csv`,
      text: usageSamplesCsv(
        previous,
        41,
        SAMPLED.filter(({ daily }) => daily),
      ),
    },
    { name: `用量明细_${period}.csv`, text: usageSamplesCsv(period, 42) },
  ];
};

/**
 * Fills the open, empty book with invented bills of three clouds and the papers of one month: the vendor's invoice, a
 * payment net of withholding tax, and the certificate for the rest. Everything goes in as a user would bring it in.
 */
export async function fillSample(context: Context): Promise<void> {
  const { session, host } = context;
  const counts = bookCounts(session.book().read);
  if (counts.batches + counts.invoices + counts.payments > 0)
    refuse('sample.not-empty', 'This book holds data already; sample data would mix with it.', {
      remedy: 'Make a new book for the sample data.',
    });
  const folder = mkdtempSync(join(tmpdir(), 'tallybook-sample-'));
  try {
    const inputs = files(SAMPLE_PERIOD).map(({ format, options }) => {
      const sample = generate(format, options);
      const path = join(folder, `${inputsName(sample.fileName)}`);
      writeFileSync(path, Buffer.concat([...sample.bytes()]));
      return { path, name: sample.fileName };
    });
    for (const { name, text } of usageFiles(SAMPLE_PERIOD)) {
      const path = join(folder, inputsName(name));
      writeFileSync(path, text);
      inputs.push({ path, name });
    }
    await importFiles(inputs, DETECT, context);
    const paper = join(folder, 'wht-certificate.pdf');
    writeFileSync(paper, await certificatePaper());
    await papers(context, host.files.grant(paper, 'read'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

let serial = 0;
const inputsName = (name: string): string => `${++serial}-${name}`;

async function papers(context: Context, paper: string): Promise<void> {
  await fillParties(context);
  const period = SAMPLE_PERIOD;
  const summary = await billsHandlers['bills/summary']({ period, vendor: 'huawei', account: null }, context);
  const net = summary.total['USD'];
  if (net === undefined) throw new Error('The sample bill has no total in USD.');
  const issued = addDays(periodBounds(period).last, 3);
  const tax = cents(percentOf(net, TAX_PERCENT));
  const withheld = cents(percentOf(net, WHT_PERCENT));
  const total = add(net, tax);
  const number = `SG${period.replace('-', '')}0001`;
  await invoicesHandlers['invoices/add'](
    {
      number,
      date: issued,
      vendor: 'huawei',
      entity: 'SPARKOO_SG',
      currency: 'USD',
      net,
      tax,
      due: addDays(issued, 30),
      period,
      note: '',
      file: null,
    },
    context,
  );
  await paymentsHandlers['payments/add'](
    {
      date: addDays(issued, 17),
      amount: subtract(total, withheld),
      currency: 'USD',
      reference: 'TRANSFER-0517',
      method: 'bank transfer',
      note: `Net of ${WHT_PERCENT} % withholding tax`,
      allocate: [{ invoice: number, amount: subtract(total, withheld) }],
    },
    context,
  );
  await whtHandlers['wht/add'](
    {
      number: null,
      issuer: 'Malaysia tax authority',
      date: addDays(issued, 40),
      total: withheld,
      currency: 'USD',
      side: 'payer',
      country: 'MY',
      form: null,
      first: null,
      last: null,
      payerId: null,
      payeeId: null,
      remittance: '',
      remitted: null,
      income: [],
      allocate: [{ invoice: number, amount: null, payAmount: null, fx: null }],
      attach: [paper],
      note: '',
      draft: false,
      submitted: null,
      replaces: null,
    },
    context,
  );
}

const cents = (value: Amount): Amount => round(value, POLICIES.taxLine);

async function certificatePaper(): Promise<Uint8Array> {
  const { PDFDocument, StandardFonts } = await import('pdf-lib');
  const document = await PDFDocument.create();
  const page = document.addPage([420, 260]);
  page.drawText('Sample withholding-tax certificate (invented)', {
    x: 32,
    y: 200,
    size: 14,
    font: await document.embedFont(StandardFonts.Helvetica),
  });
  return document.save();
}
