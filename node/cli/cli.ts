import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { Failure, refuse, type Result } from '../../domain/result.ts';
import type { Input, Output, ProcedureName } from '../../services/contract/index.ts';
import type { Host } from '../../services/runtime/host.ts';
import type { Services } from '../../services/runtime/services.ts';
import type { Streams, Terminal } from './terminal.ts';

/** Exit statuses of the command line. */
export const EXIT = { done: 0, internal: 1, refused: 2, differences: 3 } as const;

/** What a command works with: the services in this process, the book it was given, and the terminal. */
export class Cli {
  readonly terminal: Terminal;
  readonly host: Host;
  bookOption: string | undefined;
  exit: number = EXIT.done;
  readonly #streams: Streams;
  readonly #start: (host: Host) => Promise<Services> | Services;
  readonly #signal: AbortSignal | undefined;
  #services: Services | null = null;

  constructor(terminal: Terminal, streams: Streams, host: Host, start: (host: Host) => Promise<Services> | Services, signal?: AbortSignal) {
    this.terminal = terminal;
    this.host = host;
    this.#streams = streams;
    this.#start = start;
    this.#signal = signal;
  }

  /** One procedure of the contract; a refusal is thrown and ends the command. */
  async call<N extends ProcedureName>(name: N, input: Input<N>): Promise<Output<N>> {
    this.#services ??= await this.#start(this.host);
    const result: Result<Output<N>> = await this.#services.call(name, input, {
      onProgress: (progress) => this.terminal.progress(progress),
      ...(this.#signal && { signal: this.#signal }),
    });
    if (!result.ok) throw new Failure(result.error);
    return result.value;
  }

  get signal(): AbortSignal | undefined {
    return this.#signal;
  }

  /** True once the user has asked to end. */
  get stopped(): boolean {
    return this.#signal?.aborted ?? false;
  }

  /** The book of --book or TALLYBOOK_BOOK. */
  bookPath(): string {
    const named = this.bookOption ?? this.#streams.env['TALLYBOOK_BOOK'];
    if (!named) refuse('cli.no-book', 'No book is named.', { remedy: 'Add --book FILE, or set TALLYBOOK_BOOK.' });
    return this.path(named);
  }

  async openBook(): Promise<void> {
    const path = this.bookPath();
    if (!existsSync(path))
      refuse('cli.no-file', `There is no book ${path}.`, { file: path, remedy: 'Check the name and the folder, or make it with “init”.' });
    await this.call('book/open', { file: this.reads(path) });
  }

  /** Opens the book where one is named; for commands that need none. */
  async openBookIfNamed(): Promise<void> {
    if (this.bookOption ?? this.#streams.env['TALLYBOOK_BOOK']) await this.openBook();
  }

  path(name: string): string {
    return resolve(this.#streams.cwd, name);
  }

  /** A token for reading; the file must be there. */
  reads(name: string): string {
    const path = this.path(name);
    if (!existsSync(path)) refuse('cli.no-file', `There is no file ${path}.`, { file: name, remedy: 'Check the name and the folder.' });
    if (!statSync(path).isFile()) refuse('cli.not-a-file', `${path} is not a file.`, { file: name, remedy: 'Name a file.' });
    return this.host.files.grant(path, 'read');
  }

  /** A token for writing; the folder must be there. */
  writes(name: string): string {
    const path = this.path(name);
    const folder = resolve(path, '..');
    if (!existsSync(folder))
      refuse('cli.no-folder', `There is no folder ${folder}.`, { file: name, remedy: 'Make it, or name another one.' });
    return this.host.files.grant(path, 'write');
  }

  /** Something was rejected or differs: done, but look. */
  differs(): void {
    this.exit = EXIT.differences;
  }

  close(): void {
    this.#services?.close();
  }
}
