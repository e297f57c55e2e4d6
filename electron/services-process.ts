import { MessageChannelMain, shell, utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron';
import { fail, type Result } from '../domain/result.ts';
import type { GrantedFile } from '../services/contract/host.ts';
import { showDialog } from './dialogs.ts';
import type { ToMain, ToServices } from './messages.ts';

/** Deaths within this time, in milliseconds, that mean that starting again will not help. */
const PATIENCE = { deaths: 3, within: 60_000 };

export interface ServicesProcessOptions {
  /** Entry of the services process and of the parser, as bundled. */
  services: string;
  parser: string;
  onGiveUp(): void;
  now?(): number;
}

/** Main's side of the process that hosts the services: starts it again when it dies, and does for it what only main can. */
export class ServicesProcess {
  readonly #options: ServicesProcessOptions;
  readonly #parsers = new Map<number, UtilityProcess>();
  readonly #drops = new Map<number, (result: Result<GrantedFile[]>) => void>();
  #child: UtilityProcess;
  #deaths: number[] = [];
  #closing = false;
  #count = 0;

  constructor(options: ServicesProcessOptions) {
    this.#options = options;
    this.#child = this.#start();
  }

  /** A port for a page; the other end goes to the services process. */
  newPagePort(): MessagePortMain {
    const { port1, port2 } = new MessageChannelMain();
    this.#tell({ type: 'page' }, [port1]);
    return port2;
  }

  /** Tokens for files that were dropped on the page. */
  drop(paths: string[]): Promise<Result<GrantedFile[]>> {
    const id = ++this.#count;
    return new Promise((resolve) => {
      this.#drops.set(id, resolve);
      this.#tell({ type: 'drop', id, paths });
    });
  }

  close(): void {
    this.#closing = true;
    for (const parser of this.#parsers.values()) parser.kill();
    this.#child.kill();
  }

  #start(): UtilityProcess {
    const child = utilityProcess.fork(this.#options.services, [], { serviceName: 'Tallybook services', stdio: 'inherit' });
    child.on('message', (message: ToMain) => void this.#hear(message));
    child.on('exit', () => this.#died());
    return child;
  }

  #died(): void {
    for (const parser of this.#parsers.values()) parser.kill();
    this.#parsers.clear();
    for (const answer of this.#drops.values())
      answer(fail('host.restarted', 'Tallybook’s services were restarted.', { remedy: 'Drop the files again.' }));
    this.#drops.clear();
    if (this.#closing) return;
    const now = (this.#options.now ?? Date.now)();
    this.#deaths = [...this.#deaths.filter((at) => now - at < PATIENCE.within), now];
    if (this.#deaths.length >= PATIENCE.deaths) return this.#options.onGiveUp();
    // The page sees its port close, and connects again.
    this.#child = this.#start();
  }

  async #hear(message: ToMain): Promise<void> {
    if (message.type === 'fork-parser') return this.#forkParser(message.id);
    if (message.type === 'kill-parser') return void this.#parsers.get(message.id)?.kill();
    if (message.type === 'reveal') return shell.showItemInFolder(message.path);
    if (message.type === 'drop-answer') {
      this.#drops.get(message.id)?.(message.result);
      this.#drops.delete(message.id);
      return;
    }
    const child = this.#child;
    const paths = await showDialog(message.request);
    // A dialog may outlive the process that asked for it.
    if (child === this.#child) this.#tell({ type: 'dialog-answer', id: message.id, paths });
  }

  /** An untrusted file is parsed in a process of its own, with a small heap, and talks only to the services process. */
  #forkParser(id: number): void {
    const parser = utilityProcess.fork(this.#options.parser, [], {
      serviceName: 'Tallybook parser',
      execArgv: ['--max-old-space-size=512'],
      stdio: 'ignore',
      env: {},
    });
    const { port1, port2 } = new MessageChannelMain();
    this.#parsers.set(id, parser);
    parser.on('exit', (code) => {
      if (this.#parsers.delete(id)) this.#tell({ type: 'parser-exit', id, reason: `exit code ${code}` });
    });
    parser.postMessage({ type: 'link' }, [port1]);
    this.#tell({ type: 'parser', id }, [port2]);
  }

  #tell(message: ToServices, ports: MessagePortMain[] = []): void {
    this.#child.postMessage(message, ports);
  }
}
