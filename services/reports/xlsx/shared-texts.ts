import { ByteWriter } from '../bytes/byte-writer.ts';
import { tElement } from './text.ts';

/** Shared texts that are kept until the workbook ends; texts beyond stand in their cells. */
const MOST_BYTES = 64 << 20;

/** The texts that cells name by number: written once, at the end of the workbook, however many cells name them. */
export class SharedTexts {
  readonly #out = new ByteWriter(1 << 16);
  count = 0;

  /** Number of the text, or null where no more are kept. `text` is as a cell can hold it. */
  add(text: string): number | null {
    if (this.#out.at > MOST_BYTES) return null;
    this.#out.text(`<si>${tElement(text)}</si>`);
    return this.count++;
  }

  /** The part `xl/sharedStrings.xml` between its head and its end. */
  items(): Uint8Array {
    return this.#out.take();
  }
}
