import { createHash } from 'node:crypto';
import { open as openFile, stat } from 'node:fs/promises';
import { refuse } from '../../../domain/result.ts';
import { say } from '../../../domain/words/said.ts';
import { compress } from './compress.ts';
import { containerOf, HEAD } from './container/magic.ts';
import type { Member } from './container/members.ts';
import { headOfText } from './head.ts';
import { parseCells } from './parse-cells.ts';
import { parseCsv } from './parse-csv.ts';
import { parseJson } from './parse-json.ts';
import { probeSource } from './probe.ts';
import type { FromParser, MemberRef, ParseRequest } from './protocol.ts';
import type { Workbook } from './sheet/open-workbook.ts';
import { fileSource, type TextSource } from './utf8-blocks.ts';

/** Under such a name vendors also send CSV files, which are read; what only a spreadsheet program can read is told by its kind. */
const WORKBOOK_NAME = /\.xl[st][xmb]?$/i;
const OLE = 'd0cf11e0';
const LARGEST_WORKBOOK_IN_ARCHIVE = 256 << 20;

/**
 * Everything that one request yields. A container without a chosen member answers with its members; the caller then asks
 * for each of them.
 */
export async function* parseRequest(request: ParseRequest): AsyncGenerator<FromParser> {
  const { path, name } = request;
  if (request.given) return yield* (await import('./parse-given.ts')).parseGiven(request, request.given);
  await refuseNoFile(path, name);
  const head = await headOf(path);
  // What a plain text does not need is not loaded: most of the time of a small import is the start of this process.
  if (head.subarray(0, 4).toString('latin1') === 'PAR1') return yield* (await import('./parquet/parse-parquet.ts')).parseParquet(request);
  if (containerOf(head, name) === 'none') {
    if (WORKBOOK_NAME.test(name) || head.subarray(0, 4).toString('hex') === OLE) await refuseOtherWorkbook(path, name);
    return yield* parseText(request, fileSource(path, name));
  }
  const members = await (await import('./container/members.ts')).membersOf(path, name);
  if (!request.member) return yield { type: 'members', members: await refsOf(path, name, members) };
  const member = members[request.member.index];
  if (!member)
    refuse('import.file-changed', say`“${{ name }}” changed while it was being read.`, { file: name, remedy: 'Import it again.' });
  if (member.workbook) yield* parseSheet(request, path, member, members.length > 1 || member.name !== name);
  else yield* parseText({ ...request, name: request.member.label }, { name: request.member.label, path: null, open: () => member.open() });
}

async function refuseOtherWorkbook(path: string, name: string): Promise<void> {
  const [{ refuseForeign }, { sourceOf }] = await Promise.all([import('./sheet/foreign.ts'), import('./container/source.ts')]);
  await refuseForeign(await sourceOf(path, name), name);
}

async function headOf(path: string): Promise<Buffer> {
  const file = await openFile(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function refuseNoFile(path: string, name: string): Promise<void> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => error);
  if (found instanceof Error) {
    if (found.code === 'ENOENT')
      refuse('import.not-found', say`There is no file “${{ name }}”.`, { file: name, remedy: 'Check the name and the folder.' });
    refuse('import.unreadable', say`“${{ name }}” cannot be read (${{ code: found.code ?? 'unknown reason' }}).`, {
      file: name,
      remedy: 'Check that you may read it.',
    });
  }
  if (!found.isFile()) refuse('import.not-a-file', say`“${{ name }}” is not a file.`, { file: name, remedy: 'Choose a file.' });
  if (found.size === 0) refuse('import.empty', say`“${{ name }}” is empty.`, { file: name, remedy: 'Download the file again.' });
}

async function* parseText(request: ParseRequest, source: TextSource): AsyncGenerator<FromParser> {
  const probe = await probeSource(source, request.head?.encoding ?? request.profile?.encoding ?? null);
  yield { type: 'probed', sha256: probe.sha256, size: probe.size };
  if (request.head) return yield* headOfText(request.name, request.head, probe, source);
  yield* probe.shape === 'json' && !request.profile ? parseJson(request, probe, source) : parseCsv(request, probe, source);
}

/** One entry per table: a workbook counts with each of its sheets that is shown. */
async function refsOf(path: string, name: string, members: readonly Member[]): Promise<MemberRef[]> {
  const refs: MemberRef[] = [];
  for (const [index, member] of members.entries()) {
    const inside = member.name === name ? '' : ` › ${member.name}`;
    if (!member.workbook) {
      refs.push({ index, sheet: null, label: `${name}${inside}` });
      continue;
    }
    const { sheets } = await open(path, member, inside !== '');
    sheets.forEach((sheet, s) => {
      if (!sheet.hidden) refs.push({ index, sheet: s, label: sheets.length > 1 ? `${name}${inside} › ${sheet.name}` : `${name}${inside}` });
    });
  }
  if (refs.length === 0)
    refuse('sheet.all-hidden', say`Every sheet of “${{ name }}” is hidden.`, {
      file: name,
      remedy: 'Open it in a spreadsheet program, show the sheet that is the bill, and save it.',
    });
  return refs;
}

async function open(path: string, member: Member, inArchive: boolean): Promise<Workbook> {
  const [{ openWorkbook }, { wholeOf }] = await Promise.all([import('./sheet/open-workbook.ts'), import('./container/members.ts')]);
  return openWorkbook(inArchive ? await wholeOf(member, LARGEST_WORKBOOK_IN_ARCHIVE) : path, member.name);
}

async function* parseSheet(request: ParseRequest, path: string, member: Member, inArchive: boolean): AsyncGenerator<FromParser> {
  const ref = request.member!;
  const hash = createHash('sha256');
  let size = 0;
  for await (const block of member.open()) {
    hash.update(block);
    size += block.length;
  }
  yield { type: 'probed', sha256: hash.digest('hex'), size };
  const workbook = await open(path, member, inArchive);
  const sheet = workbook.sheets[ref.sheet ?? 0]!;
  const rows = parseCells({ ...request, name: ref.label }, say`workbook, sheet “${{ sheet: sheet.name }}”`, sheet.rows(), workbook.notices);
  let seq = 0;
  for await (const message of rows) {
    yield message;
    // The workbook's own bytes follow once the sheet is known to be a bill.
    if (message.type === 'started' && request.keep) for await (const block of member.open()) yield compress(seq++, block, 0, 0);
  }
}
