import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { documentRig, SMALL_PDF } from '../invoices/rig.ts';

let rig: ReturnType<typeof documentRig>;
beforeEach(async () => {
  rig = documentRig();
  rig.clock.now = new Date('2024-09-03T03:00:00.000Z');
  const paper = { vendor: 'huawei', entity: 'SPARKOO_SG', net: '100', tax: '8' } as const;
  await rig.call('invoices/add', {
    ...paper,
    number: 'A',
    currency: 'USD',
    date: '2024-08-01',
    due: '2024-09-10',
    file: rig.file('a.pdf', SMALL_PDF),
  });
  await rig.call('invoices/add', { ...paper, number: 'B', currency: 'EUR', date: '2024-08-01', due: '2024-09-01' });
  await rig.call('invoices/add', { ...paper, number: 'C', currency: 'USD', date: '2024-08-01' });
});
afterEach(() => rig.close());

const write = async (format: 'ics' | 'eml', change: Record<string, unknown> = {}) => {
  const target = rig.target(`r.${format}`);
  const written = await rig.call('export/reminders', { format, items: ['huawei:A:pay', 'huawei:B:pay'], target: target.token, ...change });
  return { written, text: readFileSync(target.path, 'utf8') };
};
const field = (text: string, name: string): string[] => [...text.matchAll(new RegExp(`^${name}:(.*)\\r$`, 'gm'))].map((m) => m[1]!);

it('a calendar has the same ids again, and a higher sequence once the book has gone on', async () => {
  const first = await write('ics');
  expect(first.written).toMatchObject({ file: 'r.ics', rows: 2 });
  expect(field(first.text, 'DTSTART;VALUE=DATE')).toEqual(['20240901', '20240910']);
  const second = await write('ics', { alarms: [3], language: 'zh-CN' });
  expect(field(second.text, 'UID')).toEqual(field(first.text, 'UID'));
  expect(new Set(field(first.text, 'UID')).size).toBe(2);
  expect(Number(field(second.text, 'SEQUENCE')[0])).toBeGreaterThan(Number(field(first.text, 'SEQUENCE')[0]));
  expect([field(first.text, 'TRIGGER').length, field(second.text, 'TRIGGER')]).toEqual([8, ['-P2DT15H', '-P2DT15H']]);
  expect(second.text).toContain('支付发票 A · 108 USD');
});

it('a message says day, figure and state of each item, and adds up per currency', async () => {
  const { text } = await write('eml', { items: ['huawei:A:pay', 'huawei:B:pay', 'huawei:C:pay'], language: 'both' });
  const body = Buffer.from(text.slice(text.indexOf('\r\n\r\n') + 4).replaceAll('\r\n', ''), 'base64').toString('utf8');
  expect(body).toContain('- 2024-09-10  Pay the invoice  A (Huawei Cloud)  108 USD  [in 7 days, unpaid]');
  expect(body).toContain('- 2024-09-01  Pay the invoice  B (Huawei Cloud)  108 EUR  [2 days late, overdue]');
  expect(body).toContain('To be paid: 108 EUR · 216 USD');
  expect(body).toContain('支付发票  A (华为云)  108 USD  [还有 7 天，未支付]');
  expect(text).toContain('X-Unsent: 1\r\n');
});

it('goes to the contacts of own companies that get reminders, with the files', async () => {
  const contact = (email: string, gets: ('invoice' | 'reminder')[]) => ({ name: '会计', email, gets });
  const own = {
    kind: 'own' as const,
    name: 'Ours',
    nameLocal: null,
    country: 'MY',
    region: null,
    status: null,
    taxIds: [],
    addresses: [],
    bank: null,
    endpoint: null,
    entity: null,
  };
  await rig.call('parties/save', {
    ...own,
    contacts: [contact('due@example.com', ['reminder']), contact('other@example.com', ['invoice'])],
  });
  const { text } = await write('eml', { attach: true });
  expect(text).toContain('<due@example.com>');
  expect(text).not.toContain('other@example.com');
  expect(text).toContain('filename="a.pdf"');
  expect(text.replaceAll('\r\n', '')).toContain(Buffer.from(SMALL_PDF).toString('base64'));
});

it('refuses what is not due, and a calendar without any day', async () => {
  const target = (): string => rig.target('x').token;
  expect(await rig.refusal('export/reminders', { format: 'ics', items: ['huawei:Z:pay'], target: target() })).toBe('reminders.no-item');
  expect(await rig.refusal('export/reminders', { format: 'ics', items: ['huawei:C:pay'], target: target() })).toBe('reminders.no-day');
});

it('is in the list of exports and in the audit trail', async () => {
  await write('ics');
  expect(rig.book.read.all("SELECT action FROM audit WHERE action = 'export/reminders'")).toHaveLength(1);
  expect(rig.verify()).toMatchObject({ auditChain: 'ok' });
});
