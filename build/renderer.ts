import { join } from 'node:path';
import { build } from 'vite';
import { root, unlessFresh } from './stale.ts';

const INPUTS = ['renderer', 'services/contract', 'domain', 'vite.config.ts', 'build/pdf-assets.ts', 'package-lock.json'];
export const rendererFolder = join(root, 'dist/renderer');

/** Builds the renderer into dist/renderer where its sources changed; true when it did. */
export const buildRenderer = (): Promise<boolean> =>
  unlessFresh(
    'dist/renderer',
    INPUTS,
    async () => void (await build({ configFile: join(root, 'vite.config.ts'), root: join(root, 'renderer'), logLevel: 'warn' })),
  );
