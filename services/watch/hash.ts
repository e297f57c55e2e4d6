import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { fileProblem } from './problems.ts';

/** SHA-256 of the file in hexadecimal. The bytes are only counted up, not looked at. Throws a Failure in words. */
export async function hashOf(path: string, name: string, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path, { signal })) hash.update(chunk as Buffer);
  } catch (error) {
    throw fileProblem(error, name) ?? error;
  }
  return hash.digest('hex');
}
