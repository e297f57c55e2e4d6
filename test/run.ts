import { findElectron, whyNoWindow } from '../build/electron-runtime.ts';
import { CHECKS, endToEnd, vitest } from './runner/steps.ts';
import { add, type Tally } from './runner/tally.ts';

// `npm test`: every check and every test. The last line is `N passed, N failed`; checks count as one each.
const started = Date.now();
let tally: Tally = { passed: 0, failed: 0 };
for (const step of [...CHECKS, vitest, endToEnd]) tally = add(tally, step());

const runtime = findElectron();
const why = runtime.path === null ? runtime.why : whyNoWindow(process.platform, process.env, process.getuid?.());
process.stdout.write(
  `\nElectron: ${why === null ? `the runtime at ${runtime.path} was driven` : `tested against a stub of its module, because ${why}`}.\n`,
);
process.stdout.write(`Time: ${Math.round((Date.now() - started) / 1000)} s.\n`);
process.stdout.write(`${tally.passed} passed, ${tally.failed} failed\n`);
process.exitCode = tally.failed === 0 ? 0 : 1;
