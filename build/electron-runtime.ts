import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './stale.ts';

export type Runtime = { path: string; dist: string } | { path: null; why: string };

const BINARY: Partial<Record<NodeJS.Platform, string>> = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' };

/**
 * Where Electron's runtime lies: ELECTRON_OVERRIDE_DIST_PATH, else node_modules/electron/dist. Only looks; requiring the
 * electron package would start a download.
 */
export function findElectron(env: NodeJS.ProcessEnv = process.env): Runtime {
  const dist = env['ELECTRON_OVERRIDE_DIST_PATH'] || join(root, 'node_modules/electron/dist');
  const path = join(dist, BINARY[process.platform] ?? 'electron');
  return existsSync(path) ? { path, dist } : { path: null, why: `the Electron runtime is not at ${dist}` };
}

/** Why an existing runtime cannot show a window here, or null. */
export function whyNoWindow(platform: NodeJS.Platform, env: NodeJS.ProcessEnv, uid: number | undefined): string | null {
  if (platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY'])
    return 'there is no screen (DISPLAY and WAYLAND_DISPLAY are unset)';
  // Chromium's sandbox refuses root, and Tallybook does not run without its sandbox.
  if (platform === 'linux' && uid === 0) return 'Electron does not run as root with its sandbox on';
  return null;
}
