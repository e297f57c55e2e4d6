import { faults } from './support/axe.ts';
import { settled, show, VIEWS } from './support/screens.ts';
import { expect, test } from './support/test.ts';

for (const scheme of ['light', 'dark'] as const)
  test(`axe finds nothing serious on any screen, ${scheme}`, async ({ page, rig, openSample }) => {
    test.setTimeout(600_000);
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await page.goto(rig.newAddress());
    await page.getByRole('button', { name: /^New book/ }).waitFor();
    expect.soft(await faults(page), 'start').toEqual([]);
    await page.getByRole('button', { name: /^New book/ }).click();
    await page.getByRole('form', { name: 'New book' }).waitFor();
    expect.soft(await faults(page), 'new book').toEqual([]);
    await openSample();
    await page.goto(`${rig.origin}/`);
    await settled(page);
    for (const view of VIEWS) {
      await show(page, rig.origin, view);
      expect.soft(await faults(page), view.name).toEqual([]);
    }
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
    await settled(page);
    expect.soft(await faults(page), 'palette').toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    await settled(page);
    expect.soft(await faults(page), 'help').toEqual([]);
  });
