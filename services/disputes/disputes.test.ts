import { afterAll, beforeAll, expect, test } from 'vitest';
import { PERIOD, smallMonth, type SmallMonth } from '../../test/golden/reconciliation/book.ts';
import { readPdf } from '../../test/golden/reports/read-pdf.ts';
import { sheetCells, wrongFormulas } from '../../test/support/formulas.ts';
import { subtract } from '../../domain/money/amount.ts';

const CHECK = 'huawei.detail-payable:huawei:USD';
const DAY = '2023-11-20';
let month: SmallMonth;
beforeAll(() => void (month = smallMonth()));
afterAll(() => month.close());

const ask = (more: object = {}) => month.call('discrepancies/letter', { period: PERIOD, checks: [CHECK], date: DAY, ...more });

test('a letter says what differs, whose figure is whose, and by when an answer is asked for', async () => {
  const letter = await ask();
  expect(letter).toMatchObject({ vendor: 'huawei', date: DAY, deadline: '2023-12-04' });
  const [item] = letter.items;
  expect(item).toMatchObject({ check: CHECK, currency: 'USD', difference: '1' });
  // Statement of the vendor: 60.12501236 + 41 − 2.5 + 7.4; the details come to one less.
  expect(item!.theirs!.value).toBe('106.02501236');
  expect(subtract(item!.theirs!.value!, item!.ours!.value!)).toBe(item!.difference);
  // Without a party the entity of the vendor's invoice, as the rules name it.
  expect(letter.to.party).toBeNull();
  expect(letter.to.name.en).toMatch(/Pte\. Ltd\./);
});

test('the reference follows from what the letter is about, and from nothing else', async () => {
  const { reference } = await ask();
  expect(reference).toMatch(/^D-2023-09-[0-9A-F]{8}$/);
  expect((await ask({ date: '2023-11-21', deadline: '2023-12-24', note: 'x' })).reference).toBe(reference);
  expect((await ask({ checks: ['invoice.net:huawei:USD'] })).reference).not.toBe(reference);
  expect((await ask({ reference: 'OURS-1' })).reference).toBe('OURS-1');
});

test('an invoice is the vendor’s figure where it is held against the bill', async () => {
  const { checks } = await month.call('reconcile/run', { period: PERIOD });
  const check = checks.find((c) => c.id === 'invoice.net:huawei:USD')!;
  const [item] = (await ask({ checks: [check.id] })).items;
  expect([item!.theirs!.value, item!.ours!.value]).toEqual([check.right, check.left]);
  expect(item!.difference).toBe(subtract(check.right!, check.left!));
});

test('the PDF holds figures, lines with file and row, and gives the same bytes each time', async () => {
  const input = { period: PERIOD, checks: [CHECK], date: DAY, language: 'both' };
  const one = await month.written('export/disputeLetter', input);
  const other = await month.written('export/disputeLetter', input);
  expect(other.bytes.equals(one.bytes)).toBe(true);
  const { pages } = await readPdf(one.bytes);
  const texts = pages.flatMap((page) => page.texts);
  expect(texts).toEqual(
    expect.arrayContaining(['Query on billed amounts', '账单差异核实函', '106.02501236', '105.02501236', '2023-12-04']),
  );
  const { checks } = await month.call('reconcile/run', { period: PERIOD });
  for (const { file, row } of checks.find((c) => c.id === CHECK)!.lines) expect(texts).toEqual(expect.arrayContaining([file, String(row)]));
});

test('the message is a draft with the letter and its lines; only contacts who get disputes are addressed', async () => {
  const { id } = await month.call('parties/save', {
    id: null,
    kind: 'vendor',
    name: 'Huawei Cloud',
    nameLocal: null,
    country: 'SG',
    region: null,
    status: null,
    taxIds: [],
    addresses: [],
    bank: null,
    endpoint: null,
    contacts: [
      { name: 'Billing 账单', email: 'billing@vendor.example', gets: ['dispute'] },
      { name: 'Other', email: 'other@vendor.example', gets: ['invoice'] },
    ],
  });
  expect((await ask({ party: id })).recipients).toEqual(['billing@vendor.example']);
  const { bytes } = await month.written('export/disputeMail', { period: PERIOD, checks: [CHECK], date: DAY, party: id, language: 'en' });
  const text = bytes.toString('ascii');
  expect(text).toContain('X-Unsent: 1');
  expect(text).toContain('billing@vendor.example');
  expect(text).not.toContain('other@vendor.example');
  const files = [...text.matchAll(/filename="([^"]+)"\r\n\r\n([A-Za-z0-9+/=\r\n]+)/g)].map(([, name, data]) => ({
    name: name!,
    data: Buffer.from(data!, 'base64'),
  }));
  expect(files.map((f) => f.name.split('.').at(-1))).toEqual(['pdf', 'xlsx', 'csv']);
  const sheets = await sheetCells(files[1]!.data);
  const { count, wrong } = wrongFormulas(sheets);
  expect(wrong).toEqual([]);
  expect(count).toBeGreaterThanOrEqual(2);
  expect(files[2]!.data.toString().split('\r\n')[0]).toContain('File,Row');
  const again = await month.written('export/disputeMail', { period: PERIOD, checks: [CHECK], date: DAY, party: id, language: 'en' });
  expect(again.bytes.equals(bytes)).toBe(true);
});

test('refused: nothing, what agrees, what is not there, a deadline before the letter', async () => {
  const code = async (more: object): Promise<string> =>
    (await month.refused('discrepancies/letter', { period: PERIOD, checks: [CHECK], date: DAY, ...more })).code;
  const { checks } = await month.call('reconcile/run', { period: PERIOD });
  expect(await code({ checks: [] })).toBe('dispute.nothing');
  expect(await code({ checks: [checks.find((c) => c.status === 'pass')!.id] })).toBe('dispute.agrees');
  expect(await code({ checks: ['nowhere:huawei:USD'] })).toBe('dispute.no-check');
  expect(await code({ checks: [], discrepancies: [99] })).toBe('dispute.no-difference');
  expect(await code({ deadline: '2023-11-19' })).toBe('dispute.deadline');
  expect(await code({ party: 999 })).toBe('dispute.no-party');
});

test('a difference that is followed up is told as it stands now', async () => {
  const [row] = (await month.call('discrepancies/list', { period: PERIOD })).rows;
  const [item] = (await ask({ checks: [], discrepancies: [row!.id] })).items;
  expect(item).toMatchObject({ discrepancy: row!.id, check: CHECK, difference: '1' });
});
