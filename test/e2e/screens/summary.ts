import { expect, type Locator, type Page } from '@playwright/test';

/** The cards of the bill summary and the dialog that lays them out. */
export class SummaryCards {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  card(title: string): Locator {
    return this.page.getByRole('region', { name: title, exact: true });
  }

  /** Titles of the cards in the order of the page, column by column. */
  titles(): Promise<string[]> {
    return this.page.locator('.summary-grid .card h2').allInnerTexts();
  }

  /** One row of the bill summary: its cells as text. */
  row(name: string): Locator {
    return this.card('Bill summary').getByRole('row', { name: new RegExp(`^${name}\\b`) });
  }

  async customise(): Promise<Locator> {
    await this.page.getByRole('button', { name: 'Customise layout' }).click();
    const dialog = this.page.getByRole('dialog', { name: 'Customise layout' });
    await expect(dialog).toBeVisible();
    return dialog;
  }

  async payIn(currency: string, rate: string): Promise<void> {
    await this.card('Bill summary')
      .getByRole('button', { name: /Payment currency|No rate|1 [A-Z]{3} = / })
      .click();
    const form = this.page.getByRole('form', { name: 'Payment currency' });
    const field = form.getByRole('combobox', { name: 'Payment currency' }).or(form.getByRole('textbox', { name: 'Payment currency' }));
    await field.first().fill(currency);
    await this.page.keyboard.press('Tab');
    await form.getByRole('textbox', { name: new RegExp(`^${currency} for one`) }).fill(rate);
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(form).toBeHidden();
  }
}
