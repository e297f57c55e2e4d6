import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { build, type Rolldown } from 'vite';
import { isFresh, PARSER_FOLDER, stampOf, type BundleNote } from '../node/parser-entry.ts';
import { root } from './stale.ts';

const packages = (id: string): boolean => !/^(\.|\/|[a-z]:\\|\0)/i.test(id);

/** Bundles the parser process into dist/parser where its sources changed; true when it did. */
export async function buildParser(): Promise<boolean> {
  if (isFresh(root, PARSER_FOLDER)) return false;
  mkdirSync(dirname(PARSER_FOLDER), { recursive: true });
  const folder = mkdtempSync(`${PARSER_FOLDER}-`);
  try {
    const made = (await build({
      configFile: false,
      root,
      logLevel: 'warn',
      publicDir: false,
      build: {
        ssr: join(root, 'services/import/parser/main.ts'),
        outDir: folder,
        emptyOutDir: false,
        minify: false,
        target: 'node24',
        rolldownOptions: { external: packages, output: { format: 'es', entryFileNames: 'main.mjs', chunkFileNames: '[name]-[hash].mjs' } },
      },
    })) as Rolldown.RolldownOutput;
    writeFileSync(join(folder, 'inputs.json'), JSON.stringify(inputsOf(made)));
    replace(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return true;
}

/** Every file of the project that the bundle holds, and what decides the packages beside it. */
function inputsOf(made: Rolldown.RolldownOutput): BundleNote {
  const modules = made.output.flatMap((part) => (part.type === 'chunk' ? Object.keys(part.modules) : []));
  const files = modules.filter((id) => isAbsolute(id)).map((id) => relative(root, id.split('?')[0]!).replaceAll('\\', '/'));
  return [...new Set([...files, 'package-lock.json', 'build/parser.ts'])].sort().flatMap((file) => {
    const stamp = stampOf(root, file);
    return stamp ? [stamp] : [];
  });
}

/** Puts the new folder in the place of the old one; another build that was quicker may have done so meanwhile. */
function replace(folder: string): void {
  const old = `${folder}-old`;
  try {
    renameSync(PARSER_FOLDER, old);
  } catch {
    // There was none.
  }
  try {
    renameSync(folder, PARSER_FOLDER);
  } catch (error) {
    if (!isFresh(root, PARSER_FOLDER)) throw error;
  }
  rmSync(old, { recursive: true, force: true });
}
