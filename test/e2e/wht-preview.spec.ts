import type { Locator, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeZip } from '../../services/wht/zip-rig.ts';
import { DocumentForm } from './screens/documents.ts';
import { Frame } from './screens/frame.ts';
import { textFile } from './support/files.ts';
import { newBook } from './support/new-book.ts';
import { lockedPdf, picture, twoPages } from './support/papers.ts';
import { expect, test } from './support/test.ts';

/** Lets go of files over the place for them, as a file manager does. */
async function drop(page: Page, place: Locator, files: Record<string, Uint8Array | string>): Promise<void> {
  const given = Object.entries(files).map(([name, bytes]) => ({ name, data: Buffer.from(bytes).toString('base64') }));
  const transfer = await page.evaluateHandle(`(() => {
    const made = new DataTransfer();
    for (const { name, data } of ${JSON.stringify(given)}) made.items.add(new File([Uint8Array.from(atob(data), (c) => c.charCodeAt(0))], name));
    return made;
  })()`);
  await place.dispatchEvent('dragenter', { dataTransfer: transfer });
  await place.dispatchEvent('drop', { dataTransfer: transfer });
}

/** What is asked of a canvas in the page. */
interface Canvas {
  width: number;
  height: number;
  getContext(kind: '2d'): { getImageData(x: number, y: number, width: number, height: number): { data: Uint8ClampedArray } };
}

/** How many pixels of the page are not white; 0 while it is not painted. */
const painted = (preview: Locator, number: number): Promise<number> =>
  preview.locator(`[data-page="${number}"] canvas`).evaluate((element) => {
    const canvas = element as unknown as Canvas;
    if (canvas.width === 0) return 0;
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    let count = 0;
    for (let i = 0; i < data.length; i += 4) if (data[i]! < 200) count++;
    return count;
  });

test('papers are judged and shown before they are attached, and nothing in them runs', async ({ page, rig }) => {
  await newBook(rig);
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const workers: string[] = [];
  page.on('worker', (worker) => void workers.push(worker.url()));
  await page.goto(rig.newAddress());
  const frame = new Frame(page);
  await frame.goTo('WHT certificates');
  await page.getByRole('button', { name: 'Add certificate' }).first().click();
  const { form } = new DocumentForm(page, 'Add certificate');
  const bytes = await twoPages();
  const place = form.locator('.drop');
  await drop(page, place, {
    'certificate.pdf': bytes,
    'again.pdf': bytes,
    'scan.png': picture(300, 200),
    'broken.pdf': '%PDF-1.4\nnothing of it is there\n%%EOF',
    'locked.pdf': lockedPdf(),
    'program.pdf': 'MZ\u0090 not a paper',
    '凭证.zip': makeZip([
      { name: '一月/凭证.pdf', data: 'abc' },
      { name: 'b.png', data: 'de' },
    ]),
    'bad.zip': makeZip([{ name: '../a.pdf', data: 'x' }]),
  });
  const files = form.locator('.files > li');
  await expect(files.locator('.file-name')).toHaveText(['certificate.pdf', 'scan.png', 'broken.pdf', 'locked.pdf', '凭证.zip']);
  await expect(form.getByRole('alert')).toHaveText([
    /“again.pdf” is the same file as “certificate.pdf”/,
    /a Windows program/,
    /points outside/,
  ]);
  await expect(files.first()).toContainText('This PDF holds scripts.');
  await form.getByRole('button', { name: 'Move scan.png up' }).click();
  await expect(files.locator('.file-name').first()).toHaveText('scan.png');

  await form.getByRole('button', { name: 'Show certificate.pdf' }).click();
  const preview = page.getByRole('region', { name: 'Preview of certificate.pdf' });
  await expect(preview.getByRole('toolbar').getByRole('status')).toHaveText('Page 1 of 2');
  // The rectangle alone is an eighth of the page.
  await expect.poll(() => painted(preview, 1)).toBeGreaterThan(10_000);
  await page.keyboard.press('PageDown');
  await expect(preview.getByRole('toolbar').getByRole('status')).toHaveText('Page 2 of 2');
  // A fax is decoded without WebAssembly, by a script of the page's own.
  await expect.poll(() => painted(preview, 2)).toBeGreaterThan(10_000);
  await preview.getByRole('button', { name: 'Zoom in' }).click();
  await preview.getByRole('button', { name: 'Turn to the right' }).click();
  await expect.poll(() => painted(preview, 2)).toBeGreaterThan(10_000);
  expect(workers.map((url) => url.replace(rig.origin, ''))).toEqual([expect.stringMatching(/^\/assets\/pdf-worker-[\w-]+\.js$/)]);

  await form.getByRole('button', { name: 'Show scan.png' }).click();
  await expect.poll(() => painted(page.getByRole('region', { name: 'Preview of scan.png' }), 1)).toBeGreaterThan(10_000);
  await form.getByRole('button', { name: 'Show broken.pdf' }).click();
  await expect(page.getByRole('region', { name: 'Preview of broken.pdf' }).getByRole('alert')).toContainText('The file is damaged');
  await form.getByRole('button', { name: 'Show locked.pdf' }).click();
  await expect(page.getByRole('region', { name: 'Preview of locked.pdf' }).getByRole('alert')).toContainText('protected by a password');
  await form.getByRole('button', { name: 'Show 凭证.zip' }).click();
  await expect(page.getByRole('region', { name: 'Preview of 凭证.zip' }).getByRole('row')).toHaveText([
    'NameSize',
    '一月/凭证.pdf3 B',
    'b.png2 B',
  ]);
  await page.keyboard.press('Escape');
  await expect(page.locator('.preview')).toHaveCount(0);
  await expect(form).toBeVisible();
  // Closed is ended: no reader is left behind.
  await expect.poll(() => page.workers().length).toBe(0);
  expect(dialogs).toEqual([]);
});

