import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fuzz } from './security/hostile/fuzz/fuzz.ts';

// `npm run fuzz [-- COUNT [SEED]]`: spoiled files of every kind through the import; what fails is kept under test-results/fuzz.
const count = Number(process.argv[2] ?? 2000);
const first = Number(process.argv[3] ?? Date.now() % 1_000_000_000);
const STEP = 250;
const folder = join(import.meta.dirname, '../test-results/fuzz');
process.stdout.write(`${count} files from seed ${first}.\n`);
let broken = 0;
for (let done = 0; done < count; done += STEP) {
  const result = await fuzz(first + done, Math.min(STEP, count - done), (seed, name, bytes) => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${seed}-${name}`), bytes);
  });
  for (const problem of result.broken) process.stdout.write(`${problem}\n`);
  broken += result.broken.length;
  process.stdout.write(
    `${Math.min(done + STEP, count)} files: ${result.imported} of the last ${result.files} imported, parser at most ${Math.round(result.peak / 2 ** 20)} MB.\n`,
  );
}
process.stdout.write(broken === 0 ? 'Nothing broke.\n' : `${broken} problems; the files are in ${folder}.\n`);
process.exitCode = broken === 0 ? 0 : 1;
