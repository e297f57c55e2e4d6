import type { ServerResponse } from 'node:http';
import { securityHeaders } from '../../services/hosting/headers.ts';
import type { HostEvent } from '../../services/contract/host.ts';

/** The open event streams by session secret: one JSON document per line, as it happens. */
export class EventStreams {
  readonly #streams = new Map<ServerResponse, string>();

  open(response: ServerResponse, secret: string): void {
    response.writeHead(200, { ...securityHeaders(null), 'content-type': 'application/x-ndjson' });
    response.flushHeaders();
    this.#streams.set(response, secret);
    response.on('close', () => this.#streams.delete(response));
  }

  /** To every stream, or to those of one session. */
  send(event: HostEvent, secret: string | null = null): void {
    const line = `${JSON.stringify(event)}\n`;
    for (const [response, owner] of this.#streams) if (secret === null || owner === secret) response.write(line);
  }

  close(): void {
    for (const response of this.#streams.keys()) response.end();
  }
}
