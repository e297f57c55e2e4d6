import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { documentRig } from '../invoices/rig.ts';

let rig: ReturnType<typeof documentRig>;
beforeEach(() => {
  rig = documentRig();
});
afterEach(() => {
  expect(rig.verify()).toMatchObject({ auditChain: 'ok' });
  rig.close();
});
const day = async (country: string, date: string) =>
  (await rig.call('calendar/show', { country, year: Number(date.slice(0, 4)) })).days.find((d) => d.date === date) ?? null;

describe('a year', () => {
  it('is told with its weekends, holidays, working days and source', async () => {
    const year = await rig.call('calendar/show', { country: 'CN', year: 2026 });
    expect(year).toMatchObject({ workingDays: 248, known: true, complete: false, weekend: [{ from: '2026-01-01', days: [6, 0] }] });
    expect(year.source?.en).toMatch(/2025〕7号/);
    expect(year.days.filter((d) => d.kind === 'extra-working').map((d) => d.date)).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ]);
    expect((await rig.call('calendar/show', { country: 'AE', year: 2022 })).weekend).toEqual([{ from: '2022-01-01', days: [6, 0] }]);
    expect((await rig.call('calendar/show', { country: 'TH', year: 2026 })).known).toBe(false);
  });
  it('is in the list of countries, with those that a person added', async () => {
    await rig.call('calendar/edit', {
      country: 'IS',
      days: [{ date: '2026-06-17', kind: 'holiday', name: 'National Day' }],
      years: [{ year: 2026, complete: true }],
    });
    const list = await rig.call('calendar/list', {});
    expect(list.find((c) => c.country === 'IS')).toEqual({ country: 'IS', years: [2026], edits: 1 });
    expect(list.find((c) => c.country === 'CN')).toEqual({ country: 'CN', years: [2023, 2024, 2025, 2026], edits: 0 });
  });
});

describe('editing', () => {
  it('answers what was there, so that it can be undone', async () => {
    const { before } = await rig.call('calendar/edit', { country: 'CN', days: [{ date: '2026-10-08', kind: 'holiday', name: 'ours' }] });
    expect(before).toEqual({ days: [{ date: '2026-10-08', kind: null, name: '' }], years: [] });
    expect(await day('CN', '2026-10-08')).toEqual({ date: '2026-10-08', kind: 'holiday', name: 'ours', by: 'user' });
    const entries = rig.book.read.all<{ subject: string; who: string }>("SELECT subject, who FROM audit WHERE action = 'calendar/edit'");
    expect(entries).toEqual([{ subject: 'calendar:CN', who: 'ann' }]);
    await rig.call('calendar/edit', { country: 'CN', ...before });
    expect(await day('CN', '2026-10-08')).toBeNull();
  });
  it('refuses what the calendar says already', async () => {
    expect(await rig.refusal('calendar/edit', { country: 'CN', days: [{ date: '2026-10-01', kind: 'holiday' }] })).toBe(
      'calendar.is-holiday',
    );
    expect(await rig.refusal('calendar/edit', { country: 'CN', days: [{ date: '2026-10-10', kind: 'working' }] })).toBe(
      'calendar.is-working',
    );
  });
});

describe('importing a list', () => {
  const list = '2027-02-05,除夕\r\n2027-02-06,春节\r\n2027-02-20,补班\r\nx,y\r\n';
  it('reads it first, takes it over once, and can be undone', async () => {
    const look = await rig.call('calendar/import', { country: 'CN', file: rig.file('h.csv', list), dryRun: true });
    expect(look).toMatchObject({ format: 'csv', added: 3, changed: 0, unchanged: 0, years: [2027] });
    expect(look.rejected).toMatchObject([{ row: 4 }]);
    expect(await day('CN', '2027-02-05')).toBeNull();
    const taken = await rig.call('calendar/import', { country: 'CN', file: rig.file('h.csv', list), complete: true });
    expect(await day('CN', '2027-02-20')).toMatchObject({ kind: 'extra-working', name: '补班' });
    expect(await rig.call('calendar/show', { country: 'CN', year: 2027 })).toMatchObject({ known: true, complete: true });
    expect(await rig.call('calendar/import', { country: 'CN', file: rig.file('h.csv', list), complete: true })).toMatchObject({
      added: 0,
      unchanged: 3,
    });
    await rig.call('calendar/edit', { country: 'CN', ...taken.before });
    expect(await day('CN', '2027-02-20')).toBeNull();
    expect((await rig.call('calendar/show', { country: 'CN', year: 2027 })).known).toBe(false);
  });
  it('refuses what is no list', async () => {
    expect(await rig.refusal('calendar/import', { country: 'CN', file: rig.file('h.csv', 'a,b\n') })).toBe('calendar.no-days');
    expect(await rig.refusal('calendar/import', { country: 'CN', file: rig.file('h.csv', Buffer.from([0xff, 0xfe, 0x31])) })).toBe(
      'calendar.unreadable',
    );
    expect(await rig.refusal('calendar/import', { country: 'CN', file: rig.file('h.csv', 'x'.repeat((1 << 20) + 1)) })).toBe(
      'calendar.too-large',
    );
  });
});

describe('terms of vendors', () => {
  const terms = {
    country: 'CN',
    confirmDays: 3,
    issueDays: { least: 1, most: 3 },
    termDays: 30,
    dunningDays: 14,
    recycleDays: 1,
    from: '2024-01-01',
    until: null,
    reason: 'contract 7',
  };
  it('are kept with a reason, changed, removed, and in the audit trail', async () => {
    const kept = await rig.call('calendar/setTerms', { vendor: 'zilliz', terms });
    expect(kept).toMatchObject({ vendor: 'zilliz', termDays: 30, reason: 'contract 7' });
    await rig.call('calendar/setTerms', { id: kept.id, vendor: 'zilliz', terms: { ...terms, termDays: 45 } });
    const now = await rig.call('calendar/terms', {});
    expect(now.terms).toMatchObject([{ id: kept.id, termDays: 45 }]);
    expect(now.printed.find((p) => p.vendor === 'zilliz')?.policy).toMatchObject({
      confirmDays: 3,
      termDays: 0,
      dunningDays: 14,
      recycleDays: 1,
    });
    await rig.call('calendar/removeTerms', { id: kept.id, reason: 'ended' });
    expect((await rig.call('calendar/terms', {})).terms).toEqual([]);
    const trail = rig.book.read.all<{ action: string }>("SELECT action FROM audit WHERE subject = 'vendor-terms:zilliz' ORDER BY seq");
    expect(trail.map((e) => e.action)).toEqual(['calendar/setTerms', 'calendar/setTerms', 'calendar/removeTerms']);
    expect(await rig.refusal('calendar/removeTerms', { id: kept.id, reason: 'x' })).toBe('calendar.no-terms');
  });
  it('refuse days and numbers that contradict each other', async () => {
    expect(await rig.refusal('calendar/setTerms', { vendor: 'zilliz', terms: { ...terms, until: '2023-12-31' } })).toBe(
      'calendar.terms-days',
    );
    expect(await rig.refusal('calendar/setTerms', { vendor: 'zilliz', terms: { ...terms, issueDays: { least: 3, most: 1 } } })).toBe(
      'calendar.issue-days',
    );
    await rig.call('calendar/setTerms', { vendor: 'zilliz', terms });
    expect(await rig.refusal('calendar/setTerms', { vendor: 'zilliz', terms })).toBe('calendar.terms-twice');
  });
});
