import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { root } from '../build/stale.ts';

/** `npm run screenshots [folder]`: pictures of every screen in light and dark, English and Chinese, empty, full and with errors. */
const folder = resolve(process.argv[2] ?? join(root, 'screenshots'));
mkdirSync(folder, { recursive: true });
const { status } = spawnSync(process.execPath, [join(root, 'node_modules/playwright/cli.js'), 'test', '--project=screenshots'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, TALLYBOOK_SCREENSHOTS: folder },
});
process.stdout.write(`\nThe pictures lie in ${folder}\n`);
process.exitCode = status ?? 1;
