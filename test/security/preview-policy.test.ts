import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ownWorkerOnly } from '../../renderer/app/own-worker.ts';
import { root } from '../../build/stale.ts';
import { securityHeaders } from '../../services/hosting/headers.ts';

const HOSTS = ['http://127.0.0.1:4711/', 'app://tallybook/'];

describe('the policy of the page with a reader of PDFs in it', () => {
  it.each([null, 'abc'])('gives no power for it (nonce %s)', (nonce) => {
    const policy = securityHeaders(nonce)['content-security-policy']!;
    const directives = new Map(policy.split('; ').map((part) => [part.split(' ')[0]!, part.slice(part.indexOf(' ') + 1)]));
    // Workers fall back to script-src: the page's own origin and nothing that is made in the page.
    expect(directives.get('script-src')).toBe("'self'");
    expect(directives.get('default-src')).toBe("'none'");
    expect(directives.get('connect-src')).toBe("'self'");
    expect(directives.get('font-src')).toBe("'self'");
    for (const name of ['worker-src', 'child-src', 'frame-src', 'object-src', 'media-src']) expect(directives.has(name)).toBe(false);
    expect(policy).not.toMatch(/unsafe-eval|unsafe-inline|strict-dynamic|unsafe-hashes/);
    expect(directives.get('trusted-types')).toBe('default');
    expect(directives.get('require-trusted-types-for')).toBe("'script'");
  });

  it.each(HOSTS)('lets start the page’s own worker at %s', (page) => {
    const address = `${page}assets/pdf-worker-ClT6_U-4.js`;
    expect(ownWorkerOnly(address, `${page}?x=1#wht`)).toBe(address);
    expect(ownWorkerOnly('./assets/pdf-worker-a.js', page)).toBe(`${page}assets/pdf-worker-a.js`);
  });

  it.each(
    HOSTS.flatMap((page) =>
      [
        'https://example.com/assets/pdf-worker-a.js',
        '//example.com/assets/pdf-worker-a.js',
        'http://127.0.0.1:4712/assets/pdf-worker-a.js',
        'app://other/assets/pdf-worker-a.js',
        'blob:http://127.0.0.1:4711/assets/pdf-worker-a.js',
        'data:text/javascript,1',
        'javascript:1',
        'assets/index-a.js',
        'assets/pdf-worker-a.js?x',
        'assets/pdf-worker-a.js/../evil.js',
        'assets/../upload/pdf-worker-a.js',
        'upload?name=/assets/pdf-worker-a.js',
        'assets/pdf-worker-%2e%2e.js',
        'assets/x/pdf-worker-a.js',
        'http://[',
        '',
      ].map((address) => [page, address] as const),
    ),
  )('at %s refuses %j', (page, address) => expect(() => ownWorkerOnly(address, page)).toThrow(TypeError));
});

describe('the reader of PDFs', () => {
  const folder = join(root, 'renderer/screens/documents/preview');
  const sources = readdirSync(folder)
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  const open = readFileSync(join(folder, 'open-pdf.ts'), 'utf8');

  it('is told to run and follow nothing', () => {
    for (const setting of ['useWasm: false', 'useWorkerFetch: false', 'enableXfa: false', 'disableFontFace: true', 'useSystemFonts: false'])
      expect(open).toContain(setting);
  });
  it('shows pictures: no markup, frame, link or address is made of a file', () => {
    for (const source of sources)
      expect(source).not.toMatch(
        /innerHTML|dangerouslySet|<iframe|<embed|<object|<img|createObjectURL|AnnotationLayer|TextLayer|XfaLayer|pdf\.sandbox|svg/i,
      );
  });
  it('brings no interpreter for the scripts of documents', () => {
    const assets = readFileSync(join(root, 'build/pdf-assets.ts'), 'utf8');
    expect(assets).not.toMatch(/quickjs|sandbox|\.wasm/);
  });
});
