import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { unguardText } from '../reports/csv/guard.ts';
import { focusRecord, type SheetColumn } from './sheet.ts';

const COLUMNS: readonly SheetColumn[] = [
  { name: 'ResourceName', type: 'text' },
  { name: 'BilledCost', type: 'number' },
  { name: 'Tags', type: 'json' },
  { name: 'x_TallybookGuarded', type: 'text' },
  { name: 'x_TallybookSpec', type: 'text' },
];
const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom('=1+1', "'=1", '+86', '-', '@x', 'a\n=b', '"', '，', "'"),
);

it('a strict reader gets every text back, figures are never guarded, and no text begins a formula', () => {
  fc.assert(
    fc.property(nasty, nasty, (name, spec) => {
      const record = focusRecord(COLUMNS, [name, '-5', '{"a":"=1"}', null, spec], 3);
      const [cells] = parse(record, { record_delimiter: '\r\n' }) as string[][];
      const [text, cost, tags, mark, other] = cells!;
      expect([cost, tags]).toEqual(['-5', '{"a":"=1"}']);
      const undo = (cell: string): string => (mark === 'true' ? unguardText(cell) : cell);
      expect([undo(text!), undo(other!)]).toEqual([name.toWellFormed(), spec.toWellFormed()]);
      for (const cell of [text!, other!]) expect(cell).not.toMatch(/^[\s\u200b\ufeff]*[=+\-@＝＋－＠|%]/u);
    }),
    { numRuns: 2000 },
  );
});
