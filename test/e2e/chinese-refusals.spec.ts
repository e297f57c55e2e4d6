import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { generate } from '../../services/sample/generate.ts';
import { billFile, textFile } from './support/files.ts';
import { latinWords } from './support/latin.ts';
import { newBook } from './support/new-book.ts';
import { settled } from './support/screens.ts';
import { expect, test } from './support/test.ts';

test.use({ locale: 'zh-CN' });

const FOCUS = fileURLToPath(new URL('../fixtures/focus/focus-1.0-sample.csv', import.meta.url));

/** Folder for pictures of what the tests see, where the variable names one. */
const SHOTS = process.env['TALLYBOOK_REFUSAL_SHOTS'];
const shot = async (page: Page, name: string): Promise<void> => {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
};

/** Runs of English words: what is left of a sentence that was not translated. Codes and names of columns stand alone. */
async function noSentence(page: Page): Promise<void> {
  const text = await page.evaluate('document.body.innerText');
  expect(String(text).match(/\b[A-Za-z’']+(?:,? [a-z’']+){2,}/g) ?? []).toEqual([]);
}

async function choose(page: Page, ...paths: string[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '选择文件' }).click();
  await (await chooser).setFiles(paths);
}

/** A bill with its header changed; the rows stay. */
function withHeader(change: (header: string) => string): Buffer {
  const text = Buffer.concat([...generate('huawei.detail', { rows: 20, period: '2024-04' }).bytes()]).toString('utf8');
  const end = text.indexOf('\n');
  return Buffer.from(change(text.slice(0, end)) + text.slice(end));
}

/** A bill of 40 lines whose download broke off. */
function cutBill(): Buffer {
  const whole = Buffer.concat([...generate('huawei.detail', { rows: 40, period: '2024-04' }).bytes()]);
  return whole.subarray(0, whole.length - 260);
}

/** Names that Chinese text keeps: programs, formats, the vendor's own name of an answer, the book. */
const OWN_NAMES = new Set(['Excel', 'Office', 'gzip', 'DescribeBillDownloadUrl', 'Example']);

const BAD: readonly [name: string, content: string | Uint8Array, says: string][] = [
  ['空.csv', '', '是空文件'],
  ['零.csv', new Uint8Array(4096), '不是文本文件'],
  ['通讯录.csv', '姓名,电话\n张三,1\n李四,2\n', '无法识别'],
  ['安装.csv', Buffer.concat([Buffer.from('MZ\x90\x00\x03', 'latin1'), Buffer.alloc(900, 7)]), '是程序'],
  ['下载中断.csv', cutBill(), '中途结束'],
  ['缺列.csv', withHeader((h) => h.replace('应付金额', '金额甲')), '缺少'],
  ['重复列.csv', withHeader((h) => h.replace('优惠金额', '官网价')), '出现两次'],
  ['旧表.xls', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000)]), 'Office'],
  ['归档.rar', Buffer.concat([Buffer.from('526172211a0700', 'hex'), Buffer.alloc(600)]), 'RAR 压缩包'],
  ['断.json', '{"Response": {"DetailSet": [', '不是有效的 JSON'],
  ['别的.json', '{"姓名": "张三"}', '不是 Tallybook 认识的接口返回'],
  ['下载.json', '{"Response": {"Ready": 1, "DownloadUrl": "https://example.com/a.zip", "RequestId": "1"}}', '只给出账单的下载地址'],
  ['乱码.csv', Buffer.concat([Buffer.from('账期,金额\n2024-04,'), Buffer.from([0xff, 0xff, 0x80, 0x0a])]), '无法识别的字符'],
];

test('what is wrong with a file is said in Chinese, with the remedy', async ({ page, rig }) => {
  await newBook(rig);
  await page.goto(rig.newAddress());
  await page.goto(`${rig.origin}/#/import`);
  await settled(page);
  await choose(page, ...BAD.map(([name, content]) => textFile(rig.folder, name, content)));
  // One after the other, each in a process of its own.
  await expect(page.getByRole('article').getByRole('alert')).toHaveCount(BAD.length, { timeout: 40_000 });
  for (const [name, , says] of BAD) {
    const alert = page.getByRole('article', { name, exact: true }).getByRole('alert');
    await expect.soft(alert, name).toContainText(says);
    await expect.soft(alert.locator('.error-remedy'), name).toContainText('请');
  }
  await settled(page);
  await shot(page, 'bad-files');
  expect((await latinWords(page)).filter((word) => !OWN_NAMES.has(word))).toEqual([]);
  await noSentence(page);
});

