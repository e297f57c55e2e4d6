import { serialize } from 'node:v8';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FrameReader } from './frame-pipe.ts';

const framed = (body: Buffer): Buffer => {
  const prefix = Buffer.alloc(4);
  prefix.writeUInt32LE(body.length);
  return Buffer.concat([prefix, body]);
};

function read(pieces: readonly Buffer[]): { messages: unknown[]; broken: string[] } {
  const [messages, broken]: [unknown[], string[]] = [[], []];
  const reader = new FrameReader(
    (message) => messages.push(message),
    (reason) => broken.push(reason),
  );
  for (const piece of pieces) reader.push(piece);
  return { messages, broken };
}

describe('FrameReader', () => {
  it('puts messages together however the pipe cuts them', () => {
    const sent = [{ type: 'rows', units: Float64Array.of(1, 2, 3) }, { type: 'ended' }, { text: '文'.repeat(500) }];
    const bytes = Buffer.concat(sent.map((message) => framed(serialize(message))));
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 40 }), (cuts) => {
        const pieces: Buffer[] = [];
        for (let at = 0, i = 0; at < bytes.length; i++) {
          const length = cuts[i % cuts.length]!;
          pieces.push(bytes.subarray(at, at + length));
          at += length;
        }
        expect(read(pieces)).toEqual({ messages: sent, broken: [] });
      }),
    );
  });

  it('says that a stream is broken instead of throwing', () => {
    expect(read([framed(Buffer.from('no message of ours'))]).broken).toEqual(['an unreadable message']);
    expect(read([Buffer.from([0xff, 0xff, 0xff, 0xff])]).broken).toEqual(['a message of impossible length']);
  });
});
