import type { Page } from '@playwright/test';

/** Chromium's own word about a policy that it does not know; nothing of the page. */
const UNKNOWN_POLICY = /^Error with Permissions-Policy header: (Unrecognized feature|Origin trial controlled feature not enabled)/;

/** Collects what must never happen in a page: errors in its console, exceptions, requests to anywhere but its own host. */
export function watch(page: Page, origin: string): string[] {
  const found: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !UNKNOWN_POLICY.test(message.text())) found.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => void found.push(`exception: ${error.stack ?? error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !/^(data|blob):/.test(url)) found.push(`request to ${url}`);
  });
  return found;
}
