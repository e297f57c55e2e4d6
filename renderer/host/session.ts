import type { Result } from '../../domain/result.ts';
import { BOOTSTRAP_PREFIX } from './protocol.ts';

const KEY = 'tallybook-session';

/** The one-time word in the address, taken out of it at once; null when there is none. */
export function takeBootstrap(location: Location, history: History): string | null {
  if (!location.hash.startsWith(BOOTSTRAP_PREFIX)) return null;
  const word = location.hash.slice(BOOTSTRAP_PREFIX.length);
  history.replaceState(null, '', location.pathname);
  return word;
}

/** The session secret: exchanged once for the one-time word, then kept for this tab only. Null when neither is there. */
export async function sessionSecret(): Promise<string | null> {
  const bootstrap = takeBootstrap(window.location, window.history);
  const known = window.sessionStorage.getItem(KEY);
  if (!bootstrap) return known;
  try {
    const response = await fetch('/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ bootstrap }),
    });
    const answer = (await response.json()) as Result<{ secret: string }>;
    if (!answer.ok) return known;
    window.sessionStorage.setItem(KEY, answer.value.secret);
    return answer.value.secret;
  } catch {
    return known;
  }
}
