import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Host, ParserLink } from '../runtime/host.ts';
import { readFile } from './read-file.ts';

/** A parser that says what the test tells it to say, whenever that is. */
function scripted(): { host: Host; say: (message: unknown) => void } {
  let say: (message: unknown) => void = () => {};
  const link: ParserLink = { post: () => {}, onMessage: (listener) => void (say = listener), onExit: () => {}, kill: () => {} };
  return { host: { forkParser: () => link } as unknown as Host, say: (message) => say(message) };
}

describe('reading a file that was cancelled', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('starts no clock again for what was still on its way', async () => {
    const { host, say } = scripted();
    const stop = new AbortController();
    const reading = readFile(host, { name: 'bill.csv' } as never, {}, stop.signal);
    expect(vi.getTimerCount()).toBe(1);
    stop.abort();
    await expect(reading).rejects.toMatchObject({ error: { code: 'call.cancelled' } });
    say({ type: 'looked', bytes: 1 });
    // A clock that runs keeps a thread alive, and the next command waits for that thread.
    expect(vi.getTimerCount()).toBe(0);
  });
});
