import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Context } from '../runtime/services.ts';

const REPORT_MS = 100;

/** Progress with rate and remaining time over the last seconds, and a breath for other work between two steps. */
export class Pace {
  readonly #context: Context;
  readonly #stage: string;
  #before = 0;
  #total = 0;
  #current = 0;
  #reported = 0;
  #samples: { at: number; done: number }[] = [];

  constructor(context: Context, stage: string) {
    this.#context = context;
    this.#stage = stage;
  }

  /** A further file of `size` bytes. */
  begin(size: number): void {
    this.#before += this.#current;
    this.#current = size;
    this.#total = this.#before + size;
  }

  async step(bytesOfFile: number): Promise<void> {
    const now = performance.now();
    if (now - this.#reported >= REPORT_MS) {
      this.#reported = now;
      const done = this.#before + bytesOfFile;
      this.#samples.push({ at: now, done });
      if (this.#samples.length > 30) this.#samples.shift();
      const first = this.#samples[0]!;
      const seconds = (now - first.at) / 1000;
      const rate = seconds > 0.2 ? Math.round((done - first.done) / seconds) : null;
      this.#context.progress({
        stage: this.#stage,
        done,
        total: this.#total,
        unit: 'bytes',
        rate,
        remaining: rate ? Math.ceil(Math.max(0, this.#total - done) / rate) : null,
      });
    }
    await nextTurn();
    this.#context.signal.throwIfAborted();
  }
}
