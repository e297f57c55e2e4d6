import { EventEmitter } from 'node:events';
import { parentPort as workerPort, type MessagePort } from 'node:worker_threads';

/** What Electron's utility processes find at process.parentPort, over a worker's port: events carry data and ports. */
export class ParentPort extends EventEmitter {
  readonly #send: (message: unknown) => void;
  constructor(send: (message: unknown) => void) {
    super();
    this.#send = send;
  }
  postMessage(message: unknown): void {
    this.#send(message);
  }
  receive(data: unknown, ports: MessagePort[] = []): void {
    this.emit('message', { data, ports: ports.map(asMain) });
  }
}

/** A port whose messages arrive as events with `data`, as those of MessagePortMain do. */
export function asMain(port: MessagePort) {
  return {
    postMessage: (message: unknown): void => port.postMessage(message),
    on: (_name: 'message', listener: (event: { data: unknown }) => void): void =>
      void port.on('message', (data: unknown) => listener({ data })),
    start: (): void => port.start(),
    close: (): void => port.close(),
  };
}

// As the first import of a worker: gives it a parent port; the worker that forks it sends {data, ports}.
if (workerPort) {
  const port = workerPort;
  const parent = new ParentPort((message) => port.postMessage(message));
  Object.assign(process, { parentPort: parent });
  port.on('message', ({ data, ports }: { data: unknown; ports: MessagePort[] }) => parent.receive(data, ports));
}
