/** The one origin that this application shows. */
export const SCHEME = 'app';
export const ORIGIN = 'app://tallybook';
export const START = `${ORIGIN}/`;

/** Whether the address belongs to the application: exact scheme and host, no port, no user, parsed and never compared as text. */
export function isOwnAddress(address: string): boolean {
  const url = URL.parse(address);
  return (
    url !== null &&
    url.protocol === `${SCHEME}:` &&
    url.host === 'tallybook' &&
    url.username === '' &&
    url.password === '' &&
    /^app:\/\//i.test(address)
  );
}

/** What a page of the application may load: its own files, and bytes that it made itself. */
export function mayLoad(address: string): boolean {
  if (address.startsWith('data:') || address.startsWith(`blob:${ORIGIN}/`)) return true;
  return isOwnAddress(address);
}
