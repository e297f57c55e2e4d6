import type { Input, Output, ProcedureName } from '../../services/contract/index.ts';
import type { Progress, Topic } from '../../services/contract/procedure.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import { TOKEN_HEADER } from './protocol.ts';
import { lines } from './lines.ts';
import { Listeners, nextId, readPush } from './pending.ts';
import { sessionSecret } from './session.ts';
import type { Bridge, CallOptions, GrantedFile, HostInput, HostName, HostOutput } from './types.ts';

const gone = (): Result<never> =>
  fail('host.gone', 'The Tallybook program behind this page does not answer.', {
    remedy: 'Start Tallybook again and use the address it prints.',
  });
const locked = (): Result<never> =>
  fail('host.session', 'This page has no session with Tallybook.', { remedy: 'Open the address that Tallybook printed when it started.' });

/** The bridge over 127.0.0.1. Every request carries the session token; nothing else is asked of the network. */
export function loopbackBridge(): Bridge {
  const changes = new Listeners<readonly Topic[]>();
  const connection = new Listeners<boolean>();
  const watching = new Map<string, (progress: Progress) => void>();
  const secret = sessionSecret();

  const headers = async (type?: string): Promise<Record<string, string>> => {
    const own = { [TOKEN_HEADER]: (await secret) ?? '' };
    return type ? { ...own, 'content-type': type } : own;
  };

  async function post<T>(path: string, body: unknown): Promise<Result<T>> {
    try {
      const response = await fetch(path, { method: 'POST', headers: await headers('application/json'), body: JSON.stringify(body) });
      return await answer<T>(response);
    } catch {
      return gone();
    }
  }

  async function listen(): Promise<void> {
    let wait = 250;
    let wasConnected = true;
    for (;;) {
      try {
        const response = await fetch('/events', { headers: await headers() });
        if (response.status === 401) return;
        if (response.ok && response.body) {
          wait = 250;
          if (!wasConnected) connection.tell(true);
          wasConnected = true;
          for await (const line of lines(response.body)) take(line);
        }
      } catch {
        // The stream broke: say so once and try again, ever more slowly.
      }
      if (wasConnected) connection.tell(false);
      wasConnected = false;
      await new Promise((resolve) => setTimeout(resolve, wait));
      wait = Math.min(wait * 2, 5000);
    }
  }

  /** A listener that fails is a fault of the page, and told as one; the stream goes on. */
  function take(line: string): void {
    try {
      receive(JSON.parse(line));
    } catch (error) {
      reportError(error);
    }
  }

  function receive(value: unknown): void {
    const push = readPush(value);
    if (push?.type === 'changed') changes.tell(push.topics);
    if (push?.type === 'progress') watching.get(push.id)?.(push.progress);
  }
  void listen();

  return {
    kind: 'loopback',
    async call<N extends ProcedureName>(name: N, input: Input<N>, options: CallOptions = {}) {
      const id = nextId();
      if (options.onProgress) watching.set(id, options.onProgress);
      const cancel = () => void post('/cancel', { id });
      options.signal?.addEventListener('abort', cancel, { once: true });
      try {
        return await post<Output<N>>('/call', { id, name, input });
      } finally {
        watching.delete(id);
        options.signal?.removeEventListener('abort', cancel);
      }
    },
    host: <N extends HostName>(name: N, input: HostInput<N>) => post<HostOutput<N>>('/host', { name, input }),
    async upload(files: readonly File[], as?: 'book') {
      const granted: GrantedFile[] = [];
      try {
        for (const file of files) {
          const path = `/upload?name=${encodeURIComponent(file.name)}${as ? `&as=${as}` : ''}`;
          const result = await answer<GrantedFile>(
            await fetch(path, { method: 'POST', headers: await headers('application/octet-stream'), body: file }),
          );
          if (!result.ok) return result;
          granted.push(result.value);
        }
        return ok(granted);
      } catch {
        return gone();
      }
    },
    async download(fileToken: string, name: string) {
      try {
        const response = await fetch('/download', {
          method: 'POST',
          headers: await headers('application/json'),
          body: JSON.stringify({ token: fileToken }),
        });
        if (!response.ok) return await answer<null>(response);
        const url = URL.createObjectURL(await response.blob());
        const link = document.createElement('a');
        link.href = url;
        link.download = name;
        link.click();
        // The browser reads the address when it starts to save; free the memory afterwards.
        setTimeout(() => URL.revokeObjectURL(url), 60_000);
        return ok(null);
      } catch {
        return gone();
      }
    },
    onChange: changes.add,
    onConnection: connection.add,
  };
}

/** A Result from a response: the services' own, a bare value, or what the status says. */
async function answer<T>(response: Response): Promise<Result<T>> {
  if (response.status === 401) return locked();
  const body: unknown = await response.json().catch(() => null);
  if (typeof body === 'object' && body !== null && 'ok' in body) return body as Result<T>;
  if (!response.ok) return fail('host.refused', say`The host refused the request (${{ status: response.status }}).`);
  return ok(body as T);
}
