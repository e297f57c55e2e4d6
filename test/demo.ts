import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { localHost } from '../node/local-host.ts';
import type { Input, Output, ProcedureName } from '../services/contract/index.ts';
import { createApplication } from '../services/index.ts';
import { SAMPLE_PERIOD } from '../services/sample/fill.ts';
import { generate } from '../services/sample/generate.ts';
import type { SampleFormat } from '../services/sample/options.ts';

/**
 * `npm run demo`: the whole main job without a screen, on invented bills of all vendors. Ends with where the results
 * lie; leaves the book there, so that the app can open it.
 */
const folder = join(import.meta.dirname, '../demo-output');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const host = localHost();
const application = createApplication(host);
const say = (text = ''): void => void process.stdout.write(`${text}\n`);

async function call<N extends ProcedureName>(name: N, input: Input<N>): Promise<Output<N>> {
  const result = await application.call(name, input);
  if (result.ok) return result.value;
  throw new Error(`${name}: ${result.error.message} ${result.error.details?.remedy ?? ''}`);
}

/** Months of their own, so that no cost is counted twice. */
const ANSWERS: readonly [SampleFormat, string, number][] = [
  ['huawei.api.fee-records', '2024-05', 120],
  ['huawei.api.resource-records', '2024-06', 80],
  ['tencent.api.detail', '2024-05', 150],
  ['zilliz.invoice', '2024-05', 1],
];

const period = SAMPLE_PERIOD;
const book = join(folder, 'demo.tallybook');
await call('book/create', {
  target: host.files.grant(book, 'write'),
  country: 'MY',
  entity: 'SPARKOO_SG',
  customerStatus: 'registered',
  currency: 'USD',
  settlement: 'monthly',
  language: 'en',
  company: 'Demo Company',
});
say('1. A new book: Malaysia, Sparkoo Singapore, registered, USD, monthly settlement');

await call('book/fillSample', {});
const answers = ANSWERS.map(([format, month, rows]) => {
  const sample = generate(format, { rows, seed: 77, period: month });
  const path = join(folder, sample.fileName);
  writeFileSync(path, Buffer.concat([...sample.bytes()]));
  return host.files.grant(path, 'read');
});
await call('import/run', { files: answers });
say('2. Bills imported');
for (const batch of (await call('import/batches', {})).toReversed())
  say(
    `   ${String(batch.batch).padStart(2)}  ${batch.formatTitle.padEnd(52)} ${String(batch.rows).padStart(5)} rows = ${batch.imported} imported + ${batch.duplicates} duplicates + ${batch.superseded} superseded + ${batch.ignored} ignored + ${batch.rejected} rejected`,
  );

const summary = await call('bills/summary', { period });
say(
  `3. Bill of ${period}: ${Object.entries(summary.total)
    .map(([currency, total]) => `${total} ${currency}`)
    .join(', ')}, ${summary.lines} lines, ${summary.status}`,
);

for (const invoice of (await call('invoices/list', { period })).invoices)
  say(
    `4. Invoice ${invoice.number}: ${invoice.total} ${invoice.currency} = ${invoice.net} + ${invoice.tax} tax; paid ${invoice.paid}, withheld ${invoice.withheld}, open ${invoice.open}: ${invoice.status}`,
  );
for (const payment of await call('payments/list', {}))
  say(`5. Payment ${payment.reference}: ${payment.amount} ${payment.currency}, ${payment.left} left`);

const quote = await call('tax/quote', {
  country: 'MY',
  entity: 'SPARKOO_SG',
  status: 'registered',
  amount: '100',
  currency: 'USD',
  date: '2024-03-02',
  whtRate: '8',
});
say(
  `6. Tax on 100 USD of fees: invoice ${quote.invoiceTotal}, net payable ${quote.netPayable} (rule ${quote.rule?.id}, ${quote.rule?.source})`,
);

for (const certificate of await call('wht/list', {})) {
  const reviewed = await call('wht/review', { number: certificate.number, issuer: certificate.issuer, decision: 'accept' });
  say(
    `7. WHT certificate ${reviewed.number}: ${reviewed.total} ${reviewed.currency} over ${reviewed.allocations.map((a) => a.invoice).join(', ')}: ${reviewed.status}`,
  );
}

const reconciled = await call('reconcile/run', { period });
say(
  `8. Reconciliation of ${period}: ${Object.entries(reconciled.counts)
    .map(([status, count]) => `${count} ${status}`)
    .join(', ')}`,
);
for (const check of reconciled.checks)
  say(
    `   ${check.status.padEnd(9)} ${check.title}${check.difference && check.difference !== '0' ? ` (difference ${check.difference} ${check.currency ?? ''})` : ''}`,
  );

say('9. Reports');
for (const format of ['xlsx', 'pdf', 'csv'] as const) {
  const path = join(folder, `report-${period}.${format}`);
  const written = await call('export/report', { period, format, target: host.files.grant(path, 'write') });
  say(`   ${path}  ${written.bytes.toLocaleString('en')} bytes, SHA-256 ${written.sha256.slice(0, 16)}…`);
}
const verdict = await call('book/verify', {});
say(
  `10. The book verifies: ${Object.entries(verdict)
    .map(([part, answer]) => `${part} ${answer}`)
    .join(', ')}`,
);
say(`    Book: ${book}`);
say('    Open it with: npm start');
application.close();
if (Object.values(verdict).some((answer) => answer !== 'ok') || reconciled.counts.fail > 0) process.exitCode = 1;
