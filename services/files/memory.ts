import { Sink } from './sink.ts';

/** What is written through a sink, in memory: for a part of a file that has to be known before it is put in. */
export async function toBuffer(produce: (sink: Sink) => Promise<unknown>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  const sink = new Sink({
    write: (bytes, offset, length) => {
      // The writer may use its buffer again.
      parts.push(bytes.slice(offset, offset + length));
      return Promise.resolve({ bytesWritten: length });
    },
  });
  await produce(sink);
  await sink.flush();
  return Buffer.concat(parts);
}
