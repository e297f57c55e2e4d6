import type { ParserLink } from '../../runtime/host.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

type FromOwner = Extract<ToWorker, { type: 'parser-message' | 'parser-exit' }>;

/** Parsers that the owner of this thread starts, because only its process can; every message passes through it. */
export class RelayedParsers {
  readonly #tell: (message: FromWorker) => void;
  readonly #links = new Map<number, { messages: ((message: unknown) => void)[]; exits: ((reason: string) => void)[] }>();
  #count = 0;

  constructor(tell: (message: FromWorker) => void) {
    this.#tell = tell;
  }

  fork(): ParserLink {
    const id = ++this.#count;
    const link = { messages: [] as ((message: unknown) => void)[], exits: [] as ((reason: string) => void)[] };
    this.#links.set(id, link);
    this.#tell({ type: 'parser-fork', id });
    return {
      post: (message) => this.#tell({ type: 'parser-post', id, message }),
      onMessage: (listener) => void link.messages.push(listener),
      onExit: (listener) => void link.exits.push(listener),
      kill: () => this.#tell({ type: 'parser-kill', id }),
    };
  }

  heard(message: FromOwner): void {
    const link = this.#links.get(message.id);
    if (!link) return;
    if (message.type === 'parser-message') for (const listener of link.messages) listener(message.message);
    else {
      this.#links.delete(message.id);
      for (const listener of link.exits) listener(message.reason);
    }
  }
}
