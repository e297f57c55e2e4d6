import { say, type Said } from '../../../domain/words/said.ts';
import { titleOf } from '../../../domain/words/titles.ts';
import type { Detected } from './detect.ts';
import type { Dialect, Encoding, Started } from './protocol.ts';

const NAMES: Record<string, Said> = { ',': say`comma`, ';': say`semicolon`, '\t': say`tab`, '|': say`vertical bar` };
const ENCODINGS: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  gb18030: 'GB18030',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  big5: 'Big5',
  shift_jis: 'Shift_JIS',
  'euc-kr': 'EUC-KR',
  'windows-1252': 'Windows-1252',
};

/** How a table was read, with the evidence in one sentence. */
export function startedOf(detected: Detected, shape: Dialect['shape'], encoding: Encoding, what?: Said): Started {
  const binding = detected.binding.kind === 'lines' ? detected.binding.lines : detected.binding.register;
  const { delimiter, headerRow, headers, candidates } = detected;
  const how = what ?? say`${{ encoding: ENCODINGS[encoding] }}, ${{ delimiter: NAMES[delimiter] ?? delimiter }}`;
  return {
    type: 'started',
    format: binding.format.id,
    delivery:
      detected.source?.delivery === 'replacement'
        ? 'replaces'
        : detected.binding.kind === 'lines'
          ? detected.binding.lines.delivery
          : 'adds',
    view: detected.binding.kind === 'lines' ? detected.binding.lines.view : 'detail',
    score: binding.score,
    candidates,
    dialect: {
      shape,
      encoding,
      delimiter,
      headerRow,
      headers,
      ...(detected.profile && { profile: detected.profile }),
      ...(detected.source && { source: detected.source }),
    },
    evidence: say`Read as ${{ how }}, header in row ${{ row: headerRow }}; ${{ format: titleOf(binding.format) }}, ${{ bound: binding.bound.length }} of ${{ columns: headers.length }} columns used`,
    columns: headers.map((header, i) => ({ header, field: binding.fields[i] ?? null })),
  };
}
