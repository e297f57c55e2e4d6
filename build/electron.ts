import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { root, unlessFresh } from './stale.ts';

const INPUTS = ['electron', 'services', 'domain', 'db', 'package.json', 'package-lock.json', 'build/electron.ts'];
const FOLDER = 'dist/electron';

type Entry = { name: string; format: 'cjs' | 'es'; external: (id: string) => boolean };
/** Main and preload have no packages beside them: only Electron and Node are left outside. */
const bare = (id: string): boolean => id === 'electron' || id.startsWith('node:');
/** The services keep their packages as packages: native code, fonts and the like find their own files. */
const packages = (id: string): boolean => !/^(\.|\/|[a-z]:\\|\0)/i.test(id);

const ENTRIES: readonly Entry[] = [
  { name: 'main', format: 'cjs', external: bare },
  { name: 'preload', format: 'cjs', external: bare },
  { name: 'services-host', format: 'es', external: packages },
  { name: 'parser', format: 'es', external: packages },
  { name: 'import-worker', format: 'es', external: packages },
  { name: 'export-worker', format: 'es', external: packages },
];

/** Bundles the entries of electron/ into dist/electron (or `folder`) where their sources changed; true when it did. */
export const buildElectron = (folder: string = FOLDER): Promise<boolean> =>
  unlessFresh(folder, INPUTS, async () => {
    rmSync(join(root, folder), { recursive: true, force: true });
    for (const entry of ENTRIES) await bundle(entry, join(root, folder));
  });

async function bundle({ name, format, external }: Entry, outDir: string): Promise<void> {
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: join(root, 'electron', `${name}.ts`),
      outDir,
      emptyOutDir: false,
      minify: false,
      target: 'node24',
      rolldownOptions: {
        external,
        output: { format, entryFileNames: `${name}.${format === 'cjs' ? 'cjs' : 'mjs'}`, codeSplitting: false },
      },
    },
  });
}
