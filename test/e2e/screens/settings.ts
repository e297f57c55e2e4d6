import { expect, type Page } from '@playwright/test';
import { Frame } from './frame.ts';

/** Proof that the book is whole: all four parts pass. */
export async function verifyBook(page: Page): Promise<void> {
  await new Frame(page).goTo('Settings');
  await page.getByRole('tab', { name: 'Verify and backup' }).click();
  await page.getByRole('button', { name: 'Verify now' }).click();
  for (const part of ['File', 'References', 'Audit chain', 'Totals'])
    await expect(page.getByRole('term').filter({ hasText: part }).locator('..').getByText('Pass')).toBeVisible();
}
