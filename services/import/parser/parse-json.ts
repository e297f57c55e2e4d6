import { LosslessNumber, parse } from 'lossless-json';
import { formats, refused, registers } from '../../../domain/formats/index.ts';
import type { JsonFormat, JsonRecord, RegisterFormat } from '../../../domain/formats/format.ts';
import { refuse } from '../../../domain/result.ts';
import { say } from '../../../domain/words/said.ts';
import { titleOf } from '../../../domain/words/titles.ts';
import { decideSource } from './bill-source.ts';
import { bind } from './binding.ts';
import { compress } from './compress.ts';
import { known, type AnyBinding } from './detect.ts';
import { rejectOf } from './notice.ts';
import type { Probe } from './probe.ts';
import type { FromParser, ParseRequest } from './protocol.ts';
import { bindRegister } from './register-builder.ts';
import { RowIntake } from './row-intake.ts';
import type { TextSource } from './utf8-blocks.ts';

/** An API answer is a page; more than this is not one. */
const LARGEST = 128 << 20;
const DEEPEST = 64;
const CHUNK = 2 << 20;

/** Parses a JSON document; numbers keep the digits they are printed with. */
export async function* parseJson(request: ParseRequest, probe: Probe, source: TextSource): AsyncGenerator<FromParser> {
  const { name } = request;
  if (probe.size > LARGEST)
    refuse('import.json-too-large', say`“${{ name }}” is larger than 128 MB.`, { file: name, remedy: 'Save the API answer page by page.' });
  const blocks: Buffer[] = [];
  for await (const block of source.open()) blocks.push(block);
  const bytes = Buffer.concat(blocks);
  const root = parseDocument(new TextDecoder(probe.encoding).decode(bytes.subarray(probe.bom)), name);
  const { format, records } = recognise(root, name, request.format);
  // A time zone or a delivery that this format does not leave open is refused.
  decideSource(format, [], [], request, name);
  if (records.length === 0)
    refuse('import.no-rows', say`“${{ name }}” holds no records.`, { file: name, remedy: 'Check the period that was asked for.' });
  // All keys that occur in any record are the columns.
  const headers = [...new Set(records.flatMap((r) => Object.keys(r.cells)))];
  const binding: AnyBinding =
    format.kind === 'register'
      ? { kind: 'register', register: bindRegister(format, headers) }
      : { kind: 'lines', lines: bind(format, headers, request.context) };
  const { missing, bound, fields } = binding.kind === 'lines' ? binding.lines : binding.register;
  if (missing.length > 0)
    refuse(
      'import.missing-column',
      say`“${{ name }}” looks like ${{ format: titleOf(format) }}, but none of its records has ${{ columns: missing.map((m) => `“${m}”`) }}.`,
      {
        file: name,
        row: 1,
        column: missing[0],
        remedy: 'Save the whole answer of the API.',
      },
    );
  const candidates = [{ id: format.id, title: format.title, score: 100 }];
  const intake = new RowIntake({ binding, delimiter: '', headerRow: 0, headers, candidates, head: [] }, request, request.context);
  yield {
    type: 'started',
    format: format.id,
    delivery: binding.kind === 'lines' ? binding.lines.delivery : 'adds',
    view: binding.kind === 'lines' ? binding.lines.view : 'detail',
    score: 100,
    candidates,
    dialect: { shape: 'json', encoding: probe.encoding, delimiter: '', headerRow: 0, headers },
    evidence:
      records.length === 1
        ? say`Read as JSON; ${{ format: titleOf(format) }}, 1 record, ${{ bound: bound.length }} of ${{ keys: headers.length }} keys used`
        : say`Read as JSON; ${{ format: titleOf(format) }}, ${{ records: records.length }} records, ${{ bound: bound.length }} of ${{ keys: headers.length }} keys used`,
    columns: headers.map((header, i) => ({ header, field: fields[i] ?? null })),
  };
  if (request.keep)
    for (let seq = 0, at = 0; at < bytes.length; seq++, at += CHUNK) yield compress(seq, bytes.subarray(at, at + CHUNK), 0, 0);
  const check = format.kind === 'register' ? undefined : format.check;
  for (const [index, record] of records.entries()) {
    intake.count();
    const original = (): string => JSON.stringify(record.original, printNumber).slice(0, 4000);
    const sound = check?.(record.cells);
    if (sound?.ok === false) {
      const { code, message, details } = sound.error;
      const cell = details?.column === undefined ? null : { header: details.column };
      intake.reject(rejectOf(record.row, cell, details?.value ?? null, code, details?.said?.message ?? message, original));
      continue;
    }
    const before = intake.lines?.frame.count ?? 0;
    intake.addCells(
      headers.map((h) => record.cells[h]),
      record.row,
      record.part,
      original,
    );
    if (intake.lines && intake.lines.frame.count > before) intake.lines.frame.records?.push(record.cells);
    yield* intake.due(Math.floor((bytes.length * (index + 1)) / records.length));
  }
  yield* intake.due(bytes.length, true);
  yield intake.ended();
}