test('evidence, notices and rejected rows are Chinese', async ({ page, rig }) => {
  await newBook(rig);
  await page.goto(rig.newAddress());
  await page.goto(`${rig.origin}/#/import`);
  await settled(page);
  const { path, name } = billFile(rig.folder, 'huawei.detail', { rows: 40, period: '2024-04' });
  const rows = readFileSync(path, 'utf8').split('\n');
  const headers = (rows[0] ?? '').split(',');
  const spoil = (row: number, header: string, value: string): void => {
    const cells = (rows[row] ?? '').split(',');
    cells[headers.indexOf(header)] = value;
    rows[row] = cells.join(',');
  };
  spoil(3, '官网价', '1.234.5');
  spoil(5, '官网价', '1e40');
  spoil(7, '应付金额', '');
  spoil(9, '账期', '四月');
  rows[11] = `${rows[11] ?? ''},多出的`;
  rows[13] = `"${rows[13]?.split(',')[0] ?? ''}"多${(rows[13] ?? '').slice((rows[13] ?? '').indexOf(','))}`;
  textFile(rig.folder, name, rows.join('\n'));
  await choose(page, path, FOCUS);
  const card = page.getByRole('article', { name });
  await expect(card.getByText(/^读取方式：UTF-8，逗号分隔，表头在第 1 行；.*月份 2024-04。$/)).toBeVisible();
  const focus = page.getByRole('article', { name: 'focus-1.0-sample.csv' });
  await focus.getByText(/^另有 \d+ 条提示$/).click();
  await expect(focus.getByText(/不作填补/).first()).toBeVisible();
  await settled(page);
  await shot(page, 'import-cards');
  await noSentence(page);
  await page.getByRole('button', { name: /^导入 2 个文件/ }).click();
  await card.getByRole('link', { name: /被拒绝/ }).click();
  const grid = page.getByRole('grid').first();
  await expect(grid).toContainText('“1.234.5”不是金额。');
  await expect(grid).toContainText('缺少应付金额，账单明细必须有此项。');
  await settled(page);
  await shot(page, 'rejects');
  await noSentence(page);
});

test('a refused form says why in Chinese', async ({ page, rig, openSample }) => {
  await openSample();
  await page.goto(rig.newAddress());
  await page.goto(`${rig.origin}/#/invoices?new=1`);
  await settled(page);
  const form = page.getByRole('form', { name: '录入发票' });
  await form.getByRole('textbox', { name: '号码', exact: true }).fill('SG2024040001');
  await form.getByRole('textbox', { name: '开票日期', exact: true }).fill('2024-05-03');
  await form.getByRole('textbox', { name: '开票日期', exact: true }).press('Tab');
  await form.getByRole('textbox', { name: '不含税金额', exact: true }).fill('100');
  await form.getByRole('textbox', { name: '税额', exact: true }).fill('8');
  await form.getByRole('button', { name: '保存发票' }).click();
  await expect(form.getByRole('alert')).toContainText('华为云的发票 SG2024040001 已存在。');
  await expect(form.getByRole('alert')).toContainText('请检查号码');
  await shot(page, 'invoice-form');
  await page.goto(`${rig.origin}/#/invoices?doc=huawei:NONE`);
  await expect(page.getByRole('alert').first()).toContainText('没有华为云的发票 NONE。');
  await shot(page, 'invoice-none');
  await noSentence(page);
});

test('checks explain themselves in Chinese', async ({ page, rig, openSample }) => {
  await openSample();
  await page.goto(rig.newAddress());
  await page.goto(`${rig.origin}/#/reconcile?period=2024-04`);
  await settled(page);
  await shot(page, 'reconcile');
  const buttons = await page.locator('.check-row').all();
  expect(buttons.length).toBeGreaterThan(20);
  for (const [index, button] of buttons.entries()) {
    await button.click();
    await settled(page);
    await noSentence(page);
    await shot(page, `reconcile-${index}`);
  }
});
