/**
 * Writes an invented bill: node test/samples/cli.ts FORMAT --rows N --out FILE [--seed N] [--period YYYY-MM] [--currency USD]
 * [--settlement monthly|non-monthly] [--language zh|en] [--suffix none|code|sign|word] [--tax N] [--bom] [--delimiter ';']
 * [--crlf] [--encoding utf-8|utf-16le|gb18030]. Prints the exact totals of the file as JSON.
 */
import { closeSync, openSync, writeSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { generate } from '../../services/sample/generate.ts';
import { isSampleFormat, SAMPLE_FORMATS, type SampleOptions } from '../../services/sample/options.ts';

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rows: text,
    out: text,
    seed: text,
    period: text,
    currency: text,
    settlement: text,
    language: text,
    suffix: text,
    tax: text,
    bom: flag,
    delimiter: text,
    crlf: flag,
    encoding: text,
  },
});

/** The value when it is one of the choices; undefined when absent; otherwise the run ends with the choices named. */
function choice<T extends string>(name: string, value: string | undefined, choices: readonly T[]): T | undefined {
  if (value === undefined || (choices as readonly string[]).includes(value)) return value as T | undefined;
  throw new TypeError(`--${name} takes ${choices.join(', ')}.`);
}

function whole(name: string, value: string | undefined): number | undefined {
  if (value === undefined || /^[0-9]{1,9}$/.test(value)) return value === undefined ? undefined : Number(value);
  throw new TypeError(`--${name} takes a whole number.`);
}

try {
  const format = positionals[0] ?? '';
  if (!isSampleFormat(format)) throw new TypeError(`FORMAT is one of ${SAMPLE_FORMATS.join(', ')}.`);
  if (!values.out) throw new TypeError('--out names the file to write.');
  const options: Partial<SampleOptions> = {
    rows: whole('rows', values.rows),
    seed: whole('seed', values.seed),
    taxPercent: whole('tax', values.tax),
    period: values.period,
    currency: values.currency,
    bom: values.bom,
    newline: values.crlf ? '\r\n' : '\n',
    settlement: choice('settlement', values.settlement, ['monthly', 'non-monthly']),
    language: choice('language', values.language, ['zh', 'en']),
    currencySuffix: choice('suffix', values.suffix, ['none', 'code', 'sign', 'word']),
    delimiter: choice('delimiter', values.delimiter, [',', ';', '\t']),
    encoding: choice('encoding', values.encoding, ['utf-8', 'utf-16le', 'gb18030']),
  };
  const sample = generate(format, options);
  const file = openSync(values.out, 'w');
  try {
    for (const chunk of sample.bytes()) writeSync(file, chunk);
  } finally {
    closeSync(file);
  }
  process.stdout.write(`${JSON.stringify(sample.expected(), null, 2)}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
