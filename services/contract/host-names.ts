// Apart from host.ts, so that the preload script carries these words and no schema library.

/** Electron: type of the window message that brings the page its port. */
export const PORT_MESSAGE = 'tallybook:port';
/** Loopback: header that carries the session secret. */
export const TOKEN_HEADER = 'x-tallybook-token';
/** Loopback: what the address of a fresh page ends in, followed by the one-time token. */
export const BOOTSTRAP_PREFIX = '#bootstrap=';
