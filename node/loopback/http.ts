import type { IncomingMessage, ServerResponse } from 'node:http';
import { securityHeaders } from '../../services/hosting/headers.ts';

/** Sends one complete answer with the security headers. */
export function send(response: ServerResponse, status: number, type: string, body: Buffer | string, nonce: string | null = null): void {
  const bytes = Buffer.from(body);
  response.writeHead(status, { ...securityHeaders(nonce), 'content-type': type, 'content-length': bytes.length });
  response.end(bytes);
}

export const sendJson = (response: ServerResponse, value: unknown, status = 200): void =>
  send(response, status, 'application/json', JSON.stringify(value));

/** The request's JSON, or undefined when it is longer than `limit` bytes or not JSON. */
export async function readJson(request: IncomingMessage, limit: number): Promise<Record<string, unknown> | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) return undefined;
    chunks.push(chunk);
  }
  try {
    const value: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** A header as one string; repeated headers are no header at all. */
export function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}
