import { inventMonth, PERIOD } from './support/month.ts';
import { expect, test } from './support/test.ts';
import { cents, money, percent, text, totalsOf, units } from './support/money.ts';
import { pdfFile } from './support/files.ts';
import { BillLines, BillsSummary } from './screens/bills.ts';
import { DocumentForm } from './screens/documents.ts';
import { choose, Frame } from './screens/frame.ts';
import { Import } from './screens/import.ts';
import { Reports } from './screens/reports.ts';
import { Start } from './screens/start.ts';
import { verifyBook } from './screens/settings.ts';

test('a month from the bills to the reconciled report, on a fresh book', async ({ page, rig }) => {
  test.setTimeout(120_000);
  const frame = new Frame(page);
  const { detail, statement, tencent, zilliz } = inventMonth(rig.folder);
  const huawei = totalsOf([detail], 'USD');
  // What the vendor invoices: payable less coupons, in cents; then 8 % service tax on it and 8 % of it withheld.
  const net = cents(units(huawei.get('payable') ?? '0') - units(huawei.get('coupon') ?? '0'));
  const tax = percent(net, 8);
  const withheld = percent(net, 8);
  const paid = net + tax - withheld;
  const payable = money(units(huawei.get('payable') ?? '0'));

  await test.step('new book', async () => {
    await page.goto(rig.newAddress());
    await new Start(page).newBook('Example 2024');
    await expect(page.getByText('This book is empty')).toBeVisible();
  });

  await test.step('choose and drop files; each says what it is and adds up', async () => {
    await frame.goTo('Import');
    const screen = new Import(page);
    await screen.choose(detail.path, statement.path);
    await screen.drop(tencent.path, zilliz.path);
    for (const file of [detail, statement, tencent, zilliz]) {
      const card = await screen.ready(file.name);
      await expect(card.getByText(/^score \d+ of 100$/)).toBeVisible();
      const { rows, parts } = await screen.counts(card);
      expect(rows, file.name).toBe(file.expected.lines);
      expect(parts.reduce((a, b) => a + b)).toBe(rows);
    }
    const card = screen.card(detail.name);
    await expect(card.getByText(/UTF-8.*comma.*header in row 1/i)).toBeVisible();
    await expect(card.getByText('301 passed').first()).toBeVisible();
    await card.getByText(/^First \d+ rows beside/).click();
    await expect(card.getByRole('table', { name: /^First \d+ rows/ }).getByRole('row')).not.toHaveCount(1);
    await screen.run(4);
    await expect(screen.batches().getByRole('row')).toHaveCount(5);
  });

  await test.step('undo one import and take it again', async () => {
    const screen = new Import(page);
    await page.getByRole('button', { name: 'Clear list' }).click();
    await screen.batch(tencent.name).click();
    await frame.inspector().getByRole('button', { name: 'Undo import' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Undo import' }).click();
    await expect(screen.batch(tencent.name).getByText('Undone')).toBeVisible();
    await frame.closeInspector();
    await screen.drop(tencent.path);
    await screen.ready(tencent.name);
    await screen.run(1);
    await expect(screen.batches().getByRole('row')).toHaveCount(6);
  });

  await test.step('the summary shows the exact totals of the files', async () => {
    await frame.goTo('Bills');
    await frame.choosePeriod(PERIOD);
    const summary = new BillsSummary(page);
    await summary.chooseCurrency('CNY');
    const cny = totalsOf([tencent], 'CNY');
    await expect.poll(() => summary.figures(cny.keys())).toEqual(cny);
    await summary.chooseVendor('Huawei Cloud');
    await expect(summary.figure('payable')).toHaveText(payable);
    await expect.poll(() => summary.figures(huawei.keys())).toEqual(huawei);
    await expect(page.getByText(`Total · ${detail.expected.lines} lines`).locator('..')).toContainText(money(net));
  });

  await test.step('from a figure to its lines, to one line, to the row of its file', async () => {
    const lines = new BillLines(page);
    await new BillsSummary(page).figure('payable').click();
    await expect(lines.totals('301')).toContainText(payable);
    // The link sorts by the figure, the largest first.
    await expect(lines.grid().getByRole('columnheader', { name: 'Payable' })).toHaveAttribute('aria-sort', 'descending');
    await lines.rows().first().click();
    const inspector = frame.inspector();
    await expect(inspector.getByText(detail.name)).toBeVisible();
    const row = Number(await inspector.getByRole('term').filter({ hasText: /^Row$/ }).locator('..').getByRole('definition').innerText());
    const source = detail.rows[row - 1] ?? '';
    expect(source).not.toBe('');
    await expect(inspector.getByText(source, { exact: true })).toBeVisible();
    await frame.closeInspector();
  });

  await test.step('sort, filter, hide zero, search', async () => {
    const lines = new BillLines(page);
    await lines.sortBy('List price');
    await expect(lines.grid().getByRole('columnheader', { name: 'List price' })).toHaveAttribute('aria-sort', /ascending|descending/);
    await page.getByRole('checkbox', { name: 'Hide zero' }).check();
    await expect(lines.totals('300')).toBeVisible();
    await page.getByRole('checkbox', { name: 'Hide zero' }).uncheck();
    await expect(lines.totals('301')).toBeVisible();
    await lines.filter('Account', 'demo-shop');
    await expect(page.getByRole('button', { name: 'Remove filter Account' })).toBeVisible();
    await expect(lines.totals('301')).toBeHidden();
    await page.getByRole('button', { name: 'Remove filter Account' }).click();
    await expect(lines.totals('301')).toBeVisible();
    await lines.search('no such resource');
    await expect(page.getByText('No lines fit')).toBeVisible();
    await lines.search('');
    await expect(lines.totals('301')).toBeVisible();
  });

  await test.step('the invoice of the month, its tax from the rule, its PDF', async () => {
    await frame.goTo('Invoices');
    await page.getByRole('button', { name: 'Add invoice' }).first().click();
    const form = new DocumentForm(page, 'Add invoice');
    await form.fill('Number', 'SG2024040077');
    await form.day('Date', '2024-05-03');
    await form.day('Due', '2024-06-02');
    await form.fill('Net', text(net));
    await form.form.getByRole('button', { name: /^Take .* from the rule$/ }).click();
    await expect(form.field('Tax')).toHaveValue(text(tax));
    await expect(form.form.getByText('The tax agrees with the rule.')).toBeVisible();
    await form.attach(await pdfFile(rig.folder, 'SG2024040077.pdf', 'Invoice SG2024040077 (invented)'));
    await expect(form.form.getByText('SG2024040077.pdf')).toBeVisible();
    await form.save('Save invoice');
    await expect(frame.inspector().getByText('SG2024040077.pdf')).toBeVisible();
    await expect(frame.inspector().getByText('Bills of 2024-04')).toBeVisible();
  });

  await test.step('the payment net of withholding tax, allocated', async () => {
    await frame.goTo('Payments');
    await page.getByRole('button', { name: 'Add payment' }).first().click();
    const form = new DocumentForm(page, 'Add payment');
    await form.day('Date', '2024-05-20');
    await form.fill('Reference', 'TT-240520');
    await form.fill('Amount', text(paid));
    await form.field('Share of invoice SG2024040077').fill(text(paid));
    await expect(form.remainder('Nothing left: exact')).toContainText('0.00');
    await form.save('Save payment');
    await expect(page.getByRole('grid', { name: 'Payments' }).getByRole('row', { name: /TT-240520/ })).toContainText('Allocated');
  });

  await test.step('the certificate: the sum must be exact', async () => {
    await frame.goTo('WHT certificates');
    await page.getByRole('button', { name: 'Add certificate' }).first().click();
    const form = new DocumentForm(page, 'Add certificate');
    await form.form.getByRole('button', { name: /^Generate/ }).click();
    await expect(form.field('Number')).not.toHaveValue('');
    const number = await form.field('Number').inputValue();
    await form.day('Date', '2024-06-12');
    await form.fill('Total', text(withheld));
    await form.form.getByRole('checkbox', { name: 'Choose invoice SG2024040077' }).check();
    const share = form.field('Amount of invoice SG2024040077 in USD');
    await expect(share).toHaveValue(text(withheld));
    await form.attach(await pdfFile(rig.folder, 'wht.pdf', 'Withholding-tax certificate (invented)'));
    await share.fill(text(withheld - units('0.01')));
    await expect(form.missing('The amounts must add up to the total exactly.')).toBeVisible();
    await expect(form.remainder('Still to allocate')).toContainText('0.01');
    await expect(form.form.getByRole('button', { name: 'Submit certificate' })).toBeDisabled();
    await share.fill(text(withheld));
    await expect(form.remainder('Nothing left: exact')).toContainText('0.00');
    await form.save('Submit certificate');
    await expect(frame.inspector().getByRole('heading', { name: number })).toBeVisible();
    await expect(frame.inspector().getByText('wht.pdf')).toBeVisible();
    await frame
      .inspector()
      .getByRole('button', { name: /^Accept/ })
      .click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Accept/ })
      .click();
    await expect(frame.inspector().getByText('Accepted', { exact: true }).first()).toBeVisible();
  });

  await test.step('the invoice is settled', async () => {
    await frame.goTo('Invoices');
    const row = page.getByRole('grid', { name: 'Invoices' }).getByRole('row', { name: /SG2024040077/ });
    await row.click();
    await expect(frame.inspector().getByText('Paid', { exact: true }).first()).toBeVisible();
    await frame.closeInspector();
  });

  await test.step('reconcile', async () => {
    await frame.goTo('Reconcile');
    await choose(page, page, 'Vendor', 'Huawei Cloud');
    const states = page.getByRole('group', { name: 'Show only' });
    await expect(states.getByRole('button', { name: /Fail 0$/ })).toBeDisabled();
    await expect(states.getByRole('button', { name: /Missing 0$/ })).toBeDisabled();
    await expect(page.getByRole('status').filter({ hasText: /^All \d+ checks hold\.$/ })).toBeVisible();
    await page
      .getByRole('region', { name: 'Checks' })
      .getByRole('button', { name: /^Pass\W+Statement = details: payable/ })
      .click();
    const check = page.getByRole('region', { name: 'Statement = details: payable' });
    await expect(check.getByText(payable)).toHaveCount(2);
    await check.getByRole('button', { name: 'Open lines' }).click();
    await expect(new BillLines(page).totals('301')).toContainText(payable);
  });

  await test.step('the report as XLSX, PDF and CSV', async () => {
    await frame.goTo('Reports');
    const reports = new Reports(page);
    const xlsx = await reports.export('XLSX');
    expect(xlsx.name).toMatch(/2024-04.*\.xlsx$/);
    expect(xlsx.bytes.subarray(0, 4).toString('latin1')).toBe('PK\x03\x04');
    expect(xlsx.bytes.includes('xl/workbook.xml')).toBe(true);
    expect(xlsx.bytes.length).toBeGreaterThan(20_000);
    const pdf = await reports.export('PDF');
    expect(pdf.bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    expect(pdf.bytes.subarray(-8).toString('latin1')).toContain('%%EOF');
    expect(pdf.bytes.length).toBeGreaterThan(10_000);
    const csv = await reports.export('CSV');
    expect([...csv.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows = csv.bytes.toString('utf8').trimEnd().split(/\r?\n/);
    expect(rows.length).toBeGreaterThan(detail.expected.lines + tencent.expected.lines);
    await expect(page.getByRole('grid', { name: 'Exports' }).getByRole('row')).toHaveCount(4);
  });

  await verifyBook(page);
});
