import { faults, OF_COLOUR } from './support/axe.ts';
import { settled, show, VIEWS } from './support/screens.ts';
import { expect, test } from './support/test.ts';

test('axe sees a fault where there is one', async ({ page, rig }) => {
  await page.goto(rig.newAddress());
  await page.getByRole('button', { name: /^New book/ }).waitFor();
  await page.evaluate(`{
    const [image, text] = ['img', 'p'].map((name) => document.querySelector('h1').parentElement.appendChild(document.createElement(name)));
    image.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';
    text.textContent = 'pale';
    text.style.cssText = 'color: #ccc; background: #fff';
  }`);
  expect((await faults(page)).map((fault) => fault.split(':')[0])).toEqual(['color-contrast', 'image-alt']);
  expect((await faults(page, OF_COLOUR)).map((fault) => fault.split(':')[0])).toEqual(['color-contrast']);
});

for (const scheme of ['light', 'dark'] as const)
  test(`axe finds nothing serious on any screen, ${scheme}`, async ({ page, rig, openSample }) => {
    test.setTimeout(600_000);
    // The theme changes colours only: the structure of every view is held in light.
    const rules = scheme === 'dark' ? OF_COLOUR : null;
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await page.goto(rig.newAddress());
    await page.getByRole('button', { name: /^New book/ }).waitFor();
    expect.soft(await faults(page, rules), 'start').toEqual([]);
    await page.getByRole('button', { name: /^New book/ }).click();
    await page.getByRole('form', { name: 'New book' }).waitFor();
    expect.soft(await faults(page, rules), 'new book').toEqual([]);
    await openSample();
    await page.goto(`${rig.origin}/`);
    await settled(page);
    for (const view of VIEWS) {
      await show(page, rig.origin, view);
      expect.soft(await faults(page, rules), view.name).toEqual([]);
    }
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
    await settled(page);
    expect.soft(await faults(page, rules), 'palette').toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    await settled(page);
    expect.soft(await faults(page, rules), 'help').toEqual([]);
  });
