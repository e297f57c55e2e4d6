import { buildParser } from '../../build/parser.ts';
import { benchBills } from './bills.ts';
import { benchExportLive } from './exports-live.ts';
import { benchExportPdf } from './exports-pdf.ts';
import { benchExportCsv, benchExportXlsx } from './exports.ts';
import { benchFaults } from './faults.ts';
import { benchImportLive } from './import-live.ts';
import { benchImport, benchScale } from './import.ts';
import { benchReconcile } from './reconcile.ts';
import { benchScroll } from './scroll.ts';
import { benchXlsxRead } from './xlsx-read.ts';

const rowsOf = (args: readonly string[]): number | undefined => (args[0] ? Number.parseInt(args[0], 10) : undefined);

/** `npm run bench [-- NAME]`: each bench prints ratios against a peer measured in the same run. */
const benches: Readonly<Record<string, (args: string[]) => Promise<void>>> = {
  bills: (args) => benchBills(rowsOf(args)),
  import: (args) => benchImport(rowsOf(args)),
  'import-live': (args) => benchImportLive(rowsOf(args)),
  'import-scale': (args) => benchScale(rowsOf(args)),
  reconcile: (args) => benchReconcile(...args.map(Number)),
  scroll: (args) => benchScroll(rowsOf(args)),
  'xlsx-read': (args) => benchXlsxRead(rowsOf(args)),
  'export-csv': (args) => benchExportCsv(rowsOf(args)),
  'export-xlsx': (args) => benchExportXlsx(rowsOf(args)),
  'export-pdf': (args) => benchExportPdf(rowsOf(args)),
  'export-live': (args) => benchExportLive(rowsOf(args)),
  faults: benchFaults,
};

/** Take many minutes, or ten gigabytes of disk: only when they are asked for by name. */
const BY_NAME: ReadonlySet<string> = new Set(['import-scale', 'faults']);

// As the app has it when it is started.
await buildParser();
const [name, ...args] = process.argv.slice(2);
if (name !== undefined && !Object.hasOwn(benches, name)) {
  process.stderr.write(`There is no bench “${name}”. There are: ${Object.keys(benches).join(', ')}.\n`);
  process.exitCode = 2;
} else
  for (const [key, bench] of Object.entries(benches)) {
    if (name === undefined ? BY_NAME.has(key) : key !== name) continue;
    process.stdout.write(`${key}\n`);
    await bench(args);
  }
