import type { Progress } from '../contract/procedure.ts';

/** Longest stretch of work between two turns of the event loop. */
const SLICE_MS = 8;
const REPORT_MS = 100;

/** What long work needs of its caller: both are part of every handler's context. */
export interface Caller {
  signal: AbortSignal;
  progress(progress: Progress): void;
}

/**
 * Keeps long work polite: gives the event loop its turn every few milliseconds, stops when cancelled, and reports
 * rate and remaining time ten times a second.
 */
export class Pace {
  readonly #caller: Caller;
  readonly #stage: string;
  readonly #unit: Progress['unit'];
  readonly #total: number | null;
  readonly #started = performance.now();
  #slice = performance.now();
  #reported = 0;

  constructor(caller: Caller, stage: string, unit: Progress['unit'], total: number | null) {
    this.#caller = caller;
    this.#stage = stage;
    this.#unit = unit;
    this.#total = total;
    caller.signal.throwIfAborted();
    this.#report(0);
  }

  /** True when breathe() should be awaited; cheap enough for every row. */
  get due(): boolean {
    return performance.now() - this.#slice > SLICE_MS;
  }

  /** One turn of the event loop; throws the signal's reason when cancelled. */
  async breathe(done: number): Promise<void> {
    if (performance.now() - this.#reported > REPORT_MS) this.#report(done);
    await new Promise((resolve) => setImmediate(resolve));
    this.#caller.signal.throwIfAborted();
    this.#slice = performance.now();
  }

  finish(done: number): void {
    this.#report(done);
  }

  #report(done: number): void {
    this.#reported = performance.now();
    const seconds = (this.#reported - this.#started) / 1000;
    const rate = done > 0 && seconds > 0.2 ? done / seconds : null;
    const remaining = rate && this.#total !== null ? Math.max(0, (this.#total - done) / rate) : null;
    this.#caller.progress({ stage: this.#stage, done, total: this.#total, unit: this.#unit, rate, remaining });
  }
}
