import { expect, type Locator, type Page } from '@playwright/test';

/** A form for a document: fields, paper, table of shares, and the line that says what is missing. */
export class DocumentForm {
  readonly page: Page;
  readonly form: Locator;
  constructor(page: Page, name: string) {
    this.page = page;
    this.form = page.getByRole('form', { name });
  }

  field(label: string): Locator {
    return this.form.getByRole('textbox', { name: label, exact: true });
  }

  fill(label: string, text: string): Promise<void> {
    return this.field(label).fill(text);
  }

  /** Types a day and leaves the field, so that its calendar closes. */
  async day(label: string, date: string): Promise<void> {
    await this.field(label).fill(date);
    await this.field(label).press('Tab');
    await expect(this.field(label)).toHaveValue(date);
  }

  async attach(...paths: string[]): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.form.getByRole('button', { name: 'Choose files' }).click();
    await (await chooser).setFiles(paths);
  }

  /** Why the form cannot be saved yet. */
  missing(words: string): Locator {
    return this.form.getByRole('status').filter({ hasText: words });
  }

  /** The live remainder of the shares. */
  remainder(words: string): Locator {
    return this.form.getByRole('status').filter({ hasText: words });
  }

  async save(action: string): Promise<void> {
    await this.form.getByRole('button', { name: action }).click();
    await expect(this.form).toBeHidden();
  }
}
