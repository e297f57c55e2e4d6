import type { DataColumn } from '../../../ui/index.ts';

/** A text of a register's row, in the order of the register. */
export const textColumn =
  <Row>() =>
  (id: string, header: string, value: (row: Row) => string | null, width = 120, hidden = false): DataColumn<Row> => ({
    id,
    header,
    width,
    hidden,
    sortable: false,
    value,
  });
