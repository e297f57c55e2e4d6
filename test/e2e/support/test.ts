import { test as base, expect } from '@playwright/test';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startRig, type Rig } from './rig.ts';
import { makeSampleBook } from './sample-book.ts';
import { watch } from './watch.ts';

interface PerTest {
  /** Whether the host was started with a folder to watch. */
  watchable: boolean;
  /** A host of its own with an empty books folder. */
  rig: Rig;
  /** Opens a copy of the sample book before the page is shown. */
  openSample: () => Promise<void>;
}

/** Playwright's test with a fresh host for each; fails on any error in the console, exception or foreign request. */
export const test = base.extend<PerTest, { sampleBook: string }>({
  sampleBook: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the needed fixtures off this pattern
    async ({}, use) => {
      const book = await makeSampleBook();
      await use(book.path);
      book.remove();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  watchable: [true, { option: true }],
  rig: async ({ watchable }, use) => {
    const rig = await startRig(watchable);
    await use(rig);
    await rig.close();
  },
  openSample: async ({ rig, sampleBook }, use) => {
    await use(async () => {
      mkdirSync(rig.home, { recursive: true });
      const path = join(rig.home, 'Sample book.tallybook');
      copyFileSync(sampleBook, path);
      await rig.call('book/open', { file: rig.grant(path, 'read') });
    });
  },
  page: async ({ page, rig }, use) => {
    const found = watch(page, rig.origin);
    await use(page);
    expect(found, 'console, exceptions and requests').toEqual([]);
  },
});

export { expect };
