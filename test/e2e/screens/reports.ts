import type { Download, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';

/** The reconciled report as a file. */
export class Reports {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  /** Exports the period as XLSX, PDF or CSV; resolves to the downloaded bytes and the name they were saved under. */
  async export(kind: 'XLSX' | 'PDF' | 'CSV'): Promise<{ name: string; bytes: Buffer }> {
    const form = this.page.getByRole('form', { name: 'Reconciled report' });
    await form.getByRole('radio', { name: kind }).click();
    const download = this.page.waitForEvent('download');
    await form.getByRole('button', { name: 'Export' }).click();
    return saved(await download);
  }
}

/** What the browser saved. */
export async function saved(download: Download): Promise<{ name: string; bytes: Buffer }> {
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}
