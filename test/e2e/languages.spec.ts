import type { Page } from '@playwright/test';
import { latinWords } from './support/latin.ts';
import { settled, show, VIEWS } from './support/screens.ts';
import { expect, test } from './support/test.ts';

/** Words in the sample's data: names of resources, tags and files, as the vendor wrote them. */
const OF_LINES = ['cluster', 'spare', 'blue', 'ip', 'env', 'prod', 'team', 'data', 'ops', 'vm', 'volume'];
/** Words of a view that stay Latin: the journal keeps its codes, a folder its name. */
const OF_VIEW: Readonly<Record<string, readonly string[]>> = {
  lines: OF_LINES,
  line: OF_LINES,
  'bills-tencent': ['env', 'prod', 'test', 'web'],
  groups: OF_LINES,
  levels: OF_LINES,
  // Units as the file prints them.
  'usage-samples': ['Mbps'],
  'compare-cost': ['env', 'team', 'default'],
  subscriptions: ['Mbps'],
  // Names, addresses and series as the sample's user entered them.
  party: [
    'Demo',
    'Company',
    'Sdn',
    'Bhd',
    'Sparkoo',
    'Technologies',
    'Singapore',
    'Pte',
    'Ltd',
    'Research',
    'Level',
    'Sample',
    'Tower',
    'Kuala',
  ].concat(['Lumpur', 'Petaling', 'Jaya', 'Road', 'Accounts', 'desk', 'Tax', 'Bank', 'accounts', 'example', 'com', 'tax']),
  'certificate-form': ['Sdn', 'Bhd'],
  // The return's own name.
  'wht-forms': ['Unifikasi'],
  series: ['Invoices', 'Credit', 'notes'],
  'invoice-make': ['Demo', 'Company', 'Research', 'Sdn', 'Bhd', 'Pte', 'Ltd', 'Invoices'],
  // A law keeps its name.
  invoice: ['Service', 'Tax', 'Act', 'Malaysia', 'invoices', 'of', 'registered', 'persons'],
  audit: ['book'],
  watch: ['bucket'],
};

async function noEnglish(page: Page, where: string): Promise<void> {
  const words = (await latinWords(page)).filter((word) => !OF_VIEW[where]?.includes(word));
  expect.soft(words, where).toEqual([]);
}

test('in Chinese no English is left, on any screen', async ({ page, rig, openSample }) => {
  await page.goto(rig.newAddress());
  await page.getByRole('button', { name: 'Language' }).click();
  await page.getByRole('menuitem', { name: '简体中文' }).click();
  await expect(page.getByText('使用示例数据')).toBeVisible();
  await noEnglish(page, 'start');
  await page.getByRole('button', { name: /^新建账本/ }).click();
  await expect(page.getByRole('form', { name: '新建账本' })).toBeVisible();
  await noEnglish(page, 'new book');
  await openSample();
  await page.goto(`${rig.origin}/`);
  await settled(page);
  for (const view of VIEWS) {
    await show(page, rig.origin, view);
    await noEnglish(page, view.name);
  }
  await show(page, rig.origin, { name: 'overview', at: 'overview' });
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog').getByRole('button', { name: '总览' })).toBeVisible();
  await noEnglish(page, 'palette');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: '键盘快捷键' })).toBeVisible();
  await noEnglish(page, 'help');
});

test('language and theme are remembered, and dark is dark from the first paint', async ({ page, rig, openSample }) => {
  await openSample();
  await page.goto(rig.newAddress());
  await page.getByRole('button', { name: 'Dark theme' }).click();
  await page.getByRole('button', { name: 'Language' }).click();
  await page.getByRole('menuitem', { name: '简体中文' }).click();
  await expect(page.getByRole('navigation').getByRole('link', { name: /^对账/ })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('navigation').getByRole('link', { name: /^对账/ })).toBeVisible();
  await expect(page.getByRole('button', { name: '浅色主题' })).toBeVisible();
  const background = await page.evaluate('getComputedStyle(document.body).backgroundColor');
  const [red = 255] = /\d+/.exec(String(background))?.map(Number) ?? [];
  expect(red).toBeLessThan(50);
});
