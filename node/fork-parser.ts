import { fork } from 'node:child_process';
import type { Readable } from 'node:stream';
import { FRAMES_FD, FrameReader } from '../services/import/parser/frame-pipe.ts';
import type { ParserLink } from '../services/runtime/host.ts';
import { parserEntry } from './parser-entry.ts';

/** Megabytes of heap: enough for a file at the caps of the parser, too little to hurt the machine. */
const HEAP_MB = 512;
/** Descriptor of the pipe on which it hands its messages over. */
const FRAMES = 4;

/**
 * A parser as a process of its own under plain Node. Whatever an untrusted file does to it ends with it: it has a small
 * heap, may read files but not write, and may start nothing (Node's permission model).
 */
export function forkParser(entry: string = parserEntry()): ParserLink {
  const child = fork(entry, [], {
    execArgv: [`--max-old-space-size=${HEAP_MB}`, '--permission', '--allow-fs-read=*', '--disable-warning=SecurityWarning'],
    serialization: 'advanced',
    // Its dying words are a page of native stack; onExit says what matters.
    stdio: ['ignore', 'ignore', process.env['TALLYBOOK_DEBUG'] ? 'inherit' : 'ignore', 'ipc', 'pipe'],
    env: {
      ...(process.env['PATH'] === undefined ? {} : { PATH: process.env['PATH'] }),
      NODE_ENV: 'production',
      [FRAMES_FD]: String(FRAMES),
    },
  });
  let ended: string | null = null;
  const listeners: ((reason: string) => void)[] = [];
  const takers: ((message: unknown) => void)[] = [];
  const end = (reason: string): void => {
    if (ended !== null) return;
    ended = reason;
    for (const listener of listeners) listener(reason);
  };
  child.on('error', (error) => end(error.message));
  // `close`, not `exit`: what it said before it ended may still be in the pipe.
  child.on('close', (code, signal) => end(signal ? `killed by ${signal}` : `exit code ${code}`));
  const take = (message: unknown): void => {
    for (const taker of takers) taker(message);
  };
  const reader = new FrameReader(take, (reason) => {
    child.kill('SIGKILL');
    end(reason);
  });
  const frames = child.stdio[FRAMES] as Readable;
  frames.on('data', (piece: Buffer) => {
    if (ended === null) reader.push(piece);
  });
  frames.on('error', (error) => end(error.message));
  child.on('message', take);
  return {
    post(message) {
      // A message to a process that is already gone is answered by onExit, not by an exception here.
      if (ended === null && child.connected) child.send(message as object, () => {});
    },
    onMessage: (listener) => void takers.push(listener),
    onExit(listener) {
      if (ended === null) listeners.push(listener);
      else listener(ended);
    },
    kill: () => void child.kill('SIGKILL'),
  };
}
