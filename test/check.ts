import { CHECKS } from './runner/steps.ts';
import { add, type Tally } from './runner/tally.ts';

// `npm run check`: types, lint, format and unused code, without running a test.
let tally: Tally = { passed: 0, failed: 0 };
for (const step of CHECKS) tally = add(tally, step());
process.stdout.write(`${tally.passed} passed, ${tally.failed} failed\n`);
process.exitCode = tally.failed === 0 ? 0 : 1;
