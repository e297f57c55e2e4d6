import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { tinyParquet } from '../../../../services/import/parser/parquet/tiny-parquet.ts';
import { generate } from '../../../../services/sample/generate.ts';
import { SAMPLE_FORMATS } from '../../../../services/sample/options.ts';
import { REGISTER_SAMPLES, registerSample } from '../../../../services/sample/registers/index.ts';
import { columnName } from '../../../../services/import/parser/sheet/reference.ts';
import { workbookOf } from '../../../support/workbook.ts';
import { zipOf } from '../../../support/zip-writer.ts';
import { bill, cells, HEADERS, row } from '../bill.ts';
import { mutate } from './mutate.ts';
import type { Random } from './random.ts';

/** A sound file, and how it is made unsound. */
export interface Seed {
  name: string;
  bytes: Buffer;
  spoil(random: Random): { bytes: Buffer; how: string[] };
}

const FIXTURES = join(import.meta.dirname, '../../../fixtures');
const FOREIGN = [
  'focus/focus-1.0-sample.csv',
  'focus/conformance/valid_base.csv',
  'cloud-bills/aws-cur-snake.csv',
  'cloud-bills/azure-v2.csv',
  'cloud-bills/gcp.csv',
  'cloud-bills/oci-cost.csv',
];

const plain = (name: string, bytes: Buffer): Seed => ({ name, bytes, spoil: (random) => mutate(bytes, random) });

/** Parts of a container are spoiled inside it: a container whose own bytes are spoiled is refused before they are seen. */
const packed = (name: string, parts: readonly Buffer[], pack: (parts: readonly Buffer[]) => Buffer): Seed => ({
  name,
  bytes: pack(parts),
  spoil(random) {
    if (random.below(3) === 0) return mutate(pack(parts), random);
    const at = random.below(parts.length);
    const { bytes, how } = mutate(parts[at]!, random);
    return { bytes: pack(parts.with(at, bytes)), how: [`part ${at}`, ...how] };
  },
});

const sheetXml = (rows: readonly string[][]): string =>
  rows
    .map(
      (r, i) =>
        `<row r="${i + 1}">${r.map((text, c) => `<c r="${columnName(c)}${i + 1}" t="${c > 7 && i > 0 ? 'n' : 's'}"><v>${c > 7 && i > 0 ? text : i * HEADERS.length + c}</v></c>`).join('')}</row>`,
    )
    .join('');

/** A file of every kind that the import reads. */
export function seeds(): Seed[] {
  const rows = ['5', '0.00724198', '-3.5', '1234.56'].map((list, i) => ({ list, resource: `vol-${i}` }));
  const table = [HEADERS, ...rows.map(cells)];
  const text = bill(...rows.map(row));
  const start = 1_735_660_800_000_000n;
  const utf8 = (name: string, ...values: string[]) => ({ name, physical: 'BYTE_ARRAY' as const, utf8: true, values });
  const time = (name: string) => ({ name, physical: 'INT64' as const, micros: { zone: true }, values: [start, start] });
  return [
    ...SAMPLE_FORMATS.map((format) => {
      const sample = generate(format, { rows: 12, seed: 7 });
      return plain(sample.fileName, Buffer.concat([...sample.bytes()]));
    }),
    ...REGISTER_SAMPLES.map((id) => {
      const sample = registerSample(id, { rows: 6, seed: 7 });
      return plain(sample.fileName, Buffer.from(sample.text));
    }),
    ...FOREIGN.map((file) => plain(file.split('/').at(-1)!, readFileSync(join(FIXTURES, file)))),
    plain('quoted.csv', Buffer.from(table.map((r) => r.map((c) => `"${c}"`).join(',')).join('\r\n'))),
    packed('bill.csv.gz', [Buffer.from(text)], ([only]) => gzipSync(only!)),
    packed('bills.zip', [Buffer.from(text), Buffer.from(bill(row({ list: '7' })))], ([a, b]) =>
      zipOf([
        { name: 'a.csv', data: a! },
        { name: 'b.csv', data: b! },
      ]),
    ),
    packed(
      'bill.xlsx',
      [
        Buffer.from(sheetXml(table)),
        Buffer.from(
          table
            .flat()
            .map((t) => `<si><t>${t}</t></si>`)
            .join(''),
        ),
      ],
      ([sheet, strings]) => workbookOf({ sheet: sheet!.toString('utf8'), strings: strings!.toString('utf8'), styles: [0, 14] }),
    ),
    plain(
      'focus.parquet',
      tinyParquet([
        {
          name: 'BilledCost',
          physical: 'FIXED',
          length: 16,
          decimal: { precision: 38, scale: 12, by: 'logical' },
          values: [123_456_000_000n, -100n],
        },
        time('BillingPeriodStart'),
        time('ChargePeriodStart'),
        utf8('BillingCurrency', 'CNY', 'CNY'),
        utf8('ChargeCategory', 'Usage', 'Credit'),
        utf8('ChargeClass', '', ''),
        utf8('ProviderName', 'Huawei', 'Huawei'),
      ]),
    ),
  ];
}
