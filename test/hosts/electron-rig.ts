import { MessageChannel, Worker } from 'node:worker_threads';
import type { Result } from '../../domain/result.ts';
import type { DialogRequest, ToMain } from '../../electron/messages.ts';
import type { HostMessage } from '../../services/contract/host.ts';
import { ParentPort } from '../electron-stub/utility.ts';

export interface ElectronRig {
  call(name: string, input: unknown): Promise<Result<unknown>>;
  host(name: string, input: unknown): Promise<Result<unknown>>;
  progress: number;
  /** How the next dialog is answered. */
  choose: (request: DialogRequest) => string[];
  parsers: number;
  close(): void;
}

/**
 * The real services process and the real parser of the Electron host, wired as main wires them: the services in this
 * process under a stand-in for process.parentPort, each parser in a worker. Only the operating-system processes are missing.
 */
export async function electronRig(): Promise<ElectronRig> {
  const workers = new Map<number, Worker>();
  const parent = new ParentPort((message) => main(message as ToMain));
  Object.assign(process, { parentPort: parent });
  const waiting = new Map<string, (result: Result<unknown>) => void>();
  let count = 0;

  function main(message: ToMain): void {
    if (message.type === 'dialog') parent.receive({ type: 'dialog-answer', id: message.id, paths: rig.choose(message.request) });
    if (message.type === 'kill-parser') void workers.get(message.id)?.terminate();
    if (message.type !== 'fork-parser') return;
    const { id } = message;
    const worker = new Worker(new URL('../electron-stub/parser-worker.ts', import.meta.url), { execArgv: [] });
    const { port1, port2 } = new MessageChannel();
    rig.parsers += 1;
    workers.set(id, worker);
    worker.on('exit', (code) => parent.receive({ type: 'parser-exit', id, reason: `exit code ${code}` }));
    worker.postMessage({ data: { type: 'link' }, ports: [port1] }, [port1]);
    parent.receive({ type: 'parser', id }, [port2]);
  }

  await import('../../electron/services-host.ts');
  const { port1: page, port2 } = new MessageChannel();
  parent.receive({ type: 'page' }, [port2]);
  page.on('message', (message: HostMessage) => {
    if (message.type === 'progress') rig.progress += 1;
    if (message.type === 'result') waiting.get(message.id)?.(message.result);
  });
  const ask =
    (type: 'call' | 'host') =>
    (name: string, input: unknown): Promise<Result<unknown>> =>
      new Promise((resolve) => {
        const id = String(++count);
        waiting.set(id, resolve);
        page.postMessage({ type, id, name, input });
      });
  const rig: ElectronRig = { call: ask('call'), host: ask('host'), progress: 0, parsers: 0, choose: () => [], close: () => page.close() };
  return rig;
}
