import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyAudit } from '../../db/audit.ts';
import { billRig } from '../../test/support/bill-rig.ts';
import { viewDefinition } from '../contract/views.ts';

let rig: ReturnType<typeof billRig>;
beforeEach(() => (rig = billRig()));
afterEach(() => rig.close());

const definition = viewDefinition.parse({
  cycle: { from: '2023-07', to: '2023-09' },
  by: 'cycle',
  groupBy: ['productType', 'tag:env'],
  where: [{ column: 'payable', op: 'atLeast', value: '0.00000001' }],
  columns: { lines: { hidden: ['spec'], order: ['payable'], widths: { payable: 180 }, pinned: ['date'] }, groups: null },
});

describe('saved views', () => {
  it('gives back what was saved, and an older one has today’s defaults', async () => {
    const saved = await rig.call('views/save', { name: ' Month end ', definition });
    expect(saved).toMatchObject({ name: 'Month end', isDefault: false, definition });
    rig.book.write.run(`INSERT INTO saved_view (name, body, is_default, saved_at) VALUES ('Bare', '{}', 0, '')`);
    expect((await rig.call('views/list', {})).map((v) => [v.name, v.definition])).toEqual([
      ['Bare', viewDefinition.parse({})],
      ['Month end', definition],
    ]);
  });

  it('has each name once, letter case aside', async () => {
    const first = await rig.call('views/save', { name: 'Month end', definition });
    const other = await rig.call('views/save', { name: 'Other', definition });
    expect((await rig.refusal('views/save', { name: 'month END', definition })).code).toBe('views.name');
    expect((await rig.refusal('views/rename', { id: other.id, name: 'Month End' })).code).toBe('views.name');
    expect((await rig.call('views/rename', { id: first.id, name: 'MONTH END' })).name).toBe('MONTH END');
  });

  it('saves over one and keeps that it opens by itself', async () => {
    const { id } = await rig.call('views/save', { name: 'A', definition, isDefault: true });
    const again = await rig.call('views/save', { id, name: 'A', definition: { ...definition, groupBy: [] } });
    expect(again).toMatchObject({ id, isDefault: true });
    expect(again.definition.groupBy).toEqual([]);
  });

  it('has at most one that opens by itself', async () => {
    const a = await rig.call('views/save', { name: 'A', definition, isDefault: true });
    const b = await rig.call('views/save', { name: 'B', definition, isDefault: true });
    expect((await rig.call('views/list', {})).map((v) => v.isDefault)).toEqual([false, true]);
    expect((await rig.call('views/default', { id: a.id })).map((v) => v.isDefault)).toEqual([true, false]);
    expect((await rig.call('views/default', { id: null })).some((v) => v.isDefault)).toBe(false);
    expect((await rig.call('views/save', { ...b, isDefault: false })).isDefault).toBe(false);
  });

  it('is given back by its deletion, to be saved again', async () => {
    const saved = await rig.call('views/save', { name: 'A', definition, isDefault: true });
    const gone = await rig.call('views/delete', { id: saved.id });
    expect(gone).toEqual(saved);
    expect(await rig.call('views/list', {})).toEqual([]);
    const back = await rig.call('views/save', { name: gone.name, definition: gone.definition, isDefault: gone.isDefault });
    expect({ ...back, id: 0 }).toEqual({ ...saved, id: 0 });
    // A number is never given twice, so that an address never names another view than it did.
    expect(back.id).not.toBe(saved.id);
  });

  it('refuses what could not be shown, and what is not there', async () => {
    expect((await rig.refusal('views/save', { name: 'A', definition: { groupBy: ['nonsense'] } })).code).toBe('bills.unknown-column');
    expect((await rig.refusal('views/save', { name: 'A', definition: { groupBy: ['payable'] } })).code).toBe('bills.not-a-group');
    expect((await rig.refusal('views/delete', { id: 7 })).code).toBe('views.none');
    expect((await rig.refusal('views/save', { id: 7, name: 'A', definition })).code).toBe('views.none');
    expect(await rig.call('views/list', {})).toEqual([]);
  });

  it('writes the journal', async () => {
    const { id } = await rig.call('views/save', { name: 'A', definition });
    await rig.call('views/rename', { id, name: 'B' });
    await rig.call('views/default', { id });
    await rig.call('views/delete', { id });
    expect(
      rig.book.read.all<{ action: string }>("SELECT action FROM audit WHERE action LIKE 'views/%' ORDER BY seq").map((r) => r.action),
    ).toEqual(['views/save', 'views/rename', 'views/default', 'views/delete']);
    expect(verifyAudit(rig.book.read)).toBe('ok');
  });
});
