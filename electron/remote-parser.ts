import type { ParserLink } from '../services/runtime/host.ts';

/** The end of a message port as the services process sees it. */
export interface Port {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown;
  start(): void;
  close(): void;
}

/** Parsers that main forks on demand, each behind a port that arrives a moment later. */
export class RemoteParsers {
  readonly #ask: (message: { type: 'fork-parser' | 'kill-parser'; id: number }) => void;
  readonly #links = new Map<number, { arrived(port: Port): void; exited(reason: string): void }>();
  #count = 0;

  constructor(ask: (message: { type: 'fork-parser' | 'kill-parser'; id: number }) => void) {
    this.#ask = ask;
  }

  fork(): ParserLink {
    const id = ++this.#count;
    let port: Port | null = null;
    let ended: string | null = null;
    let waiting: unknown[] = [];
    const listeners: ((message: unknown) => void)[] = [];
    const exits: ((reason: string) => void)[] = [];
    this.#links.set(id, {
      arrived(given) {
        port = given;
        given.on('message', (event) => listeners.forEach((listener) => listener(event.data)));
        given.start();
        for (const message of waiting) given.postMessage(message);
        waiting = [];
      },
      exited(reason) {
        ended = reason;
        port?.close();
        for (const listener of exits) listener(reason);
      },
    });
    this.#ask({ type: 'fork-parser', id });
    return {
      post(message) {
        if (ended !== null) return;
        if (port) port.postMessage(message);
        else waiting.push(message);
      },
      onMessage: (listener) => void listeners.push(listener),
      onExit: (listener) => (ended === null ? void exits.push(listener) : listener(ended)),
      kill: () => this.#ask({ type: 'kill-parser', id }),
    };
  }

  arrived(id: number, port: Port): void {
    this.#links.get(id)?.arrived(port);
  }

  exited(id: number, reason: string): void {
    this.#links.get(id)?.exited(reason);
    this.#links.delete(id);
  }
}
