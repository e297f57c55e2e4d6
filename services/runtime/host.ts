import type { FileRegistry } from './files.ts';

/**
 * A running parser in its own operating-system process. Messages are structured clones; a parser that dies
 * (memory, crash) reports through `onExit` and takes nothing else with it.
 */
export interface ParserLink {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Called once, also after kill(). `reason` is for the log. */
  onExit(listener: (reason: string) => void): void;
  kill(): void;
}

/** What a host gives to the services. Electron, the loopback host and the command line each make one. */
export interface Host {
  files: FileRegistry;
  /** Who is recorded in the audit trail: the operating system's user name. */
  who: string;
  now(): Date;
  forkParser(): ParserLink;
  /** Module of the thread that writes large imports; without one they are written here. */
  importWorker?: URL | undefined;
  /** Module of the thread that writes exports; without one they are written here, in turns of the event loop. */
  exportWorker?: URL | undefined;
}
