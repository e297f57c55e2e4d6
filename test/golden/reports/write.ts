import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeAtomically } from '../../../services/files/atomic-write.ts';
import type { Sink } from '../../../services/files/sink.ts';
import type { Caller } from '../../../services/reports/pace.ts';

/** Bytes and result of a report writer, through a real file as in the application. */
export async function written<T>(
  produce: (sink: Sink, caller: Caller) => Promise<T>,
  signal: AbortSignal = new AbortController().signal,
): Promise<{ bytes: Buffer; value: T }> {
  const folder = mkdtempSync(join(tmpdir(), 'tallybook-report-'));
  try {
    const target = join(folder, 'report');
    const { value } = await writeAtomically(target, signal, (sink) => produce(sink, { signal, progress: () => {} }));
    return { bytes: readFileSync(target), value };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
