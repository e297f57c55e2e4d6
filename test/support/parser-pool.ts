import { fileURLToPath } from 'node:url';
import { forkParser } from '../../node/fork-parser.ts';
import type { ParserLink } from '../../services/runtime/host.ts';

const ENTRY = fileURLToPath(new URL('./measured-parser.ts', import.meta.url));
/** What a parser says last of a file. */
const LAST = new Set(['ended', 'failed', 'members', 'head']);

interface Running {
  link: ParserLink;
  ended: boolean;
  /** Who uses it now. */
  onMessage: (message: unknown) => void;
  onExit: (reason: string) => void;
}

/**
 * Real parser processes, under the real limits, used again for the next file when they have done with one: starting
 * them is most of the time of a small file. One that dies is not used again.
 */
export class ParserPool {
  readonly #idle: Running[] = [];
  readonly #all = new Set<Running>();
  /** Processes that ended before they were told to. */
  died = 0;

  /** For `Host.forkParser`. */
  readonly fork = (): ParserLink => {
    const running = this.#idle.pop() ?? this.#start();
    const takers: ((message: unknown) => void)[] = [];
    const leavers: ((reason: string) => void)[] = [];
    let done = false;
    running.onMessage = (message) => {
      if (LAST.has((message as { type: string }).type)) done = true;
      for (const take of takers) take(message);
    };
    running.onExit = (reason) => {
      for (const leave of leavers) leave(reason);
    };
    return {
      post: (message) => running.link.post(message),
      onMessage: (listener) => void takers.push(listener),
      onExit: (listener) => (running.ended ? listener('ended') : void leavers.push(listener)),
      kill: () => {
        takers.length = leavers.length = 0;
        if (done && !running.ended) this.#idle.push(running);
        else running.link.kill();
      },
    };
  };

  #start(): Running {
    const running: Running = { link: forkParser(ENTRY), ended: false, onMessage: () => {}, onExit: () => {} };
    this.#all.add(running);
    running.link.onMessage((message) => running.onMessage(message));
    running.link.onExit((reason) => {
      running.ended = true;
      if (this.#all.delete(running) && reason !== 'killed by SIGKILL') this.died++;
      running.onExit(reason);
    });
    return running;
  }

  /** Largest peak of memory of the processes that are alive, in bytes. */
  async peak(): Promise<number> {
    const peaks = this.#idle.map(
      (running) =>
        new Promise<number>((resolve) => {
          running.onMessage = (message) => {
            const { type, bytes } = message as { type: string; bytes: number };
            if (type === 'memory') resolve(bytes);
          };
          running.onExit = () => resolve(0);
          running.link.post({ type: 'memory' });
        }),
    );
    return Math.max(0, ...(await Promise.all(peaks)));
  }

  [Symbol.dispose](): void {
    for (const { link } of this.#all) link.kill();
  }
}
