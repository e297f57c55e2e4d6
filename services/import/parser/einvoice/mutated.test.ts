import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Failure } from '../../../../domain/result.ts';
import { receive } from '../../../../domain/einvoice/received/receive.ts';
import { fixture, readBytes } from '../../../../test/support/einvoice-files.ts';

beforeAll(() => void vi.spyOn(console, 'warn').mockImplementation(() => {}));
afterAll(() => void vi.restoreAllMocks());

/** A sequence that is the same in every run (xorshift). */
function randoms(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}

const FILES = ['facturx/Facture_FR_BASICWL.pdf', 'fapiao/red_negative.xml', 'fapiao/999.ofd'] as const;

describe('files that were damaged on their way', () => {
  it.each(FILES)('%s is read or refused in words, whatever was changed in it', async (name) => {
    const sound = readFileSync(fixture(name));
    const next = randoms(20_260_915);
    let refused = 0;
    for (let round = 0; round < 60; round++) {
      let damaged = Buffer.from(sound);
      for (let n = 0; n <= round % 5; n++) damaged[next() % damaged.length] = next() % 256;
      if (round % 4 === 0) damaged = damaged.subarray(0, next() % damaged.length);
      try {
        const { invoice, fapiao } = await readBytes(damaged, name);
        // What was read is recorded or refused in words, too.
        const result = receive(invoice, fapiao);
        if (!result.ok) expect(result.error.message).toMatch(/\.$/);
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        refused++;
      }
    }
    expect(refused).toBeGreaterThan(5);
  });
});
