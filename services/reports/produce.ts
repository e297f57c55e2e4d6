import { openSnapshot } from '../../db/snapshot.ts';
import type { ParsedInput } from '../contract/index.ts';
import type { Progress } from '../contract/procedure.ts';
import { writeAtomically } from '../files/atomic-write.ts';
import type { Host } from '../runtime/host.ts';
import { Session } from '../runtime/session.ts';
import type { ExportJob, ExportName, Produced } from './job.ts';

interface Caller {
  host: Host;
  signal: AbortSignal;
  progress(progress: Progress): void;
  /** Throws where the complete file is not wanted any more. */
  keep?: () => void;
}

/** Writes the file of a job out of the book as it is at this moment, in the thread that calls. */
export async function produce<N extends ExportName>(
  job: ExportJob<N>,
  input: ParsedInput<N>,
  book: string,
  target: string,
  { host, signal, progress, keep }: Caller,
): Promise<Produced> {
  const session = new Session(host);
  session.adopt(openSnapshot(book));
  try {
    const context = { host, session, signal, progress };
    const { value, sha256, bytes } = await writeAtomically(target, signal, (sink) => job.write(sink, input, context), keep);
    return typeof value === 'number' ? { rows: value, sha256, bytes } : { ...value, sha256, bytes };
  } finally {
    session.close();
  }
}
