import { useEffect, useState } from 'react';
import { bridge } from '../host/bridge.ts';

/** False while the services cannot be reached. */
export function useConnection(): boolean {
  const [connected, setConnected] = useState(true);
  useEffect(() => bridge().onConnection(setConnected), []);
  return connected;
}
