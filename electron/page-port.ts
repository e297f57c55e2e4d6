import { pageMessage, type HostMessage } from '../services/contract/host.ts';
import type { CallDesk } from '../services/hosting/call-desk.ts';
import { askHost, type HostHandlers } from '../services/hosting/host-desk.ts';
import type { Port } from './remote-parser.ts';

/** Answers one page over its port. What is not a `pageMessage` is dropped: there is no one to tell. Returns how to send events. */
export function servePage(port: Port, desk: CallDesk, handlers: HostHandlers): (message: HostMessage) => void {
  const send = (message: HostMessage): void => port.postMessage(message);
  port.on('message', ({ data }) => {
    const parsed = pageMessage.safeParse(data);
    if (!parsed.success) return;
    const message = parsed.data;
    const { id } = message;
    if (message.type === 'cancel') return void desk.cancel(id);
    const answer =
      message.type === 'host'
        ? askHost(handlers, message.name, message.input ?? {})
        : desk.call(id, message.name, message.input ?? {}, (progress) => send({ type: 'progress', id, progress }));
    void answer.then((result) => send({ type: 'result', id, result }));
  });
  port.start();
  return send;
}
