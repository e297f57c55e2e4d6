import type { Configuration } from 'electron-builder';
import { join } from 'node:path';
import { root } from './stale.ts';

/** Font weights that reports do not use; each is ten megabytes. */
const UNUSED_WEIGHTS = ['100Thin', '200ExtraLight', '300Light', '500Medium', '600SemiBold', '800ExtraBold', '900Black'];

/**
 * What is packed is a list of what may be, not of what may not: the bundles, the built interface, and the packages that
 * the services process loads. The loopback host and the command line are not part of the app.
 */
export const configuration = (electronDist: string, electronVersion: string, output: string): Configuration => ({
  appId: 'app.tallybook',
  productName: 'Tallybook',
  copyright: null,
  electronVersion,
  electronDist,
  directories: { output, buildResources: 'build/resources' },
  files: [
    'package.json',
    'dist/electron/*.{cjs,mjs}',
    'dist/renderer/**/*',
    '!**/*.{map,ts,cts,mts,flow,md,markdown,html.gz,o,obj,c,cc,cpp,h,gyp,gypi,log,env}',
    '!**/{.*,LICENSE_FONT}',
    '!**/node_modules/**/{test,tests,__tests__,example,examples,benchmark,benchmarks,coverage,docs,doc,.github}/**',
    '!**/node_modules/better-sqlite3/{deps,src}/**',
    '!**/node_modules/better-sqlite3/prebuilds/!(${platform}-${arch}.node)',
    '!**/node_modules/{exceljs,pdf-lib}/dist/**',
    '!**/node_modules/.bin/**',
    '!**/node_modules/commander/**',
    `!**/node_modules/@expo-google-fonts/{noto-sans-sc,noto-sans-thai}/{${UNUSED_WEIGHTS.join(',')}}/**`,
    '!**/node_modules/@expo-google-fonts/**/*.png',
    'dist/renderer/index.html',
  ],
  asar: { smartUnpack: false },
  // Native code cannot be loaded out of the archive.
  asarUnpack: ['**/*.node'],
  // The SQLite binding is Node-API and brings its binaries: nothing to compile.
  npmRebuild: false,
  nodeGypRebuild: false,
  buildDependenciesFromSource: false,
  // Tallybook never asks the network whether there is a newer one.
  publish: null,
  afterPack: join(root, 'build/after-pack.ts'),
  fileAssociations: [{ ext: 'tallybook', name: 'Tallybook book', role: 'Editor' }],
  linux: { target: ['AppImage', 'deb'], category: 'Office', executableName: 'tallybook', synopsis: 'An offline ledger for cloud bills' },
  win: { target: ['nsis'], executableName: 'Tallybook' },
  nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
  mac: { target: ['dmg'], category: 'public.app-category.finance', hardenedRuntime: true, gatekeeperAssess: false },
});
