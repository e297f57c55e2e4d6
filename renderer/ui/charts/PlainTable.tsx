import type { ChartTable } from './option.ts';

/** The figures of a chart, exactly. */
export const PlainTable = ({ table, label }: { table: ChartTable; label: string }) => (
  <table className="plain" aria-label={label}>
    <thead>
      <tr>
        {table.columns.map((column) => (
          <th key={column} scope="col">
            {column}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {table.rows.map((row, index) => (
        <tr key={`${row[0] ?? ''} ${index}`}>
          {row.map((cell, at) => (
            <td key={table.columns[at] ?? at}>{cell}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);
