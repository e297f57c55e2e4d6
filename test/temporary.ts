import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Global set-up of a run: everything its tests leave in the temporary folder goes when it ends. Resolves to the clean-up. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'tallybook-run-'));
  process.env['TMPDIR'] = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
