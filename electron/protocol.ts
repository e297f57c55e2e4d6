import { protocol } from 'electron';
import { respond, type Assets } from '../services/hosting/assets.ts';
import { securityHeaders } from '../services/hosting/headers.ts';
import { isOwnAddress, SCHEME } from './origin.ts';

/** Before the application is ready: the scheme is a proper origin, without the powers that it does not need. */
export function announceScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
}

/** Serves the built renderer under app://tallybook, from the list made at start and from nothing else. */
export function serveApp(assets: Assets): void {
  protocol.handle(SCHEME, (request) => answer(assets, request.method, request.url));
}

/** The answer to one request: 405 but for GET, 403 for another host, 404 for a path that is not in the list. */
export function answer(assets: Assets, method: string, address: string): Response {
  if (method !== 'GET') return refuse(405);
  if (!isOwnAddress(address)) return refuse(403);
  const found = respond(assets, new URL(address).pathname);
  if (!found) return refuse(404);
  return new Response(new Uint8Array(found.body), {
    status: 200,
    headers: { ...securityHeaders(found.nonce), 'content-type': found.type },
  });
}

const refuse = (status: number): Response => new Response('', { status, headers: securityHeaders(null) });
