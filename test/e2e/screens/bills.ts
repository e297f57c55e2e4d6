import { expect, type Locator, type Page } from '@playwright/test';
import { exact } from './frame.ts';

/** Names of the measures as the screen writes them. */
export const MEASURE_WORDS: Record<string, string> = {
  listPrice: 'List price',
  discount: 'Discount',
  roundingOff: 'Rounding-off',
  payable: 'Payable',
  cash: 'Cash',
  credit: 'Credit',
  coupon: 'Coupon',
  bonus: 'Bonus',
  transfer: 'Transferred',
  monthlySettled: 'Monthly-settled',
  outstanding: 'Outstanding',
  writeOff: 'Write-off',
  tax: 'Tax',
};

/** What a period cost. */
export class BillsSummary {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  figure(measure: string): Locator {
    return this.page
      .getByRole('region', { name: 'What the total is made of' })
      .getByTitle(`${MEASURE_WORDS[measure] ?? measure}: open the lines`);
  }

  /** The exact digits of every measure that is shown. */
  async figures(measures: Iterable<string>): Promise<Map<string, string | null>> {
    const found = new Map<string, string | null>();
    for (const measure of measures) {
      await expect(this.figure(measure)).toBeVisible();
      found.set(measure, await exact(this.figure(measure)));
    }
    return found;
  }

  async chooseVendor(vendor: string): Promise<void> {
    await this.page
      .getByRole('combobox', { name: 'Vendor' })
      .or(this.page.getByRole('textbox', { name: 'Vendor' }))
      .first()
      .click();
    await this.page.getByRole('option', { name: vendor }).click();
  }

  async chooseCurrency(code: string): Promise<void> {
    await this.page.getByRole('group', { name: 'Currency' }).getByRole('button', { name: code }).click();
  }
}

/** The lines of a period. */
export class BillLines {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  grid(): Locator {
    return this.page.getByRole('grid', { name: 'Bill lines' });
  }

  /** Rows that are drawn now, without head and totals. */
  rows(): Locator {
    return this.grid()
      .getByRole('row')
      .filter({ has: this.page.getByRole('checkbox', { name: /^Select row/ }) });
  }

  /** The line that sums up the filter. */
  totals(lines: string): Locator {
    return this.grid().getByRole('row', { name: new RegExp(`^${lines} lines?\\b`) });
  }

  sortBy(column: string): Promise<void> {
    return this.grid().getByRole('columnheader', { name: column }).getByRole('button').click();
  }

  search(text: string): Promise<void> {
    return this.page.getByRole('searchbox', { name: /^Search resource/ }).fill(text);
  }

  /** Keeps one value of a column. */
  async filter(column: string, value: string): Promise<void> {
    const { page } = this;
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    const editor = page.getByRole('dialog', { name: 'Filter' });
    await editor.getByRole('textbox', { name: 'Filter by…' }).fill(column);
    await editor.getByRole('button', { name: column, exact: true }).click();
    await editor.getByRole('checkbox', { name: value }).first().check();
    await editor.getByRole('button', { name: 'Done' }).click();
    await expect(editor).toBeHidden();
  }
}
