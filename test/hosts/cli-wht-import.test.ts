import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { ImportPreview, ImportResult } from '../../services/contract/wht-import.ts';
import { rig, type Ran } from './cli-rig.ts';

const line = { invoice: 'EX-1', vendor: 'other', amount: '50', payAmount: '50', fx: null };
const row = (at: number, bulk: boolean) => ({
  rows: [at],
  state: 'matched',
  certificate: { number: `W-${at}`, date: '2026-02-01', total: '50', currency: 'KES' },
  known: null,
  proposals: [{ lines: [line], exact: true, reasons: [] }],
  bulk,
  remarks: [],
  troubles: [],
  why: null,
});
const preview = {
  profile: { id: 'generic', title: { en: 'Any list', zh: '' } },
  columns: [{ header: 'Tax', field: 'tax' }],
  counts: { rows: 2, matched: 2, several: 0, none: 0, known: 0, ignored: 0, rejected: 0 },
  notices: [],
  before: [],
  rows: [row(2, true), row(3, false)],
} as unknown as ImportPreview;
const taken = {
  outcomes: [],
  sums: [],
  counts: { taken: 1, known: 0, ignored: 0, rejected: 0, left: 1, refused: 0 },
} as unknown as ImportResult;
const cli = () => rig({ 'wht/importPreview': preview, 'wht/importTake': taken, 'wht/importRejects': { file: 'r', rows: 0, bytes: 0 } });
const input = (ran: Ran, name: string) => ran.calls.find((c) => c.name === name)?.input;
const BOOK = ['--book', 'b.tallybook'];
/** A file that is there; nothing of it is read here. */
const LIST = fileURLToPath(new URL('../fixtures/wht-import/generic.csv', import.meta.url));

describe('wht import', () => {
  it('takes what may be accepted by rule as submitted, and says that something was left', async () => {
    const ran = await cli().run('wht', 'import', LIST, ...BOOK);
    expect(input(ran, 'wht/importTake')).toMatchObject({ as: 'submitted', profile: null, rows: [{ row: 2, allocate: [line] }] });
    expect(ran.exit).toBe(3);
  });
  it('passes on how the file is to be read, and takes drafts', async () => {
    const how = ['--profile', 'own:Team', '--sheet', 'List', '--dates', 'dmy', '--decimal', ',', '--side', 'payee', '--currency', 'KES'];
    const ran = await cli().run('wht', 'import', LIST, ...how, '--draft', '--rejected', 'r.csv', ...BOOK);
    const read = { profile: 'own:Team', sheet: 'List', dates: 'dmy', decimal: ',', side: 'payee', currency: 'KES' };
    expect(input(ran, 'wht/importPreview')).toMatchObject(read);
    expect(input(ran, 'wht/importTake')).toMatchObject({ ...read, as: 'draft' });
    expect(input(ran, 'wht/importRejects')).toMatchObject({ from: read });
  });
  it.each([[['--dry-run']], [['--accept', 'none']]])('takes nothing with %s', async (options) => {
    const ran = await cli().run('wht', 'import', LIST, ...options, ...BOOK);
    expect(input(ran, 'wht/importTake')).toBeUndefined();
    expect(ran.exit).toBe(3);
  });
});