test('a kept paper is shown beside its certificate, and all of a year are one archive', async ({ page, rig }) => {
  await newBook(rig);
  await rig.call('invoices/add', {
    number: 'SG1',
    date: '2024-03-02',
    vendor: 'huawei',
    entity: 'SPARKOO_SG',
    currency: 'USD',
    net: '6000',
    tax: '480',
    period: '2024-02',
  });
  const paper = textFile(rig.folder, 'certificate.pdf', await twoPages());
  const scan = textFile(rig.folder, 'scan.png', picture(300, 200));
  await rig.call('wht/add', {
    number: 'W-1',
    issuer: 'LHDN',
    date: '2024-04-10',
    total: '480',
    currency: 'USD',
    allocate: [{ invoice: 'SG1' }],
    attach: [rig.grant(paper, 'read'), rig.grant(scan, 'read')],
  });
  await page.goto(rig.newAddress());
  const frame = new Frame(page);
  await frame.goTo('WHT certificates');
  await page.getByRole('row', { name: /W-1/ }).click();
  await frame.inspector().getByRole('button', { name: 'Show certificate.pdf' }).click();
  await expect.poll(() => painted(page.getByRole('region', { name: 'Preview of certificate.pdf' }), 1)).toBeGreaterThan(10_000);
  await expect(page).toHaveURL(/[?&]file=1/);
  await page.getByRole('button', { name: 'Next file' }).click();
  await expect.poll(() => painted(page.getByRole('region', { name: 'Preview of scan.png' }), 1)).toBeGreaterThan(10_000);
  await page.keyboard.press('Escape');
  await expect(page.locator('.preview')).toHaveCount(0);
  await expect(frame.inspector()).toBeVisible();

  await page.getByRole('button', { name: 'Bundle papers…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Bundle papers' });
  await dialog.getByText('All days').click();
  await expect(dialog.getByRole('status')).toContainText('1 certificate with 2 files');
  const arrives = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Write archive' }).click();
  const download = await arrives;
  expect(download.suggestedFilename()).toBe('wht-papers.zip');
  await expect(dialog).toBeHidden();
  const path = join(rig.folder, 'bundle.zip');
  await download.saveAs(path);
  const names = readFileSync(path).toString('latin1');
  for (const name of ['index.xlsx', 'certificates.csv', 'files.csv', 'W-1/certificate.pdf', 'W-1/scan.png', 'SHA256SUMS.txt'])
    expect(names).toContain(name);
});
