import { refuse } from '../../../../domain/result.ts';
import { say } from '../../../../domain/words/said.ts';
import { contentOf } from '../container/inflate.ts';
import type { Limits } from '../container/limits.ts';
import type { Source } from '../container/source.ts';
import { listParts, type ZipPart } from '../container/zip-directory.ts';
import { feed, shape, XmlReader, type Attributes } from './xml.ts';

/** Parts that are read whole may not be longer; sheets and texts are streamed and have their own limits. */
const SMALL_PART = 64 << 20;
const RELATIONSHIPS = { Relationships: shape('Relationships', { Relationship: shape('Relationship') }) };

export interface Relationship {
  id: string;
  /** Last word of the type's URI, the same in the transitional and the strict form: `worksheet`. */
  type: string;
  /** Name of the part that it leads to. */
  target: string;
}

/** The parts of an Office Open XML package (ECMA-376 part 2), found by name without regard to case. */
export class Package {
  readonly #source: Source;
  readonly #limits: Limits;
  readonly #parts = new Map<string, ZipPart>();

  private constructor(source: Source, parts: readonly ZipPart[], limits: Limits) {
    this.#source = source;
    this.#limits = limits;
    for (const part of parts) this.#parts.set(keyOf(part.name), part);
  }

  static async open(source: Source, name: string, limits: Limits): Promise<Package> {
    return new Package(source, await listParts(source, name, limits), limits);
  }

  has(name: string): boolean {
    return this.#parts.has(keyOf(name));
  }

  names(): Iterable<string> {
    return this.#parts.keys();
  }

  /** The content of a part, from its beginning at each call; null where there is no such part. */
  opener(name: string): (() => AsyncIterable<Buffer>) | null {
    const part = this.#parts.get(keyOf(name));
    return part ? () => contentOf(this.#source, part, this.#limits) : null;
  }

  /** The same for a part that is kept in memory: refused with `sheet.part-too-big` when it is longer than one can be. */
  small(name: string): AsyncIterable<Buffer> | null {
    const open = this.opener(name);
    return open && limited(open(), name);
  }

  /** The relationships of a part (of the package for ''), those that lead outside left out. */
  async relationships(part: string): Promise<Relationship[]> {
    const slash = part.lastIndexOf('/');
    const folder = part.slice(0, slash + 1);
    const bytes = this.small(`${folder}_rels/${part.slice(slash + 1)}.rels`);
    const found: Relationship[] = [];
    if (!bytes) return found;
    const reader = new XmlReader(
      RELATIONSHIPS,
      {
        open(id, attributes: Attributes) {
          if (id !== 'Relationship' || attributes['TargetMode'] === 'External') return;
          const type = attributes['Type'] ?? '';
          found.push({
            id: attributes['Id'] ?? '',
            type: type.slice(type.lastIndexOf('/') + 1),
            target: resolve(folder, attributes['Target'] ?? ''),
          });
        },
      },
      say`its relationships`,
    );
    for await (const _ of feed(reader, bytes, say`its relationships`));
    return found;
  }
}

const keyOf = (name: string): string => name.toLowerCase();

async function* limited(bytes: AsyncIterable<Buffer>, name: string): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const block of bytes) {
    size += block.length;
    if (size > SMALL_PART)
      refuse('sheet.part-too-big', say`The workbook's part “${{ name }}” is larger than 64 MB.`, {
        value: name,
        remedy: 'Open the workbook in a spreadsheet program and save it again, or export as CSV.',
      });
    yield block;
  }
}

/** A relationship's target as a part name; a target is relative to the folder of the part that it belongs to. */
function resolve(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const segments: string[] = [];
  for (const segment of (path.startsWith('/') ? path : folder + path).split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}
