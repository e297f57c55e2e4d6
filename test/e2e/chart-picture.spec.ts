import { writeFileSync } from 'node:fs';
import { Frame } from './screens/frame.ts';
import { saved } from './screens/reports.ts';
import { expect, test } from './support/test.ts';

test('a chart is saved as a picture and as a drawing, and both are recorded', async ({ page, rig, openSample }) => {
  await openSample();
  await page.goto(rig.newAddress());
  const frame = new Frame(page);
  await frame.goTo('Bills');
  const save = page.getByRole('button', { name: /^Save picture: / }).first();
  const title = (await save.getAttribute('aria-label'))!.replace('Save picture: ', '');
  const take = async (item: string): Promise<Buffer> => {
    await save.click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: item }).click();
    return (await saved(await download)).bytes;
  };

  const png = await take('As PNG picture');
  if (process.env['KEEP']) writeFileSync(process.env['KEEP'], png);
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1920, 960]);

  const svg = (await take('As SVG drawing')).toString('utf8');
  expect(svg).toContain(`<title>${title}</title>`);
  expect(svg).toContain('<path');

  await frame.goTo('Reports');
  await expect(page.getByRole('row', { name: title })).toHaveCount(2);
});
