import type { Progress, Topic } from '../../services/contract/procedure.ts';

/** Messages that the services push on their own. Other shapes are ignored. */
export type Push = { type: 'progress'; id: string; progress: Progress } | { type: 'changed'; topics: readonly Topic[] };

/** A set of listeners with a way to tell them all. */
export class Listeners<T> {
  readonly #all = new Set<(value: T) => void>();
  add = (listener: (value: T) => void): (() => void) => {
    this.#all.add(listener);
    return () => void this.#all.delete(listener);
  };
  tell(value: T): void {
    for (const listener of this.#all) listener(value);
  }
}

/** Reads one pushed line; undefined for anything that is not a push message. */
export function readPush(value: unknown): Push | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const message = value as { type?: unknown; id?: unknown; topics?: unknown; progress?: unknown };
  if (message.type === 'changed' && Array.isArray(message.topics)) return message as Push;
  if (message.type === 'progress' && typeof message.id === 'string' && typeof message.progress === 'object') return message as Push;
  return undefined;
}

let counter = 0;
/** A call id, unique in this window. */
export const nextId = (): string => `${Date.now().toString(36)}-${(counter += 1).toString(36)}`;
