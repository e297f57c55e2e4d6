import { electronBridge } from './electron.ts';
import { loopbackBridge } from './loopback.ts';
import type { Bridge } from './types.ts';

export type { Bridge, FileKind, GrantedFile, HostOutput } from './types.ts';

let current: Bridge | null = null;

/** The bridge of this window; made on first use. Electron's preload puts `tallybookHost` on the window; else it is the loopback host. */
export function bridge(): Bridge {
  current ??= window.tallybookHost ? electronBridge(window.tallybookHost) : loopbackBridge();
  return current;
}
