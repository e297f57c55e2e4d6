import { chromium, expect, test, type Page } from '@playwright/test';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLoopback, type Loopback } from '../../node/loopback/index.ts';
import { FileRegistry } from '../../services/runtime/files.ts';
import { standInServices, type StandIn } from '../hosts/stand-in.ts';

// What the guards and headers are worth in a real browser: a page that tries, and sites that attack.
const PAGE = `<!doctype html><html><head><title>Trial</title></head><body><p id="p" style="color: rgb(1, 2, 3)">x</p>
<script>window.inline = true</script><script type="module" src="./assets/app.js"></script></body></html>`;
const SCRIPT = `
const nonce = document.querySelector('meta[name=csp-nonce]').content;
const attempt = (act) => { try { return act() ?? 'done'; } catch (error) { return error.name; } };
const style = (given) => { const element = document.createElement('style'); if (given) element.setAttribute('nonce', nonce); element.textContent = '#p { margin-top: ' + (given ? 7 : 9) + 'px }'; document.head.append(element); return getComputedStyle(document.getElementById('p')).marginTop; };
window.trial = {
  inline: window.inline ?? 'blocked', html: attempt(() => { document.body.innerHTML = '<b>'; }), eval: attempt(() => eval('1')), fn: attempt(() => new Function('1')),
  attribute: getComputedStyle(document.getElementById('p')).color, styleWithNonce: style(true), styleWithout: style(false),
  object: attempt(() => { document.getElementById('p').style.color = 'rgb(4, 5, 6)'; return getComputedStyle(document.getElementById('p')).color; }),
  policy: attempt(() => { window.trustedTypes.createPolicy('other', {}); }),
};
window.reach = (url, options) => fetch(url, options).then((response) => response.status, () => 'failed');`;

let loopback: Loopback;
let services: StandIn;

test.beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tallybook-browser-'));
  mkdirSync(join(folder, 'page/assets'), { recursive: true });
  writeFileSync(join(folder, 'page/index.html'), PAGE);
  writeFileSync(join(folder, 'page/assets/app.js'), SCRIPT);
  services = standInServices();
  const host = {
    files: new FileRegistry(),
    who: 'tester',
    now: () => new Date(0),
    forkParser: () => {
      throw new Error('no parser here');
    },
  };
  loopback = await startLoopback({ host, services, renderer: join(folder, 'page'), version: '0', home: join(folder, 'books') });
});
test.afterAll(() => loopback.close());

test('the policy holds in the page', async ({ page }) => {
  await page.goto(loopback.newAddress());
  expect(await page.evaluate('window.trial')).toEqual({
    inline: 'blocked',
    html: 'TypeError',
    eval: 'EvalError',
    fn: 'EvalError',
    attribute: 'rgb(0, 0, 0)',
    styleWithNonce: '7px',
    styleWithout: '7px',
    object: 'rgb(4, 5, 6)',
    policy: 'TypeError',
  });
  expect(await page.evaluate('reach("https://example.com/")')).toBe('failed');
});

test('the page calls with its secret, and not without', async ({ page }) => {
  const address = loopback.newAddress();
  await page.goto(address);
  const status = (await page.evaluate(`(async () => {
    const json = { 'content-type': 'application/json' };
    const call = (headers) => reach('/call', { method: 'POST', headers: { ...json, ...headers }, body: '{"id":"1","name":"echo","input":{}}' });
    const opened = await (await fetch('/session', { method: 'POST', headers: json, body: JSON.stringify({ bootstrap: location.hash.slice('#bootstrap='.length) }) })).json();
    return [await call({}), await call({ 'x-tallybook-token': opened.value.secret })];
  })()`)) as number[];
  expect(status).toEqual([401, 200]);
});

/** A page of another site; `body` is its markup. */
async function site(body: string): Promise<{ address: string; close(): void }> {
  const server = createServer((_request, response) =>
    response.setHeader('content-type', 'text/html').end(`<!doctype html><title>evil</title>${body}`),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => void server.close() };
}

const post = (page: Page, type: string): Promise<unknown> =>
  page.evaluate(
    `fetch('http://${loopback.authority}/call', { method: 'POST', mode: 'no-cors', headers: { 'content-type': '${type}' }, body: '{"id":"1","name":"echo"}' }).then((r) => r.type, () => 'failed')`,
  );

test('another site can neither call, nor read, nor frame', async ({ page }) => {
  const evil = await site('');
  const before = services.calls.length;
  await page.goto(evil.address);
  for (const type of ['text/plain', 'application/json']) await post(page, type);
  expect(await page.evaluate(`fetch('http://${loopback.authority}/').then((r) => r.text(), () => 'failed')`)).toBe('failed');
  await page.setContent(
    `<form method="post" enctype="text/plain" action="http://${loopback.authority}/call"><input name='{"id":"1","name":"echo","x":"' value='"}'></form><iframe src="http://${loopback.authority}/"></iframe>`,
  );
  const answer = page.waitForResponse((response) => response.url().endsWith('/call'));
  await page.evaluate('document.forms[0].submit()');
  expect((await answer).status()).toBe(403);
  expect(services.calls.length).toBe(before);
  evil.close();
});

test('a name bound again to this machine gets nothing', async () => {
  const [, port = ''] = loopback.authority.split(':');
  const launch = test.info().project.use.launchOptions ?? {};
  const browser = await chromium.launch({
    ...launch,
    args: [...(launch.args ?? []), `--host-resolver-rules=MAP rebind.test 127.0.0.1:${port}`],
  });
  try {
    const page = await browser.newPage();
    expect((await page.goto(`http://rebind.test:${port}/`))?.status()).toBe(403);
    const call = "fetch('/call', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }).then((r) => r.status)";
    expect(await page.evaluate(call)).toBe(403);
  } finally {
    await browser.close();
  }
});
