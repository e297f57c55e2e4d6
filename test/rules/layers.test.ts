import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../build/stale.ts';

/** Imports as they could be written, linted under the project's own configuration in a folder of the same shape. */
const cases: [string, string, 'allowed' | 'refused'][] = [
  ['domain/money/a.ts', '../time/plain-date.ts', 'allowed'],
  ['domain/money/a.ts', 'decimal.js', 'allowed'],
  ['domain/money/a.ts', '../../db/book.ts', 'refused'],
  ['domain/money/a.ts', '../../services/index.ts', 'refused'],
  ['domain/a.ts', '../renderer/main.tsx', 'refused'],
  ['domain/money/a.ts', 'better-sqlite3', 'refused'],
  ['domain/money/a.ts', 'electron', 'refused'],
  ['domain/money/a.ts', 'node:fs', 'refused'],
  ['db/queries/a.ts', '../../domain/result.ts', 'allowed'],
  ['db/a.ts', 'better-sqlite3', 'allowed'],
  ['db/a.ts', '../services/index.ts', 'refused'],
  ['db/a.ts', 'electron', 'refused'],
  ['services/bills/a.ts', '../../db/book.ts', 'allowed'],
  ['services/bills/a.ts', 'better-sqlite3', 'refused'],
  ['services/bills/a.ts', 'electron', 'refused'],
  ['services/bills/a.ts', '../../node/fork-parser.ts', 'refused'],
  ['services/a.ts', '../electron/main.ts', 'refused'],
  ['services/a.ts', '../renderer/x.ts', 'refused'],
  ['services/contract/a.ts', '../../domain/result.ts', 'allowed'],
  ['services/contract/a.ts', 'zod', 'allowed'],
  ['services/contract/a.ts', '../../db/book.ts', 'refused'],
  ['services/contract/a.ts', 'node:path', 'refused'],
  ['node/cli/a.ts', '../../services/index.ts', 'allowed'],
  ['node/cli/a.ts', '../../domain/result.ts', 'allowed'],
  ['node/cli/a.ts', '../../db/book.ts', 'refused'],
  ['node/a.ts', '../electron/main.ts', 'refused'],
  ['node/a.ts', 'electron', 'refused'],
  ['node/a.ts', 'better-sqlite3', 'refused'],
  ['electron/a.ts', 'electron', 'allowed'],
  ['electron/a.ts', '../services/index.ts', 'allowed'],
  ['electron/a.ts', '../node/local-host.ts', 'refused'],
  ['electron/a.ts', '../db/book.ts', 'refused'],
  ['electron/a.ts', 'node:http', 'refused'],
  ['renderer/screens/a.tsx', '../../services/contract/index.ts', 'allowed'],
  ['renderer/screens/a.tsx', '../../domain/result.ts', 'allowed'],
  ['renderer/screens/a.tsx', 'react', 'allowed'],
  ['renderer/screens/a.tsx', '../../services/index.ts', 'refused'],
  ['renderer/screens/a.tsx', '../../services/bills/index.ts', 'refused'],
  ['renderer/screens/a.tsx', '../../services/contracts/index.ts', 'refused'],
  ['renderer/a.ts', '../db/book.ts', 'refused'],
  ['renderer/a.ts', 'electron', 'refused'],
  ['renderer/a.ts', 'node:fs', 'refused'],
  ['renderer/a.ts', '../node/local-host.ts', 'refused'],
];

const folder = mkdtempSync(join(tmpdir(), 'tallybook-layers-'));
copyFileSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));

it.each(cases)('%s importing %s is %s', (file, imported, verdict) => {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `import * as something from '${imported}';\nconsole.log(something);\n`);
  const { stdout } = spawnSync(process.execPath, [join(root, 'node_modules/oxlint/bin/oxlint'), '--format', 'unix', file], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(stdout.includes('no-restricted-imports') ? 'refused' : 'allowed').toBe(verdict);
});
