import { benchImport } from './import.ts';
import { benchXlsxRead } from './xlsx-read.ts';

/** `npm run bench [-- NAME]`: each bench prints ratios against a peer measured in the same run. */
const benches: Readonly<Record<string, (args: string[]) => Promise<void>>> = {
  import: (args) => benchImport(args[0] ? Number.parseInt(args[0], 10) : undefined),
  'xlsx-read': (args) => benchXlsxRead(args[0] ? Number.parseInt(args[0], 10) : undefined),
};

const [name, ...args] = process.argv.slice(2);
if (name !== undefined && !Object.hasOwn(benches, name)) {
  process.stderr.write(`There is no bench “${name}”. There are: ${Object.keys(benches).join(', ')}.\n`);
  process.exitCode = 2;
} else
  for (const [key, bench] of Object.entries(benches)) {
    if (name !== undefined && key !== name) continue;
    process.stdout.write(`${key}\n`);
    await bench(args);
  }