/** JSON with every number kept as its text, or a refusal that says where the document breaks. */
export function parseDocument(text: string, name: string): unknown {
  refuseDepth(text, name);
  try {
    return parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const position = Number(/position (\d+)/.exec(message)?.[1] ?? text.length);
    const row = text.slice(0, position).split('\n').length;
    refuse('import.json-invalid', say`“${{ name }}” is not valid JSON: it breaks in line ${{ row }}.`, {
      file: name,
      row,
      remedy: 'The file is incomplete or was edited; save the API answer again.',
    });
  }
}

/** Depth first: a recursive parser must not meet a million brackets. */
function refuseDepth(text: string, name: string): void {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (quoted) {
      if (c === 92) i++;
      else if (c === 34) quoted = false;
    } else if (c === 34) quoted = true;
    else if (c === 123 || c === 91) {
      if (++depth > DEEPEST)
        refuse('import.json-too-deep', say`“${{ name }}” is nested deeper than ${{ limit: DEEPEST }} levels.`, {
          file: name,
          remedy: 'This is not an answer of a billing API.',
        });
    } else if (c === 125 || c === 93) depth--;
  }
}

/** The JSON format whose records the document holds. */
export function recognise(
  root: unknown,
  name: string,
  wanted: string | null,
): { format: JsonFormat | RegisterFormat; records: JsonRecord[] } {
  const choices = (wanted === null ? [...formats, ...registers] : [known(wanted)]).filter((f) =>
    f.kind === 'register' ? f.records : f.shape === 'json',
  );
  if (choices.length === 0)
    refuse('import.wrong-shape', say`“${{ name }}” is JSON, but ${{ wanted: wanted ?? '' }} is a table format.`, {
      file: name,
      remedy: 'Leave the format out, or choose a JSON format.',
    });
  for (const format of choices) {
    const records = format.kind === 'register' ? format.records?.(root) : format.shape === 'json' ? format.records(root) : null;
    if (records) return { format: format as JsonFormat | RegisterFormat, records: [...records] };
  }
  const document = refused.find((d) => d.is(root));
  if (document)
    refuse('import.not-a-bill', say`“${{ name }}” is an answer of ${{ title: document.title }}. ${{ message: document.message }}`, {
      file: name,
      remedy: document.remedy,
    });
  const keys = root !== null && typeof root === 'object' ? Object.keys(root).slice(0, 6).join(', ') : typeof root;
  refuse(
    'import.unknown-format',
    say`“${{ name }}” is JSON, but not an answer that Tallybook knows: it begins with ${{ keys: keys || say`nothing` }}.`,
    {
      file: name,
      row: 1,
      remedy: say`Choose one of: ${{ choices: choices.map((f) => f.id) }}.`,
    },
  );
}

/** For JSON.stringify: a kept number as its own digits. */
export const printNumber = (_key: string, value: unknown): unknown =>
  value instanceof LosslessNumber ? (JSON as unknown as { rawJSON(text: string): unknown }).rawJSON(value.value) : value;
