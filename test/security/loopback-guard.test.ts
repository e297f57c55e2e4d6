import { describe, expect, it } from 'vitest';
import { ask, running } from '../hosts/loopback-client.ts';

/**
 * Every combination of host × origin × site × token × method × type against a live host. Exactly one value of each
 * column is the page's own; a request passes when all of its values are, or are the absent headers of a local tool.
 */
const hosts = (own: string): [string, boolean][] => {
  const port = own.split(':')[1] ?? '';
  return [
    [own, true],
    [`localhost:${port}`, false],
    [`rebind.example:${port}`, false],
    ['127.0.0.1', false],
    [`${own}.example`, false],
  ];
};
const origins = (own: string): [string | null, boolean][] => [
  [`http://${own}`, true],
  [null, true],
  ['http://rebind.example', false],
  [`https://${own}`, false],
  ['null', false],
  [`http://${own}.example`, false],
];
const sites: [string | null, boolean][] = [
  ['same-origin', true],
  [null, true],
  ['none', false],
  ['same-site', false],
  ['cross-site', false],
];
const methods: [string, boolean][] = [
  ['POST', true],
  ['GET', false],
  ['PUT', false],
  ['OPTIONS', false],
];
const types: [string | null, boolean][] = [
  ['application/json', true],
  ['text/plain', false],
  ['application/x-www-form-urlencoded', false],
  [null, false],
];

describe('the loopback host', () => {
  it('runs a call only for the exact combination', async () => {
    const { loopback, services, secret } = await running();
    const tokens: [string | null, boolean][] = [
      [secret, true],
      [null, false],
      [`${secret}x`, false],
    ];
    let passed = 0;
    let refused = 0;
    const wrong: string[] = [];
    for (const [host, hostOk] of hosts(loopback.authority))
      for (const [origin, originOk] of origins(loopback.authority))
        for (const [site, siteOk] of sites)
          for (const [token, tokenOk] of tokens)
            for (const [method, methodOk] of methods)
              for (const [type, typeOk] of types) {
                // One wrong value is enough to refuse; combinations of three and more wrong ones add time, not knowledge.
                const right = [hostOk, originOk, siteOk, tokenOk, methodOk, typeOk];
                if (right.filter((fine) => !fine).length > 2) continue;
                const headers = {
                  host,
                  ...(origin && { origin }),
                  ...(site && { 'sec-fetch-site': site }),
                  ...(token && { 'x-tallybook-token': token }),
                  ...(type && { 'content-type': type }),
                };
                const answer = await ask(
                  loopback.authority,
                  method,
                  '/call',
                  headers,
                  method === 'GET' ? '' : JSON.stringify({ id: 'a', name: 'echo', input: {} }),
                );
                const expected = right.every((fine) => fine);
                if ((answer.status === 200) !== expected) wrong.push(`${method} ${JSON.stringify(headers)} → ${answer.status}`);
                if (expected) passed += 1;
                else refused += 1;
              }
    expect(wrong).toEqual([]);
    expect(passed).toBe(4);
    expect(refused).toBe(454);
    expect(services.calls).toHaveLength(passed);
  });

  it.each(['/call', '/host', '/cancel', '/download'])('answers %s with nothing but 401 without the secret', async (path) => {
    const { loopback, services } = await running();
    const answer = await ask(loopback.authority, 'POST', path, { 'content-type': 'application/json' }, '{"id":"a","name":"echo"}');
    expect(answer.status).toBe(401);
    expect(services.calls).toEqual([]);
  });

  it('gives neither events nor uploads without the secret', async () => {
    const { loopback } = await running();
    expect((await ask(loopback.authority, 'GET', '/events')).status).toBe(401);
    expect((await ask(loopback.authority, 'POST', '/upload?name=a.csv', { 'content-type': 'application/octet-stream' }, 'x')).status).toBe(
      401,
    );
  });

  it('refuses the page itself to another site and to a rebound name', async () => {
    const { loopback } = await running();
    expect((await ask(loopback.authority, 'GET', '/')).status).toBe(200);
    expect((await ask(loopback.authority, 'GET', '/', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await ask(loopback.authority, 'GET', '/', { host: 'rebind.example' })).status).toBe(403);
  });

  it.each([
    '/../../etc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/..%2f..%2fetc/passwd',
    '/%2e%2e%2fpackage.json',
    '/..%5c..%5cetc%5cpasswd',
    '/assets/..%2f..%2fpackage.json',
    '/assets/app.js%00.html',
    '/assets/app.js.map',
    '/ASSETS/app.js',
    '/assets/',
    '/assets',
    '/assets//app.js',
    '/.env',
    '/index.html/',
    '/index.html%20',
    '/assets/app.js/..%2f..',
    '/assets/%61pp.js',
    '/__proto__',
    '/constructor',
    '/assets/app.jsx',
    '/~root',
    '/proc/self/environ',
    '/%ff',
    '/assets/app.js;x',
    '/index.htm',
    '/call/',
    '//call',
  ])('serves nothing for %s', async (path) => {
    const { loopback } = await running();
    expect([400, 404]).toContain((await ask(loopback.authority, 'GET', path)).status);
  });

  it('sends the same headers with the page, its files and its refusals, and never a CORS header', async () => {
    const { loopback } = await running();
    for (const path of ['/', '/assets/app.js', '/nowhere']) {
      const { headers } = await ask(loopback.authority, 'GET', path);
      expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
      expect(headers['content-security-policy']).toContain("require-trusted-types-for 'script'");
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
        'cross-origin-resource-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
      });
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });

  it('puts a fresh nonce into every load of the page, the same as in its header', async () => {
    const { loopback } = await running();
    const nonces = await Promise.all(
      [1, 2].map(async () => {
        const { headers, body } = await ask(loopback.authority, 'GET', '/');
        const nonce = /<meta name="csp-nonce" content="([^"]{20,})">/.exec(body)?.[1] ?? 'none';
        expect(headers['content-security-policy']).toContain(`'nonce-${nonce}'`);
        return nonce;
      }),
    );
    expect(new Set(nonces).size).toBe(2);
  });

  it('takes an address once', async () => {
    const { loopback } = await running();
    const bootstrap = loopback.newAddress().split('#bootstrap=')[1];
    const open = () => ask(loopback.authority, 'POST', '/session', { 'content-type': 'application/json' }, JSON.stringify({ bootstrap }));
    expect((await open()).status).toBe(200);
    expect((await open()).status).toBe(401);
  });
});
