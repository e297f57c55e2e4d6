import { refuse } from '../../../../domain/result.ts';
import { say } from '../../../../domain/words/said.ts';
import { refuseAsInvoice } from '../einvoice/hint.ts';
import { gunzip } from './gz.ts';
import { contentOf } from './inflate.ts';
import { LIMITS, type Limits } from './limits.ts';
import { containerOf, HEAD } from './magic.ts';
import { sourceOf, type Source } from './source.ts';
import { listParts, type ZipPart } from './zip-directory.ts';

/** A file to import: one that stands by itself, or one inside an archive. */
export interface Member {
  /** For showing only; never a path to write to. */
  name: string;
  /** Bytes of its content; null where only reading tells (gzip). */
  size: number | null;
  /** It is a zip package that may be a workbook: to be given to `openWorkbook`, not read as text. */
  workbook: boolean;
  /** Its content from the beginning; may be called again. Fails while iterating where the content is damaged. */
  open(): AsyncIterable<Buffer>;
}

const WORKBOOK_NAME = /\.xls[xmb]$/i;

/**
 * The files that `path` stands for: itself, the files of a zip, or the one of a gzip. A workbook is a file, although it
 * is packed as a zip. An archive in an archive is refused with `container.nested`. Nothing is written anywhere.
 */
export async function membersOf(path: string, name: string, limits: Limits = LIMITS): Promise<Member[]> {
  const source = await sourceOf(path, name);
  const container = containerOf(await source.head(HEAD), name);
  if (container === 'gz') return [await gzMember(source, name, limits)];
  if (container === 'none')
    return [{ name, size: source.size, workbook: false, open: () => source.stream(0, source.size) as AsyncIterable<Buffer> }];
  const parts = await listParts(source, name, limits);
  if (isPackage(parts))
    return [{ name, size: source.size, workbook: true, open: () => source.stream(0, source.size) as AsyncIterable<Buffer> }];
  if (parts.length === 0)
    refuse('container.empty', say`“${{ name }}” holds no files.`, { file: name, remedy: 'Download the archive again.' });
  if (parts.some((part) => part.name.toLowerCase() === 'ofd.xml')) refuseAsInvoice(name);
  const members: Member[] = [];
  for (const part of parts)
    members.push(await inner({ name: part.name, size: part.size, workbook: false, open: () => contentOf(source, part, limits) }, name));
  return members;
}

/**
 * All bytes of a member, for a workbook inside an archive, which has to be read from its end. Refuses with
 * `container.too-big` above `limit` bytes.
 */
export async function wholeOf(member: Member, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of member.open()) {
    size += chunk.length;
    if (size > limit)
      refuse(
        'container.too-big',
        say`The workbook “${{ name: member.name }}” inside the archive is larger than ${{ megabytes: Math.round(limit / 2 ** 20) }} MB.`,
        {
          file: member.name,
          remedy: 'Unpack the archive and import the workbook by itself.',
        },
      );
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

/**
 * Office Open XML (ECMA-376 part 2) has the content types in every package, OpenDocument a `mimetype`. A workbook that has
 * lost its content types is still no archive of bills.
 */
const PACKAGE_PARTS = new Set(['[content_types].xml', 'mimetype', 'xl/workbook.xml']);
const isPackage = (parts: readonly ZipPart[]): boolean => parts.some((part) => PACKAGE_PARTS.has(part.name.toLowerCase()));

function gzMember(source: Source, name: string, limits: Limits): Promise<Member> {
  const inside = name.replace(/\.gz$/i, '') || name;
  return inner({ name: inside, size: null, workbook: false, open: () => gunzip(source, `${name} › ${inside}`, limits) }, name);
}

/** Looks at the first bytes of a file in an archive: a workbook may be there, another archive not. */
async function inner(member: Member, archive: string): Promise<Member> {
  let head: Buffer = Buffer.alloc(0);
  for await (const chunk of member.open()) {
    head = Buffer.concat([head, chunk]);
    if (head.length >= HEAD) break;
  }
  const container = containerOf(head, member.name);
  if (container === 'zip' && WORKBOOK_NAME.test(member.name)) return { ...member, workbook: true };
  if (container !== 'none')
    refuse('container.nested', say`“${{ archive }}” holds another archive, “${{ name: member.name }}”.`, {
      file: archive,
      value: member.name,
      remedy: 'Unpack the outer archive and import what is inside.',
    });
  return member;
}
