import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { localHost } from '../../node/local-host.ts';
import { createApplication } from '../../services/index.ts';
import type { Services } from '../../services/runtime/services.ts';
import { writeBill } from './bill-file.ts';
import { newBook, tallybook } from './cli.ts';

/** What a person does while an export runs. */
const ASKED = ['book/info', 'import/batches', 'invoices/list', 'bills/lines', 'export/list'] as const;
const EVERY_MS = 20;
const SHARES = [0.02, 0.5, 0.95];

/** How quickly the interface is answered while a million lines are exported, and how soon a cancellation takes effect. */
export async function benchExportLive(rows = 1_000_000): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tallybook-bench-'));
  let services: Services | null = null;
  try {
    const bill = join(folder, 'detail.csv');
    writeBill(bill, rows);
    const book = newBook(join(folder, 'live.tallybook'));
    tallybook('import', bill, '--book', book);
    const host = localHost();
    services = createApplication(host);
    const { call, dispatch } = services;
    const opened = await call('book/open', { file: host.files.grant(book, 'read') });
    if (!opened.ok) throw new Error(opened.error.message);
    const ask = async (name: (typeof ASKED)[number]): Promise<void> => {
      const result = await dispatch(name, name === 'bills/lines' ? { limit: 100 } : {});
      if (!result.ok) throw new Error(`${name}: ${result.error.message}`);
    };
    // What is asked for the first time reads the book from the disk: another bench's matter.
    for (const name of ASKED) await ask(name);

    for (const format of ['csv', 'xlsx'] as const) {
      const out = join(folder, `lines.${format}`);
      const target = host.files.grant(out, 'write');
      const waits: number[] = [];
      let done = false;
      const running = call('export/query', { format, target }).finally(() => (done = true));
      for (let turn = 0; !done; turn++) {
        const started = performance.now();
        await ask(ASKED[turn % ASKED.length]!);
        waits.push(performance.now() - started);
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
        `answers during a ${format} export of ${rows.toLocaleString('en')} lines: median ${at(0.5)} ms, 99 % ${at(0.99)} ms, longest ${at(1)} ms (${waits.length / 2})\n`,
      );
      rmSync(out);
      for (const share of SHARES) {
        const stop = new AbortController();
        let asked = 0;
        const ended = await call(
          'export/query',
          { format, target },
          {
            signal: stop.signal,
            onProgress: ({ done: lines }) => {
              if (asked === 0 && lines / rows >= share) {
                asked = performance.now();
                stop.abort();
              }
            },
          },
        );
        const left = [out, `${out}.part`].filter((path) => existsSync(path)).length;
        process.stdout.write(
          `cancelled at ${(share * 100).toFixed(0)} %: answered after ${(performance.now() - asked).toFixed(0)} ms; ${ended.ok ? 'NOT CANCELLED' : ended.error.code}, ${left} files left behind\n`,
        );
        rmSync(out, { force: true });
      }
    }
  } finally {
    services?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
