import { closeSync, openSync, readSync } from 'node:fs';

export interface Packed {
  path: string;
  size: number;
  unpacked: boolean;
  offset: number;
}
interface Node {
  files?: Record<string, Node>;
  size?: number;
  offset?: string;
  unpacked?: boolean;
  link?: string;
}

/** Reads an asar archive: two Chromium pickles (a length, then the JSON header), then the files one after another. */
export class Asar {
  readonly entries: Packed[] = [];
  readonly #path: string;
  readonly #start: number;

  constructor(path: string) {
    this.#path = path;
    const sizes = this.#bytes(0, 16);
    this.#start = 8 + sizes.readUInt32LE(4);
    this.#walk('', JSON.parse(this.#bytes(16, sizes.readUInt32LE(12)).toString('utf8')) as Node);
  }

  text(path: string): string {
    const entry = this.entries.find((candidate) => candidate.path === path);
    if (!entry) throw new Error(`${path} is not in the archive.`);
    return this.#bytes(this.#start + entry.offset, entry.size).toString('utf8');
  }

  #walk(path: string, node: Node): void {
    if (!node.files) this.entries.push({ path, size: node.size ?? 0, unpacked: node.unpacked ?? false, offset: Number(node.offset ?? 0) });
    else for (const [name, child] of Object.entries(node.files)) this.#walk(`${path}/${name}`, child);
  }

  #bytes(position: number, length: number): Buffer {
    const file = openSync(this.#path, 'r');
    try {
      const buffer = Buffer.alloc(length);
      readSync(file, buffer, 0, length, position);
      return buffer;
    } finally {
      closeSync(file);
    }
  }
}
