import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unwrap } from '../../domain/result.ts';
import { forkParser } from '../../node/fork-parser.ts';
import type { Input, Output, ProcedureName } from '../../services/contract/index.ts';
import type { WatchState } from '../../services/contract/watch.ts';
import { createApplication } from '../../services/index.ts';
import { FileRegistry } from '../../services/runtime/files.ts';
import type { Services } from '../../services/runtime/services.ts';
import { SETTLE_MS } from '../../services/watch/folder-look.ts';
import { keepInMemory, type WatchKeep } from '../../services/watch/keep.ts';

/** The whole application with a book and a folder beside it, and a clock that only the test moves. */
export class WatchBench {
  readonly root = mkdtempSync(join(tmpdir(), 'tallybook-watching-'));
  readonly folder = join(this.root, 'bucket');
  readonly keep: WatchKeep = keepInMemory();
  readonly files = new FileRegistry();
  /** Parsers started so far. */
  parsers = 0;
  now = Date.parse('2024-06-01T08:00:00Z');
  app: Services;

  private constructor() {
    mkdirSync(this.folder);
    this.app = this.#start();
  }

  static async make(): Promise<WatchBench> {
    const bench = new WatchBench();
    await bench.create('book');
    return bench;
  }

  #start(): Services {
    const fork = (): ReturnType<typeof forkParser> => {
      this.parsers++;
      return forkParser();
    };
    return createApplication({ files: this.files, who: 'tester', now: () => new Date(this.now), forkParser: fork }, this.keep);
  }

  async create(name: string): Promise<void> {
    await this.call('book/create', {
      target: this.files.grant(join(this.root, `${name}.tallybook`), 'write'),
      country: 'MY',
      entity: 'SPARKOO_SG',
      customerStatus: 'registered',
      currency: 'USD',
      settlement: 'monthly',
      language: 'en',
      company: '',
    });
  }

  /** The program ends and is started again; what was kept is there. */
  async restart(name = 'book'): Promise<void> {
    this.app.close();
    this.app = this.#start();
    await this.call('book/open', { file: this.files.grant(join(this.root, `${name}.tallybook`), 'read') });
  }

  /** The value, or what was refused is thrown. */
  async call<N extends ProcedureName>(name: N, input: Input<N>): Promise<Output<N>> {
    return unwrap(await this.app.call(name, input));
  }

  put(name: string, content: string | Uint8Array): string {
    const path = join(this.folder, name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, content);
    return path;
  }

  choose(): Promise<WatchState> {
    return this.call('watch/choose', { folder: this.files.grant(this.folder, 'folder') });
  }

  /** One look, so long after the one before that what kept still is at rest. */
  look(): Promise<WatchState> {
    this.now += SETTLE_MS;
    return this.call('watch/look', {});
  }

  /** Two looks: what lies there now is taken in. */
  async settle(): Promise<WatchState> {
    await this.look();
    return this.look();
  }

  /** Entries of the journal for an action, oldest first. */
  async journal(action: string): Promise<Output<'book/audit'>['entries']> {
    return (await this.call('book/audit', { limit: 1000 })).entries.filter((e) => e.action === action).reverse();
  }

  [Symbol.dispose](): void {
    this.app.close();
    rmSync(this.root, { recursive: true, force: true });
  }
}
