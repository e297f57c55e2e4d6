import { expect, type Locator, type Page } from '@playwright/test';
import { SETTLE_MS } from '../../../services/watch/folder-look.ts';
import type { Rig } from '../support/rig.ts';
import { Frame } from './frame.ts';

/** The watched folder in Settings. */
export class WatchedFolder {
  readonly page: Page;
  readonly #rig: Rig;
  constructor(page: Page, rig: Rig) {
    this.page = page;
    this.#rig = rig;
  }

  async open(): Promise<void> {
    await new Frame(this.page).goTo('Settings');
    await this.page.getByRole('tab', { name: 'Watched folder' }).click();
  }

  /** Watches the folder that the host was started with. */
  async start(): Promise<void> {
    await this.page.getByRole('button', { name: 'Watch “bucket”' }).click();
    await expect(this.fact('State')).toContainText('Watching');
  }

  /** One look, after what keeps still has done so for long enough. */
  async look(): Promise<void> {
    this.#rig.later(SETTLE_MS);
    await this.page.getByRole('button', { name: 'Look now' }).click();
    await expect(this.page.getByRole('button', { name: 'Look now' })).toBeEnabled({ timeout: 30_000 });
  }

  fact(name: string): Locator {
    return this.page
      .getByRole('term')
      .filter({ hasText: new RegExp(`^${name}`) })
      .locator('..')
      .first();
  }

  file(name: string): Locator {
    return this.page
      .getByRole('grid', { name: 'Files of the watched folder' })
      .getByRole('row', { name: new RegExp(name.replaceAll('.', '\\.')) });
  }
}
