import type { Result } from '../domain/result.ts';
import type { GrantedFile } from '../services/contract/host.ts';

/** Channels between preload and main. */
export const CONNECT = 'tallybook:connect';
export const DROP = 'tallybook:drop';

/** A dialog that the services process asks main to show. */
export type DialogRequest =
  | { show: 'open-book' }
  | { show: 'open-folder' }
  | { show: 'open-files'; kind: 'bills' | 'pdf' | 'attachments' | 'calendar' | 'einvoice' | 'bank' }
  | { show: 'save'; name: string; folder: string };

/** Main → services process; `page` and `parser` bring a port along. */
export type ToServices =
  | { type: 'page' }
  | { type: 'parser'; id: number }
  | { type: 'parser-exit'; id: number; reason: string }
  | { type: 'dialog-answer'; id: number; paths: string[] }
  | { type: 'drop'; id: number; paths: string[] };

/** Services process → main. */
export type ToMain =
  | { type: 'fork-parser'; id: number }
  | { type: 'kill-parser'; id: number }
  | { type: 'dialog'; id: number; request: DialogRequest }
  | { type: 'reveal'; path: string }
  | { type: 'drop-answer'; id: number; result: Result<GrantedFile[]> };
