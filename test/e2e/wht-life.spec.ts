import { newBook } from './support/new-book.ts';
import { pdfFile } from './support/files.ts';
import { expect, test } from './support/test.ts';
import { DocumentForm } from './screens/documents.ts';
import { choose, Frame } from './screens/frame.ts';

test('a certificate from the draft to the accepted paper that replaces a refused one', async ({ page, rig }) => {
  const frame = new Frame(page);
  const inspector = frame.inspector();
  await newBook(rig);
  for (const [number, net, tax] of [
    ['HW-1', '6000', '300'],
    ['HW-2', '1000', '50'],
  ] as const)
    await rig.call('invoices/add', { number, date: '2024-03-02', vendor: 'huawei', entity: 'SPARKOO_SG', currency: 'USD', net, tax });
  await page.goto(rig.newAddress());
  await frame.goTo('WHT certificates');

  await test.step('a draft is kept before everything is there', async () => {
    await page.getByRole('button', { name: 'Add certificate' }).first().click();
    const form = new DocumentForm(page, 'Add certificate');
    const draft = form.form.getByRole('button', { name: 'Save draft' });
    await expect(draft).toBeDisabled();
    await form.fill('Number', 'W-1');
    await form.day('Date', '2024-04-10');
    await form.fill('Total', '630');
    await expect(form.missing('Choose the invoices that the tax was withheld from.')).toBeVisible();
    await form.save('Save draft');
    await expect(inspector.getByText('The certificate names no invoice.')).toBeVisible();
    await expect(inspector.getByText('The certificate has no paper.')).toBeVisible();
    expect(await rig.call('invoices/show', { number: 'HW-1' })).toMatchObject({ withheld: '0' });
  });

  await test.step('it is filled in beside its paper; the remainder counts to nothing', async () => {
    await inspector.getByRole('button', { name: 'Edit…' }).click();
    const form = new DocumentForm(page, 'Draft W-1');
    await expect(form.field('Total')).toHaveValue('630');
    await choose(page, form.form, 'Form', 'Tax on interest or royalty paid to a non-resident');
    await form.form.getByRole('checkbox', { name: 'Choose invoice HW-1' }).check();
    await expect(form.field('Amount of invoice HW-1 in USD')).toHaveValue('630');
    await form.field('Amount of invoice HW-1 in USD').fill('600');
    await expect(form.remainder('Still to allocate')).toContainText('30.00');
    await form.form.getByRole('checkbox', { name: 'Choose invoice HW-2' }).check();
    await expect(form.field('Amount of invoice HW-2 in USD')).toHaveValue('30');
    await expect(form.remainder('Nothing left: exact')).toContainText('0.00');
    await expect(form.form.getByText("The vendor's online form takes it: MY with SPARKOO_SG.")).toBeVisible();
    await form.form.getByRole('button', { name: 'Add line' }).click();
    await form.field('Base of line 1').fill('7000');
    await form.field('Rate of line 1').fill('10');
    await expect(form.field('Tax of line 1')).toHaveValue('700');
    await form.attach(await pdfFile(rig.folder, 'w-1.pdf', 'Certificate W-1 (invented)'));
    await expect(form.form.getByText('w-1.pdf').first()).toBeVisible();
    await expect(form.missing('The taxes of the income must add up to the total exactly.')).toBeVisible();
    await form.field('Rate of line 1').fill('9');
    await expect(form.field('Tax of line 1')).toHaveValue('630');
    await form.save('Save draft');
    await expect(inspector.getByText('Before it can be submitted')).toHaveCount(0);
  });

  await test.step('it is handed in, and refused with a reason', async () => {
    await inspector.getByRole('button', { name: 'Submit…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Submit' }).click();
    await expect(inspector.getByText('Submitted', { exact: true }).first()).toBeVisible();
    await expect.poll(async () => (await rig.call('invoices/show', { number: 'HW-1' })).withheld).toBe('600');
    await inspector.getByRole('button', { name: 'Refuse…' }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: 'Reason' }).fill('the stamp is missing');
    await page.getByRole('dialog').getByRole('button', { name: 'Refuse' }).click();
    await expect(inspector.getByText('Refused', { exact: true }).first()).toBeVisible();
    await expect.poll(async () => (await rig.call('invoices/show', { number: 'HW-1' })).withheld).toBe('0');
  });

  await test.step('a corrected paper stands in its place, with everything of it filled in', async () => {
    await inspector.getByRole('button', { name: 'Correct…' }).click();
    const form = new DocumentForm(page, 'Certificate in place of W-1');
    await form.fill('Number', 'W-1a');
    await expect(form.field('Tax of line 1')).toHaveValue('630');
    await expect(form.remainder('Nothing left: exact').first()).toContainText('0.00');
    await expect(form.missing('Attach the certificate.')).toBeVisible();
    await form.attach(await pdfFile(rig.folder, 'w-1a.pdf', 'Certificate W-1a (invented)'));
    await form.save('Submit certificate');
    await expect(inspector.getByRole('heading', { name: 'W-1a' })).toBeVisible();
    await expect(inspector.getByRole('button', { name: 'W-1', exact: true })).toBeVisible();
  });

  await test.step('it is accepted, and both lead to each other', async () => {
    await inspector.getByRole('button', { name: 'Accept…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Accept' }).click();
    await expect(inspector.getByText('Accepted', { exact: true }).first()).toBeVisible();
    await inspector.getByRole('button', { name: 'W-1', exact: true }).click();
    await expect(inspector.getByRole('heading', { name: 'W-1 Copy W-1' })).toBeVisible();
    await expect(inspector.getByRole('button', { name: 'W-1a', exact: true })).toBeVisible();
    expect((await rig.call('wht/list', {})).map((c) => [c.number, c.status, c.replaces, c.replacedBy])).toEqual([
      ['W-1a', 'accepted', 'W-1', null],
      ['W-1', 'refused', null, 'W-1a'],
    ]);
    expect(await rig.call('book/verify', {})).toMatchObject({ integrity: 'ok', auditChain: 'ok', totals: 'ok' });
  });
});
