import type { TallybookHost } from '../../services/contract/host.ts';
import type { Input, Output, ProcedureName } from '../../services/contract/index.ts';
import type { Progress, Topic } from '../../services/contract/procedure.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { Listeners, nextId, readPush } from './pending.ts';
import { PORT_MESSAGE } from './protocol.ts';
import type { Bridge, CallOptions, HostInput, HostName, HostOutput } from './types.ts';

declare global {
  interface Window {
    tallybookHost?: TallybookHost;
  }
}

/** The bridge over the message port that preload hands over. A port that closes is asked for again. */
export function electronBridge(host: TallybookHost): Bridge {
  const changes = new Listeners<readonly Topic[]>();
  const connection = new Listeners<boolean>();
  const watching = new Map<string, (progress: Progress) => void>();
  const waiting = new Map<string, (result: Result<unknown>) => void>();
  let port: MessagePort | null = null;
  let lost = false;
  /** Calls made before the port came. */
  let early: object[] = [];

  function attach(next: MessagePort): void {
    port = next;
    next.addEventListener('message', (event: MessageEvent<unknown>) => receive(event.data));
    next.addEventListener('close', () => restart(next));
    next.start();
    for (const message of early) next.postMessage(message);
    early = [];
    if (lost) connection.tell(true);
    lost = false;
  }

  function restart(closed: MessagePort): void {
    if (closed !== port) return;
    port = null;
    lost = true;
    connection.tell(false);
    const answer = fail('host.restarted', 'The services were restarted while this was running.', {
      remedy: 'Open the book again and repeat it.',
    });
    for (const settle of waiting.values()) settle(answer);
    waiting.clear();
    host.connect();
  }

  function receive(value: unknown): void {
    const push = readPush(value);
    if (push?.type === 'changed') changes.tell(push.topics);
    else if (push?.type === 'progress') watching.get(push.id)?.(push.progress);
    else {
      const message = value as { type?: unknown; id?: unknown; result?: unknown } | null;
      if (message?.type !== 'result' || typeof message.id !== 'string') return;
      waiting.get(message.id)?.(message.result as Result<unknown>);
      waiting.delete(message.id);
    }
  }

  function send<T>(id: string, message: object): Promise<Result<T>> {
    return new Promise((resolve) => {
      waiting.set(id, resolve as (result: Result<unknown>) => void);
      if (port) port.postMessage({ id, ...message });
      else early.push({ id, ...message });
    });
  }

  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    const message = event.data as { type?: unknown } | null;
    const given = event.ports[0];
    if (event.source === window && message?.type === PORT_MESSAGE && given) attach(given);
  });
  host.connect();

  return {
    kind: 'electron',
    async call<N extends ProcedureName>(name: N, input: Input<N>, options: CallOptions = {}) {
      const id = nextId();
      if (options.onProgress) watching.set(id, options.onProgress);
      const cancel = () => port?.postMessage({ type: 'cancel', id });
      options.signal?.addEventListener('abort', cancel, { once: true });
      try {
        return await send<Output<N>>(id, { type: 'call', name, input });
      } finally {
        watching.delete(id);
        options.signal?.removeEventListener('abort', cancel);
      }
    },
    host: <N extends HostName>(name: N, input: HostInput<N>) => send<HostOutput<N>>(nextId(), { type: 'host', name, input }),
    upload: (files: readonly File[]) => host.dropFiles([...files]),
    // The save dialog already chose the place, and the services wrote the file there.
    download: () => Promise.resolve(ok(null)),
    onChange: changes.add,
    onConnection: connection.add,
  };
}
