import type { Outcome } from './trial.ts';

/** What it is, the file's name, its bytes, and what must become of it. */
export type Case = [what: string, name: string, content: () => string | Uint8Array, expected: Outcome];
