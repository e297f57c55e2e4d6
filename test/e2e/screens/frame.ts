import { expect, type Locator, type Page } from '@playwright/test';

/** The window around every screen: rail, top bar, palette, notices, inspector. */
export class Frame {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  /** Goes to a section by its place in the rail and waits for its title. */
  async goTo(section: string): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: section }).click();
    await expect(this.page.getByRole('heading', { level: 1, name: section })).toBeVisible();
  }

  async choosePeriod(period: string): Promise<void> {
    const top = this.page.getByRole('region', { name: 'Book, period and account' });
    if (await top.getByRole('button', { name: `Billing period ${period}` }).isVisible()) return;
    await top.getByRole('button', { name: /^Billing period \d/ }).click();
    await this.page.getByRole('menuitem', { name: period }).click();
  }

  /** The drawer at the right. */
  inspector(): Locator {
    return this.page.getByRole('complementary', { name: 'Details of the selected row' });
  }

  async closeInspector(): Promise<void> {
    await this.inspector().getByRole('button', { name: 'Close details' }).click();
    await expect(this.inspector()).toBeHidden();
  }

  /** Does something by its name in the palette, by keyboard alone. */
  async palette(name: string): Promise<void> {
    await this.page.keyboard.press('Control+k');
    const field = this.page.getByRole('textbox', { name: /Search or do/ });
    await field.fill(name);
    const first = this.page.getByRole('dialog').getByRole('button').first();
    await expect(first).toContainText(name);
    await expect(first).toHaveAttribute('data-selected', 'true');
    await this.page.keyboard.press('Enter');
    await expect(field).toBeHidden();
  }
}

/** The exact digits behind a figure on the screen; null where it stands for a missing one. */
export async function exact(within: Locator): Promise<string | null> {
  const text = await within.locator('[data-exact]').first().getAttribute('data-exact');
  return text === '' ? null : text;
}

/** Chooses an option of a list field. */
export async function choose(page: Page, scope: Locator | Page, label: string, option: string): Promise<void> {
  await scope
    .getByRole('combobox', { name: label })
    .or(scope.getByRole('textbox', { name: label }))
    .first()
    .click();
  await page.getByRole('option', { name: option, exact: true }).click();
}
