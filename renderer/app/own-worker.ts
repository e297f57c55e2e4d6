/** The one worker of the page: the reader of PDFs, from the page's own bundle. */
const WORKER = /^\/assets\/pdf-worker-[\w-]+\.js$/;

/** Passes the address of the page's own worker, and no other script's. `page` is the address of the page. */
export function ownWorkerOnly(text: string, page: string): string {
  const asked = URL.parse(text, page);
  const own = new URL(page);
  if (!asked || asked.protocol !== own.protocol || asked.host !== own.host || asked.search !== '' || !WORKER.test(asked.pathname))
    throw new TypeError('Script from text is refused.');
  return asked.href;
}
