import { fail, ok, type Result } from '../../domain/result.ts';
import type { Progress } from '../contract/procedure.ts';
import type { Services } from '../runtime/services.ts';

type Dispatch = Pick<Services, 'dispatch'>;

/** The running calls of one page: each has the page's own id, can report progress, and can be cancelled. */
export class CallDesk {
  readonly #services: Dispatch;
  readonly #running = new Map<string, AbortController>();
  readonly #onDone: (name: string, input: unknown, result: Result<unknown>) => void;

  constructor(services: Dispatch, onDone: (name: string, input: unknown, result: Result<unknown>) => void = () => {}) {
    this.#services = services;
    this.#onDone = onDone;
  }

  async call(id: string, name: string, input: unknown, onProgress: (progress: Progress) => void): Promise<Result<unknown>> {
    if (this.#running.has(id)) return fail('call.duplicate-id', 'A call with this id is still running.');
    const controller = new AbortController();
    this.#running.set(id, controller);
    try {
      const result = await this.#services.dispatch(name, input, { signal: controller.signal, onProgress });
      this.#onDone(name, input, result);
      return result;
    } finally {
      this.#running.delete(id);
    }
  }

  /** True when such a call was running; it then ends with `call.cancelled` or, if it was already through, with its result. */
  cancel(id: string): Result<{ cancelled: boolean }> {
    const controller = this.#running.get(id);
    controller?.abort();
    return ok({ cancelled: controller !== undefined });
  }

  cancelAll(): void {
    for (const controller of this.#running.values()) controller.abort();
  }
}
