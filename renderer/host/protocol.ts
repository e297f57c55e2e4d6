import type { BOOTSTRAP_PREFIX as Prefix, PORT_MESSAGE as Port, TOKEN_HEADER as Header } from '../../services/contract/host.ts';

// The same words as in the host contract; the types hold them equal without bringing its schemas into the page.
export const TOKEN_HEADER: typeof Header = 'x-tallybook-token';
export const PORT_MESSAGE: typeof Port = 'tallybook:port';
export const BOOTSTRAP_PREFIX: typeof Prefix = '#bootstrap=';
