import { build, Platform } from 'electron-builder';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { buildElectron } from './electron.ts';
import { configuration } from './electron-builder.ts';
import { findElectron } from './electron-runtime.ts';
import { buildRenderer } from './renderer.ts';
import { root } from './stale.ts';

const PLATFORMS = { linux: Platform.LINUX, windows: Platform.WINDOWS, mac: Platform.MAC } as const;
type PlatformName = keyof typeof PLATFORMS;

export interface PackageOptions {
  electronDist: string;
  output: string;
  platform?: PlatformName;
  /** `dir` is the unpacked app; otherwise the platform's installers, whose tools electron-builder must have. */
  target?: 'dir' | 'installer';
}

/** Packs the app from dist/ (which must be built) with the runtime in `electronDist`; resolves when it stands in `output`. */
export async function packageApp({ electronDist, output, platform = 'linux', target = 'dir' }: PackageOptions): Promise<void> {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8')) as { version: string };
  await build({
    projectDir: root,
    targets: PLATFORMS[platform].createTarget(target === 'dir' ? 'dir' : undefined),
    config: configuration(electronDist, version, output),
    publish: 'never',
  });
}

async function main(args: readonly string[]): Promise<void> {
  const known = ['--installer', ...Object.keys(PLATFORMS).map((name) => `--${name}`)];
  const unknown = args.find((arg) => !known.includes(arg));
  if (unknown !== undefined) throw new Error(`Unknown option “${unknown}”. There are: ${known.join(', ')}.`);
  const runtime = findElectron();
  // electron-builder would try to download it, three times, and give up after most of a minute.
  if (runtime.path === null)
    throw new Error(
      `${runtime.why}, so there is nothing to pack the app with. Run “npx install-electron”, or name an unpacked runtime in ELECTRON_OVERRIDE_DIST_PATH.`,
    );
  await buildRenderer();
  await buildElectron();
  const platform = (Object.keys(PLATFORMS) as PlatformName[]).find((name) => args.includes(`--${name}`)) ?? 'linux';
  const output = join(root, 'dist/package');
  await packageApp({ electronDist: runtime.dist, output, platform, target: args.includes('--installer') ? 'installer' : 'dir' });
  process.stderr.write(`tallybook: the app is in ${relative(process.cwd(), output)}.\n`);
}

if (import.meta.main)
  main(process.argv.slice(2)).catch((error: unknown) => {
    process.stderr.write(`tallybook: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
