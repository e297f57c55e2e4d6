import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FilePreview } from '../../../services/contract/imports.ts';
import {
  addedUp,
  batches,
  cutAround,
  isGood,
  newCard,
  partOf,
  sizeText,
  withPreviews,
  withResults,
  withSource,
  type FileCard,
} from './state.ts';

const counts = { rows: 61, imported: 55, duplicates: 3, superseded: 1, ignored: 1, rejected: 1 };
const preview = (token: string, part: Partial<FilePreview> = {}): FilePreview => ({
  token,
  origin: token,
  file: `${token}.csv`,
  size: 1,
  sha256: '',
  format: 'huawei.detail',
  formatTitle: 'x',
  vendor: 'huawei',
  score: 90,
  evidence: '',
  evidenceSaid: null,
  candidates: [],
  columns: [],
  missingColumns: [],
  periods: [],
  totals: {},
  identities: [],
  notices: [],
  sample: [],
  rejects: [],
  source: null,
  alreadyImported: null,
  error: null,
  ...counts,
  ...part,
});
const card = (token: string, part: Partial<FileCard> = {}): FileCard => ({ ...newCard({ token, name: `${token}.csv`, size: 1 }), ...part });

describe('cards', () => {
  it('gives an archive a card for each of its tables', () => {
    const cards = withPreviews(
      [card('zip'), card('b')],
      ['zip', 'b'],
      [preview('t1', { origin: 'zip', file: 'x.zip › a.csv' }), preview('t2', { origin: 'zip', file: 'x.zip › b.csv' }), preview('b')],
      null,
    );
    expect(cards.map((c) => [c.token, c.name])).toEqual([
      ['t1', 'x.zip › a.csv'],
      ['t2', 'x.zip › b.csv'],
      ['b', 'b.csv'],
    ]);
  });

  it('add up to the rows of the file', () => expect(addedUp(counts)).toBe(counts.rows));

  it('are good only when they were read, understood and are new', () => {
    expect(isGood(card('a'))).toBe(false);
    expect(isGood(card('a', { state: 'read', preview: preview('a') }))).toBe(true);
    expect(isGood(card('a', { state: 'read', preview: preview('a', { alreadyImported: 4 }) }))).toBe(false);
    expect(
      isGood(
        card('a', { state: 'read', preview: preview('a', { error: { code: 'x', message: 'x', remedy: null, row: null, column: null } }) }),
      ),
    ).toBe(false);
    expect(isGood(card('a', { state: 'imported', preview: preview('a') }))).toBe(false);
  });

  it('are read together by chosen format, in their order', () =>
    expect(batches([card('a'), card('b', { format: 'tencent.detail' }), card('c')])).toEqual([
      { files: ['a', 'c'], format: null },
      { files: ['b'], format: 'tencent.detail' },
    ]));

  it('carry a choice for their source to all files of it, and to no other', () => {
    const source = (account: string | null) => ({
      provider: 'AWS',
      account,
      timeZone: null,
      timeZoneBy: 'file' as const,
      toldZone: 'UTC',
      evidence: '',
      evidenceSaid: null,
      delivery: 'append-only' as const,
      deliveryBy: 'file' as const,
      remembers: account !== null,
    });
    const of = (token: string, account: string | null): FileCard =>
      card(token, { state: 'read', preview: preview(token, { source: source(account) }) });
    const cards = [of('a', '1'), of('b', '2'), of('c', '1'), of('d', null), of('e', null), card('f')];
    const once = withSource(cards, cards[0]!, { timeZone: 'UTC' });
    const twice = withSource(withSource(once, once[0]!, { delivery: 'replacement' }), once[3]!, { timeZone: null });
    expect(batches(twice)).toEqual([
      {
        files: ['a', 'b', 'c', 'd', 'e', 'f'],
        format: null,
        sources: {
          a: { timeZone: 'UTC', delivery: 'replacement' },
          c: { timeZone: 'UTC', delivery: 'replacement' },
          // Nobody knows whether two unnamed sources are one.
          d: { timeZone: null },
        },
      },
    ]);
  });

  it('take their own preview, or the failure of the call', () => {
    const failure = { code: 'x', message: 'No book is open.' };
    const [a, b] = withPreviews([card('a'), card('b')], ['a', 'b'], [preview('a')], failure);
    expect([a?.state, a?.error, a?.preview?.token]).toEqual(['read', null, 'a']);
    expect([b?.state, b?.error, b?.preview]).toEqual(['read', failure, null]);
  });

  it('take the results in the order of the call', () => {
    const result = (file: string) => ({
      ...counts,
      file,
      sha256: '',
      format: 'f',
      vendor: 'huawei' as const,
      rejectsFile: null,
      periods: [],
      totals: {},
      batch: 1,
      notices: [],
      source: null,
    });
    const done = withResults([card('a'), card('b'), card('c')], ['c', 'a'], [result('c'), result('a')]);
    expect(done.map((c) => c.result?.file ?? c.state)).toEqual(['a', 'reading', 'c']);
  });
});

describe('marks', () => {
  it('stand where the value stands once', () => expect(cutAround('a,12x,b', '12x')).toEqual(['a,', '12x', ',b']));
  it('stand nowhere when it is ambiguous, missing or elsewhere', () => {
    expect(cutAround('1,1', '1')).toBeNull();
    expect(cutAround('a', null)).toBeNull();
    expect(cutAround('a', '')).toBeNull();
    expect(cutAround('a', 'b')).toBeNull();
  });
  it('never change the row', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (row, value) => {
        expect(cutAround(row, value)?.join('') ?? row).toBe(row);
      }),
    );
  });
});

it('writes sizes as a person reads them', () =>
  expect([0, 999, 1400, 5_474_322, 68_495_694, 2_000_000_000].map(sizeText)).toEqual([
    '0 B',
    '999 B',
    '1.4 kB',
    '5.5 MB',
    '68 MB',
    '2.0 GB',
  ]));
it('shows at least a hair of a state that is there', () =>
  expect([partOf(0, 10), partOf(1, 100_000), partOf(5, 10), partOf(0, 0)]).toEqual(['0%', '0.50%', '50.00%', '0%']));
