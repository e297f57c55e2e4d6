import { scalars, textAt, type JsonObject } from '../json.ts';

/**
 * Cells of an API record. `measure_id` 1 means the main unit of the currency, the only one documented; under any other the
 * amounts are marked, so that they are refused with the unit shown instead of being booked a hundred times too high.
 */
export function apiCells(record: JsonObject): Record<string, string | null> {
  const cells = scalars(record);
  const unit = textAt(record, 'measure_id');
  if (unit === null || unit === '1') return cells;
  for (const [key, value] of Object.entries(cells))
    if (value !== null && (key === 'amount' || key.endsWith('_amount'))) cells[key] = `${value} (measure_id ${unit})`;
  return cells;
}
