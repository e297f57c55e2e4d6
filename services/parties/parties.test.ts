import { afterEach, describe, expect, it } from 'vitest';
import { takeNumber, seriesById } from '../../db/queries/number-series.ts';
import { ImportBench } from '../../test/support/import-host.ts';
import type { ParsedInput } from '../contract/index.ts';
import { partiesHandlers as handlers } from './index.ts';

const rigs: ImportBench[] = [];
afterEach(() => {
  for (const rig of rigs.splice(0)) rig.context.session.close();
});
function rig() {
  const bench = new ImportBench();
  rigs.push(bench);
  return bench.context;
}

const party = (change: Partial<ParsedInput<'parties/save'>> = {}): ParsedInput<'parties/save'> => ({
  id: null,
  kind: 'customer',
  entity: null,
  name: 'Harbour Trading Sdn. Bhd.',
  nameLocal: null,
  country: 'MY',
  region: null,
  status: 'registered',
  taxIds: [{ scheme: 'SST', value: 'W10-1808-32000001' }],
  addresses: [],
  contacts: [],
  bank: null,
  endpoint: null,
  ...change,
});

describe('parties', () => {
  it('are kept as they were given, without the rows that nobody filled in', async () => {
    const context = rig();
    const empty = { use: 'mailing', recipient: '', phone: ' ', lines: [''], city: '', region: null, postcode: '', country: 'MY' } as const;
    const legal = { ...empty, use: 'legal', lines: ['1 Jalan Satu', ''], city: 'Kuala Lumpur', postcode: '50000' } as const;
    const saved = await handlers['parties/save'](
      party({ nameLocal: ' ', addresses: [empty as never, legal as never], contacts: [{ name: '', email: '', gets: [] }] }),
      context,
    );
    expect(saved).toMatchObject({ nameLocal: null, addresses: [{ use: 'legal', lines: ['1 Jalan Satu'] }], contacts: [], documents: 0 });
    expect((await handlers['parties/list']({}, context)).parties).toEqual([saved]);
  });

  it('change, and go out of use, with their history in the audit trail', async () => {
    const context = rig();
    const { id } = await handlers['parties/save'](party(), context);
    await handlers['parties/save'](party({ id, name: 'Harbour Cloud Sdn. Bhd.' }), context);
    expect(await handlers['parties/archive']({ id, archived: true }, context)).toMatchObject({
      name: 'Harbour Cloud Sdn. Bhd.',
      archived: true,
    });
    const trail = context.session
      .book()
      .read.all<{ action: string }>('SELECT action FROM audit WHERE subject = ? ORDER BY seq', [`party:${id}`]);
    expect(trail.map(({ action }) => action)).toEqual(['parties/save', 'parties/save', 'parties/archive']);
  });

  it.each([
    ['a second one of that name', {}, 'party.twice'],
    ['an address for mail that is none', { name: 'B', contacts: [{ name: 'A', email: 'a@b', gets: [] }] }, 'party.email'],
    [
      'two tax ids of a kind',
      {
        name: 'B',
        taxIds: [
          { scheme: 'VAT', value: '1' },
          { scheme: 'vat', value: '2' },
        ],
      },
      'party.tax-ids',
    ],
    ['a party that is not there', { id: 99, name: 'B' }, 'party.not-found'],
  ] as const)('refuse %s', async (_what, change, code) => {
    const context = rig();
    await handlers['parties/save'](party(), context);
    expect(() => handlers['parties/save'](party(change as never), context)).toThrow(
      expect.objectContaining({ error: expect.objectContaining({ code }) }),
    );
    expect((await handlers['parties/list']({}, context)).parties).toHaveLength(1);
  });
});

describe('series', () => {
  const series = { id: null, name: 'Invoices', forKind: 'invoice', pattern: 'INV-{YYYY}-{###}', resets: 'year' } as const;

  it('tell the next number, and take it only when it is taken', async () => {
    const context = rig();
    const { id } = await handlers['series/save'](series, context);
    const next = async (date: string) => (await handlers['series/list']({ date }, context)).series[0]!.next;
    expect([await next('2024-05-01'), await next('2024-05-01')]).toEqual(['INV-2024-001', 'INV-2024-001']);
    const taken = context.session.transaction(({ write }) => takeNumber(write, seriesById(write, id)!, '2024-05-01'));
    expect(taken).toEqual({ number: 'INV-2024-001', sequence: 1 });
    expect([await next('2024-12-31'), await next('2025-01-01')]).toEqual(['INV-2024-002', 'INV-2025-001']);
  });

  it('leave no gap where the transaction fails', async () => {
    const context = rig();
    const { id } = await handlers['series/save'](series, context);
    expect(() =>
      context.session.transaction(({ write }) => {
        takeNumber(write, seriesById(write, id)!, '2024-05-01');
        throw new Error('The document was refused.');
      }),
    ).toThrow();
    expect((await handlers['series/list']({ date: '2024-05-01' }, context)).series[0]).toMatchObject({ next: 'INV-2024-001', taken: 0 });
  });

  it('keep the pattern that numbers were given out by', async () => {
    const context = rig();
    const { id } = await handlers['series/save'](series, context);
    context.session.transaction(({ write }) => takeNumber(write, seriesById(write, id)!, '2024-05-01'));
    expect(() => handlers['series/save']({ ...series, id, pattern: 'R{####}', resets: 'never' }, context)).toThrow(/given out numbers/);
    expect(await handlers['series/save']({ ...series, id, name: 'Sales' }, context)).toMatchObject({ name: 'Sales', taken: 1 });
  });
});
