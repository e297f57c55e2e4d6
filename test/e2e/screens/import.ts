import { expect, type Locator, type Page } from '@playwright/test';

/** Files on their way in, and what was imported. */
export class Import {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  /** Through the file chooser of the button. */
  async choose(...paths: string[]): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.page.getByRole('button', { name: 'Choose files' }).click();
    await (await chooser).setFiles(paths);
  }

  /** Dropped from the desktop onto the page, which is one place to drop as soon as files hover over it. */
  async drop(...paths: string[]): Promise<void> {
    const dragged = await this.page.evaluateHandle(
      "(() => { const data = new DataTransfer(); data.items.add(new File(['x'], 'x.csv')); return data; })()",
    );
    await this.page.getByRole('main').dispatchEvent('dragenter', { dataTransfer: dragged });
    await this.page
      .getByLabel('Drop bill files anywhere on this page')
      .filter({ hasText: 'Drop to read the files' })
      .drop({ files: paths });
  }

  card(file: string): Locator {
    return this.page.getByRole('article', { name: file });
  }

  /** Waits until the file is read and fit to import; returns its card. */
  async ready(file: string, state: string | RegExp = 'Ready'): Promise<Locator> {
    const card = this.card(file);
    await expect(card.getByText(state, { exact: true })).toBeVisible();
    return card;
  }

  /** The counts of a card or batch, which must add up: rows and the states they are in. */
  async counts(card: Locator): Promise<{ rows: number; parts: number[] }> {
    const line = await card.getByText(/^\s*[\d,]+ rows?\s*=/).innerText();
    const [rows = 0, ...parts] = [...line.matchAll(/[\d,]+(?= )/g)].map(([digits]) => Number(digits.replaceAll(',', '')));
    return { rows, parts };
  }

  /** Takes all good files into the book and waits for each to be there. */
  async run(files: number): Promise<void> {
    await this.page.getByRole('button', { name: /^Import \d+ files? ·/ }).click();
    await expect(this.page.getByRole('article').getByText('Imported', { exact: true })).toHaveCount(files);
  }

  batches(): Locator {
    return this.page.getByRole('grid', { name: 'Imports' });
  }

  batch(file: string): Locator {
    return this.batches().getByRole('row', { name: new RegExp(file.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')) });
  }
}
