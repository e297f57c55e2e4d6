import { createHash } from 'node:crypto';
import { isCamt, readCamt } from '../../../../domain/bank/camt/read.ts';
import { formatOfText } from '../../../../domain/bank/detect.ts';
import { readMt940 } from '../../../../domain/bank/mt940/read.ts';
import { readOfx } from '../../../../domain/bank/ofx/read.ts';
import type { ReadFile } from '../../../../domain/bank/statement.ts';
import { refuse } from '../../../../domain/result.ts';
import { say } from '../../../../domain/words/said.ts';
import { containerOf, HEAD } from '../container/magic.ts';
import { sourceOf } from '../container/source.ts';
import { readTable } from '../table/read.ts';
import { decodeText, type Decoded } from './decode.ts';
import { MAX_STATEMENT, MOST_LINES } from './limits.ts';
import type { BankRead } from './message.ts';
import { statementXml } from './xml.ts';

/**
 * Reads one file of a bank or card by its content: camt.053, OFX or MT940 into statements, anything with columns into a table. Throws a
 * Failure in words for everything else. Only the parser process calls this.
 */
export async function readBankFile(path: string, name: string): Promise<BankRead> {
  const source = await sourceOf(path, name);
  if (source.size > MAX_STATEMENT)
    refuse('table.too-big', say`“${{ name }}” is larger than ${{ megabytes: MAX_STATEMENT / 2 ** 20 }} MB.`, {
      file: name,
      remedy: 'Export a shorter period, or divide the file.',
    });
  if (containerOf(await source.head(HEAD), name) !== 'none') return asTable(path, name);
  const chunks: Buffer[] = [];
  for await (const chunk of source.stream(0, source.size) as AsyncIterable<Buffer>) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  const decoded = decodeText(bytes);
  const format = decoded && formatOfText(decoded.text);
  if (!decoded || format === null) return asTable(path, name);
  const read = format === 'xml' ? camtOf(bytes, name) : format === 'ofx' ? readOfx(decoded.text) : readMt940(decoded.text);
  return found(read, bytes, decoded, name);
}

function found({ format, evidence, statements }: ReadFile, bytes: Buffer, { encoding }: Decoded, name: string): BankRead {
  const lines = statements.reduce((n, s) => n + s.lines.length, 0);
  if (lines > MOST_LINES)
    refuse('bank.too-many-lines', say`“${{ name }}” has ${{ count: lines }} lines; at most ${{ limit: MOST_LINES }} are read at once.`, {
      file: name,
      remedy: 'Ask the bank for a shorter period, or divide the file.',
    });
  return {
    type: 'bank-read',
    sha256: createHash('sha256').update(bytes).digest('hex'),
    size: bytes.length,
    content: { kind: 'statements', format, encoding, evidence, statements },
  };
}

function camtOf(bytes: Buffer, name: string): ReadFile {
  const root = statementXml(bytes, name);
  if (isCamt(root)) return readCamt(root);
  return refuse(
    'bank.xml-other',
    say`“${{ name }}” is XML and no statement of a bank: it begins with “${{ root: root.name.slice(0, 60) }}”.`,
    {
      file: name,
      row: root.line,
      remedy: 'Choose a camt.053 file, OFX, MT940, CSV or a workbook.',
    },
  );
}

async function asTable(path: string, name: string): Promise<BankRead> {
  const table = await readTable(path, name);
  return { type: 'bank-read', sha256: table.sha256, size: table.size, content: { kind: 'table', table } };
}
