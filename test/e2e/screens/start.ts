import { expect, type Page } from '@playwright/test';
import { choose } from './frame.ts';

/** No book is open yet. */
export class Start {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  /** Makes a book for a registered customer in Malaysia, billed by Sparkoo Singapore in USD every month. */
  async newBook(name: string, language: 'English' | '简体中文' = 'English'): Promise<void> {
    const { page } = this;
    await page.getByRole('button', { name: 'New book' }).click();
    const form = page.getByRole('form', { name: 'New book' });
    await form.getByRole('textbox', { name: 'Name of the book' }).fill(name);
    await form.getByRole('textbox', { name: 'Company' }).fill('Example Sdn Bhd');
    await choose(page, form, 'Country of the customer', 'Malaysia (MY)');
    await choose(page, form, 'Contracting entity', 'Sparkoo Technologies Singapore Pte. Ltd.');
    await choose(page, form, 'Registration status', 'Registered');
    await choose(page, form, 'Currency', 'USD');
    await choose(page, form, 'Settlement', 'Monthly settlement');
    await choose(page, form, 'Language of reports', language);
    await form.getByRole('button', { name: 'Create book' }).click();
    await expect(page.getByRole('button', { name: `Book ${name}` })).toBeVisible();
  }
}
