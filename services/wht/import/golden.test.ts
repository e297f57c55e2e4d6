import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROFILES } from '../../../domain/wht/import/profiles/index.ts';
import { formById } from '../../../domain/wht/forms/index.ts';
import { checkTaxId } from '../../../domain/tax-ids/check.ts';
import { importRig, workbook } from './rig.ts';

let rig: ReturnType<typeof importRig>;
beforeEach(() => {
  rig = importRig();
});
afterEach(() => rig.close());

/** What a reader of the file would check: how it was read, and each row as it was understood. */
function told(p: Awaited<ReturnType<typeof rig.preview>>) {
  return {
    profile: p.profile?.id ?? null,
    headerRow: p.headerRow,
    columns: Object.fromEntries(p.columns.map((c) => [c.header, c.field])),
    reading: p.reading,
    counts: p.counts,
    sums: p.sums,
    notices: p.notices,
    rows: p.rows.map(({ rows, state, certificate, remarks, troubles, why }) => ({
      rows,
      state,
      certificate,
      remarks: remarks.filter((r) => r.code !== 'wht-import.no-invoice').map((r) => r.said),
      troubles,
      why: why?.template ?? null,
    })),
  };
}

describe('a list of each profile', () => {
  it.each(PROFILES.map((p) => p.id))('%s is recognised by its columns and read as its golden file says', async (id) => {
    const preview = await rig.preview(rig.fixture(`${id}.csv`));
    expect(preview.profile?.id).toBe(id);
    expect(
      Object.values(preview.counts)
        .slice(1)
        .reduce((a, b) => a + b, 0),
    ).toBe(preview.counts.rows);
    await expect(`${JSON.stringify(told(preview), null, 2)}\n`).toMatchFileSnapshot(`../../../test/fixtures/wht-import/${id}.golden.json`);
  });
  it('says the same as a workbook, on whichever of its sheets', async () => {
    const csv = await rig.preview(rig.fixture('ng-taxpromax.csv'));
    const { columns, rows } = csv;
    const cells = rows.map((r) => columns.map((c) => r.figures[c.header] ?? ''));
    const sheet = await rig.preview(rig.file('list.xlsx', workbook([columns.map((c) => c.header), ...cells], 2)));
    expect(sheet.sheet).toBe('List 2');
    expect(sheet.rows.map((r) => r.certificate)).toEqual(csv.rows.map((r) => r.certificate));
  });
});

describe('profiles', () => {
  it.each(PROFILES.map((p) => [p.id, p] as const))('%s names forms, schemes and fields that there are', (_id, p) => {
    if (p.form !== null) expect(formById(p.form)).not.toBeNull();
    if (p.country !== null)
      for (const scheme of Object.values(p.taxIds))
        expect(checkTaxId({ country: p.country, scheme, value: '123' }).scheme ?? scheme).toBe(scheme);
    expect(new Set(p.columns.map((c) => c.field)).size).toBe(p.columns.length);
    for (const field of p.required) expect(p.columns.map((c) => c.field)).toContain(field);
  });
});
