import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localHost } from '../../../node/local-host.ts';
import { createApplication } from '../../../services/index.ts';
import type { Result } from '../../../domain/result.ts';

/** A book filled with the sample of all vendors, as `path`; made once and copied by those who need it. */
export async function makeSampleBook(): Promise<{ path: string; remove(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'tallybook-sample-book-'));
  const path = join(folder, 'Sample book.tallybook');
  const host = localHost();
  const application = createApplication(host);
  must(
    await application.call('book/create', {
      target: host.files.grant(path, 'write'),
      country: 'MY',
      entity: 'SPARKOO_SG',
      customerStatus: 'registered',
      currency: 'USD',
      settlement: 'monthly',
      language: 'en',
      company: 'Demo Company',
    }),
  );
  must(await application.call('book/fillSample', {}));
  must(await application.call('book/close', {}));
  application.close();
  return { path, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }) };
}

function must(result: Result<unknown>): void {
  if (!result.ok) throw new Error(result.error.message);
}
