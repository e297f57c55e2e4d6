import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formats, registers } from '../../domain/formats/index.ts';

const FOLDER = join(import.meta.dirname, '../../docs/formats');
const pages = new Map(readdirSync(FOLDER).map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')]));
const ids = [...formats, ...registers].map(({ id }) => id);
/** Ids stand in code marks, whole. */
const named = (page: string): string[] => [...page.matchAll(/`([a-z]+(?:\.[a-z0-9-]+)+)`/g)].map(([, id]) => id!);

describe('every format', () => {
  it.each(ids)('%s has its page', (id) => expect([...pages].filter(([, page]) => named(page).includes(id))).toHaveLength(1));

  it('that a page names is there', () => {
    const vendors = new Set(ids.map((id) => id.split('.')[0]));
    const gone = [...pages.values()].flatMap(named).filter((id) => vendors.has(id.split('.')[0]) && !ids.includes(id));
    expect(gone).toEqual([]);
  });

  it.each(formats.filter((f) => f.shape === 'table' && f.kind !== 'invoices' && f.vendor !== 'qingcloud').map((f) => [f.id, f] as const))(
    '%s: its page names the header of the payable amount and of the month',
    (id, format) => {
      const [, page] = [...pages].find(([, text]) => named(text).includes(id))!;
      const context = { settlement: 'monthly', currency: 'USD' } as const;
      for (const wanted of ['payable', 'period', 'date']) {
        const headers = format.columns
          .filter(({ field }) => (typeof field === 'function' ? field(context) : field) === wanted)
          .flatMap((c) => c.headers);
        if (headers.length > 0)
          expect(
            headers.some((header) => page.includes(header)),
            `${wanted}: ${headers.join(', ')}`,
          ).toBe(true);
      }
    },
  );
});
