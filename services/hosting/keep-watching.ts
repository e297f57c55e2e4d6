import type { Services } from '../runtime/services.ts';

/** Time between two looks into a watched folder. Polling: change events do not come from network drives. */
export const WATCH_EVERY_MS = 10_000;

/**
 * Looks into the watched folder of whatever book is open, again and again; each look begins so long after the one before
 * has ended. What a look meets stands in `watch/state`. `stop` cancels a look under way and waits for its end.
 */
export function keepWatching(services: Pick<Services, 'call' | 'session'>, everyMs = WATCH_EVERY_MS): { stop(): Promise<void> } {
  const ending = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let look: Promise<unknown> = Promise.resolve();
  const next = (): void => {
    timer = setTimeout(() => {
      look = services.session.open ? services.call('watch/look', {}, { signal: ending.signal }) : Promise.resolve();
      void look.finally(() => {
        if (!ending.signal.aborted) next();
      });
    }, everyMs);
    // Watching alone is no reason to keep a process alive.
    timer.unref();
  };
  next();
  return {
    async stop() {
      ending.abort();
      clearTimeout(timer);
      await look;
    },
  };
}
