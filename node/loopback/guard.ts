/** The parts of a request that decide whether it is looked at at all. Header names as Node gives them. */
export interface Facts {
  method: string;
  path: string;
  host: string | undefined;
  origin: string | undefined;
  site: string | undefined;
  contentType: string | undefined;
}

export interface Refusal {
  status: number;
  why: string;
}

/** Which content type each call takes; everything else is a file of the page, by GET. */
const CALLS: Record<string, string> = {
  '/session': 'application/json',
  '/call': 'application/json',
  '/host': 'application/json',
  '/cancel': 'application/json',
  '/download': 'application/json',
  '/upload': 'application/octet-stream',
};

/**
 * Null when the request comes from the page that this host served, else why it is refused. The checks together keep out
 * other sites (Sec-Fetch-Site, Origin, a content type that needs a preflight, which is never answered) and a name that
 * was re-bound to this address (exact Host; a rebound page has the same origin as its requests).
 * `authority` is 127.0.0.1:PORT.
 */
export function refusal(facts: Facts, authority: string): Refusal | null {
  if (facts.host !== authority) return { status: 403, why: 'host' };
  if (facts.site !== undefined && facts.site !== 'same-origin' && facts.site !== 'none') return { status: 403, why: 'site' };
  if (facts.origin !== undefined && facts.origin !== `http://${authority}`) return { status: 403, why: 'origin' };
  const wanted = Object.hasOwn(CALLS, facts.path) ? CALLS[facts.path] : undefined;
  if (wanted === undefined) return facts.method === 'GET' ? null : { status: 405, why: 'method' };
  if (facts.method !== 'POST') return { status: 405, why: 'method' };
  // A script of the page always sends both; a request without them is not from a page.
  if (facts.site !== undefined && facts.site === 'none') return { status: 403, why: 'site' };
  if (facts.contentType?.split(';', 1)[0]?.trim().toLowerCase() !== wanted) return { status: 415, why: 'type' };
  return null;
}
