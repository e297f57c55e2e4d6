import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Services } from '../runtime/services.ts';
import { keepWatching } from './keep-watching.ts';
import { keepInFile } from './watch-file.ts';

describe('the file of watched folders', () => {
  let home: string;
  beforeEach(() => void (home = mkdtempSync(join(tmpdir(), 'tallybook-watches-'))));
  afterEach(() => rmSync(home, { recursive: true, force: true }));
  const book = (name: string, createdAt = '2024-01-01T00:00:00.000Z') => ({ path: `/books/${name}.tallybook`, createdAt });

  it('keeps a folder per book over a restart, readable for its user alone', () => {
    const file = join(home, 'new', '.watches.json');
    keepInFile(file).set(book('a'), { folder: '/bucket/a', on: true });
    keepInFile(file).set(book('b'), { folder: '/bucket/b', on: false });
    expect(keepInFile(file).get(book('a'))).toEqual({ folder: '/bucket/a', on: true });
    expect(keepInFile(file).get(book('b'))).toEqual({ folder: '/bucket/b', on: false });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    keepInFile(file).set(book('a'), null);
    expect(keepInFile(file).get(book('a'))).toBeNull();
    expect(keepInFile(file).get(book('b'))).not.toBeNull();
  });

  it('does not pass to another book in the place of the first', () => {
    const keep = keepInFile(join(home, '.watches.json'));
    keep.set(book('a'), { folder: '/bucket/a', on: true });
    expect(keep.get(book('a', '2025-01-01T00:00:00.000Z'))).toBeNull();
  });

  it.each(['', '{', '{}', '[1, null, {"path": "/books/a.tallybook"}]'])(
    'takes %j for no folder at all, and can be written again',
    (text) => {
      const file = join(home, '.watches.json');
      writeFileSync(file, text);
      expect(keepInFile(file).get(book('a'))).toBeNull();
      keepInFile(file).set(book('a'), { folder: '/bucket/a', on: true });
      expect(keepInFile(file).get(book('a'))).toEqual({ folder: '/bucket/a', on: true });
    },
  );
});

describe('the clock of a watched folder', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** Services that only count the looks; each lasts until `end` is called, or its signal. */
  function counting() {
    const looks: { signal: AbortSignal | undefined; end(): void }[] = [];
    const session = { open: true };
    const call = (name: string, _input: unknown, options?: { signal?: AbortSignal }): Promise<unknown> => {
      expect(name).toBe('watch/look');
      return new Promise((resolve) => {
        looks.push({ signal: options?.signal, end: () => resolve({ ok: true }) });
        options?.signal?.addEventListener('abort', () => resolve({ ok: false }));
      });
    };
    return { looks, session, services: { call, session } as unknown as Pick<Services, 'call' | 'session'> };
  }

  it('looks again so long after a look has ended, and never twice at a time', async () => {
    const { looks, services } = counting();
    const watching = keepWatching(services, 1000);
    await vi.advanceTimersByTimeAsync(999);
    expect(looks).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(looks).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(looks).toHaveLength(1);
    looks[0]?.end();
    await vi.advanceTimersByTimeAsync(1000);
    expect(looks).toHaveLength(2);
    await watching.stop();
    expect(looks[1]?.signal?.aborted).toBe(true);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(looks).toHaveLength(2);
  });

  it('does not look while no book is open', async () => {
    const { looks, session, services } = counting();
    session.open = false;
    const watching = keepWatching(services, 1000);
    await vi.advanceTimersByTimeAsync(5000);
    expect(looks).toHaveLength(0);
    session.open = true;
    await vi.advanceTimersByTimeAsync(1000);
    expect(looks).toHaveLength(1);
    await watching.stop();
  });
});
