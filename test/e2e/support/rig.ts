import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rendererFolder } from '../../../build/renderer.ts';
import { localHost } from '../../../node/local-host.ts';
import { startLoopback } from '../../../node/loopback/index.ts';
import type { Input, Output, ProcedureName } from '../../../services/contract/index.ts';
import { Bookshelf } from '../../../services/hosting/bookshelf.ts';
import { keepInFile } from '../../../services/hosting/watch-file.ts';
import { createApplication } from '../../../services/index.ts';

/** The whole application on 127.0.0.1 with an empty books folder; `folder` is for files that a test makes. */
export interface Rig {
  folder: string;
  /** Where books lie. */
  home: string;
  /** The folder that the host was started with to be watched. */
  bucket: string;
  /** Moves the host's clock on, so that a file that keeps still is seen to. */
  later(ms: number): void;
  origin: string;
  /** An address that opens the page once. */
  newAddress(): string;
  /** Calls a procedure behind the page's back, to prepare what a test is not about; throws what was refused. */
  call<N extends ProcedureName>(name: N, input: Input<N>): Promise<Output<N>>;
  /** Token for a file that a prepared call reads or writes. */
  grant(path: string, mode: 'read' | 'write'): string;
  close(): Promise<void>;
}

/** Starts a rig on a free port; `watchable`: with a folder to watch, as by `--watch`. Nothing is looked into but by the page's own button. */
export async function startRig(watchable = true): Promise<Rig> {
  const folder = mkdtempSync(join(tmpdir(), 'tallybook-e2e-'));
  const home = join(folder, 'books');
  const bucket = join(folder, 'bucket');
  mkdirSync(bucket);
  let ahead = 0;
  const host = { ...localHost(), now: () => new Date(Date.now() + ahead) };
  const application = createApplication(host, keepInFile(new Bookshelf(home).watchFile));
  const loopback = await startLoopback({
    host,
    services: application,
    renderer: rendererFolder,
    version: '0',
    home,
    watch: watchable ? bucket : null,
  });
  return {
    folder,
    home,
    bucket,
    later: (ms) => void (ahead += ms),
    origin: `http://${loopback.authority}`,
    newAddress: () => loopback.newAddress(),
    call: async (name, input) => {
      const result = await application.call(name, input);
      if (result.ok) return result.value;
      throw new Error(`${name}: ${result.error.code}: ${result.error.message}`);
    },
    grant: (path, mode) => host.files.grant(path, mode),
    close: async () => {
      await loopback.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
