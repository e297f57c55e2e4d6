import { createHash } from 'node:crypto';
import type { SheetColumn } from './sheet.ts';

const TYPES = { text: 'STRING', number: 'DECIMAL', time: 'DATETIME', json: 'JSON' } as const;

/**
 * FOCUS metadata of a file (schema, version, generator), for the footer of a Parquet file. `at`: when the book last changed, so
 * that the same book gives the same bytes; null in a book without a change.
 */
export function metadataOf(columns: readonly SheetColumn[], dataset: string, version: string, at: string | null): Record<string, string> {
  const definition = columns.map(({ name, type, scale }) => ({
    ColumnName: name,
    DataType: TYPES[type],
    ...(type === 'number' && { NumericPrecision: 38, NumberScale: scale }),
  }));
  const schema = {
    SchemaId: createHash('sha256')
      .update(JSON.stringify([version, dataset, definition]))
      .digest('hex')
      .slice(0, 32),
    FocusVersion: version,
    Dataset: dataset,
    ...(at && { CreationDate: at }),
    DataGenerator: 'Tallybook',
    ColumnDefinition: definition,
  };
  return { FocusMetadata: JSON.stringify(schema) };
}
