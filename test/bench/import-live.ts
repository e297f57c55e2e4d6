import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { localHost } from '../../node/local-host.ts';
import { createApplication } from '../../services/index.ts';
import type { Services } from '../../services/runtime/services.ts';
import { writeBill } from './bill-file.ts';
import { newBook, tallybook } from './cli.ts';

/** What a person does while an import runs; each answers from the book as it was before. */
const ASKED = ['book/info', 'import/batches', 'invoices/list', 'bills/lines'] as const;
const EVERY_MS = 20;

/** How quickly the interface is answered while a million rows come in, and how soon a cancellation takes effect. */
export async function benchImportLive(rows = 1_000_000): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tallybook-bench-'));
  let services: Services | null = null;
  try {
    const [first, second] = [join(folder, 'first.csv'), join(folder, 'second.csv')];
    writeBill(first, 5000);
    writeBill(second, rows);
    const book = newBook(join(folder, 'live.tallybook'));
    tallybook('import', first, '--book', book);
    const host = localHost();
    services = createApplication(host);
    const call = services.call;
    const opened = await call('book/open', { file: host.files.grant(book, 'read') });
    if (!opened.ok) throw new Error(opened.error.message);
    for (const name of ASKED) await ask(services, name);

    const waits: number[] = [];
    let done = false;
    const running = call('import/run', { files: [host.files.grant(second, 'read')], format: null }).finally(() => (done = true));
    for (let turn = 0; !done; turn++) {
      const started = performance.now();
      await ask(services, ASKED[turn % ASKED.length]!);
      const waited = performance.now() - started;
      // From the commit on the answers are about a million lines: what they cost is another bench's matter.
      if (batches(services) > 1) break;
      waits.push(waited);
      const slept = performance.now();
      await sleep(EVERY_MS);
      // A thread that was kept busy wakes late: the interface would have waited as long.
      waits.push(performance.now() - slept - EVERY_MS);
    }
    const result = await running;
    if (!result.ok) throw new Error(result.error.message);
    waits.sort((a, b) => a - b);
    const at = (share: number): string => waits[Math.min(waits.length - 1, Math.floor(waits.length * share))]!.toFixed(1);
    process.stdout.write(
      `answers during an import of ${rows.toLocaleString('en')} rows: median ${at(0.5)} ms, 99 % ${at(0.99)} ms, longest ${at(1)} ms (${waits.length / 2})\n`,
    );
    await call('import/undo', { batch: result.value.files[0]!.batch! });

    for (const share of [0.05, 0.5, 0.95]) {
      const stop = new AbortController();
      let asked = 0;
      const ended = await call(
        'import/run',
        { files: [host.files.grant(second, 'read')] },
        {
          signal: stop.signal,
          onProgress: ({ done: bytes, total }) => {
            if (asked === 0 && total !== null && bytes / total >= share) {
              asked = performance.now();
              stop.abort();
            }
          },
        },
      );
      const took = performance.now() - asked;
      const freed = performance.now();
      await services.session.free();
      const left = batches(services);
      process.stdout.write(
        `cancelled at ${(share * 100).toFixed(0)} %: answered after ${took.toFixed(0)} ms, taken back after ${(performance.now() - freed).toFixed(0)} ms more; ` +
          `${ended.ok ? 'NOT CANCELLED' : ended.error.code}, ${left} batch as before, ${readdirSync(folder).filter((f) => f.includes('staging')).length} files left behind\n`,
      );
    }
    const verdict = await call('book/verify', {});
    process.stdout.write(`verify: ${JSON.stringify(verdict.ok ? verdict.value : verdict.error)}\n`);
  } finally {
    services?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const batches = (services: Services): number =>
  services.session.book().read.get<{ n: number }>("SELECT COUNT(*) AS n FROM batch WHERE state = 'active'")!.n;

async function ask(services: Services, name: (typeof ASKED)[number]): Promise<void> {
  const input = name === 'bills/lines' ? { limit: 100 } : {};
  const result = await services.dispatch(name, input);
  if (!result.ok) throw new Error(`${name}: ${result.error.message}`);
}
