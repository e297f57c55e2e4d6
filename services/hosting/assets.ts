import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

export interface Asset {
  type: string;
  body: Buffer;
}
/** Exact request path → bytes, read once at start. What is not in the map does not exist: there is no path to resolve. */
export type Assets = ReadonlyMap<string, Asset>;

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  // Data with which PDFs are shown: tables of character codes and standard fonts.
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
  '.ttf': 'font/ttf',
};

/** Every file of the built renderer that a page may load; other kinds of files (source maps, notes) are left out. */
export function loadAssets(folder: string): Assets {
  const assets = new Map<string, Asset>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = TYPES[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    assets.set(`/${relative(folder, path).split(sep).join('/')}`, { type, body: readFileSync(path) });
  }
  const index = assets.get('/index.html');
  if (!index) throw new Error(`${folder} has no index.html; the renderer is not built.`);
  assets.set('/', index);
  return assets;
}

export const newNonce = (): string => randomBytes(16).toString('base64');

/** The page with this load's nonce in `<meta name="csp-nonce">`, where the renderer reads it. */
export function withNonce(page: Buffer, nonce: string): Buffer {
  const meta = `<meta name="csp-nonce" content="${nonce}">`;
  const html = page.toString('utf8').replace(/<meta name="csp-nonce"[^>]*>\s*/, '');
  return Buffer.from(html.replace('<head>', `<head>${meta}`));
}

/** The answer to GET `path`: body, type and whether it is the page (which wants a nonce); undefined when there is none. */
export function respond(assets: Assets, path: string): { body: Buffer; type: string; nonce: string | null } | undefined {
  const asset = assets.get(path);
  if (!asset) return undefined;
  if (!asset.type.startsWith('text/html')) return { ...asset, nonce: null };
  const nonce = newNonce();
  return { type: asset.type, body: withNonce(asset.body, nonce), nonce };
}
