import type { Sink } from '../../files/sink.ts';
import type { Table } from '../tables/model.ts';
import { DirectWorkbook } from './direct-workbook.ts';
import { writeTableSheet } from './tables.ts';

/** Tables as a workbook of their own, one a sheet; returns the number of their rows. `created` comes from the data. */
export async function writeTablesXlsx(sink: Sink, tables: readonly Table[], title: string, created: Date): Promise<number> {
  const workbook = new DirectWorkbook(sink, created, title);
  let rows = 0;
  for (const table of tables) rows += await writeTableSheet(workbook, workbook.cells, table);
  await workbook.finish();
  return rows;
}
