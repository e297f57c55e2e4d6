import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Requiring the electron package under plain Node would start a download; tests get a stub that records.
  resolve: { alias: { electron: fileURLToPath(new URL('./test/electron-stub/electron.ts', import.meta.url)) } },
  test: {
    include: [
      '{build,db,domain,electron,node,services,renderer}/**/*.test.{ts,tsx}',
      'test/{contract,golden,fault,security,hosts,packaging,rules,runner,support}/**/*.test.ts',
    ],
    globalSetup: ['./test/temporary.ts', './test/parser-setup.ts'],
    // Native modules and child processes: processes, not threads. Two at a time, for small machines.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
