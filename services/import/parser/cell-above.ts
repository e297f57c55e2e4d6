import type { Field } from '../../../domain/formats/format.ts';
import { CellMemo } from './cell-memo.ts';
import type { Frame } from './frame.ts';
import { MISSING } from './protocol.ts';

/** Bytes of `2023-09-09` and of what separates it from the time. */
const DAY = 11;

/**
 * What the cell above was read as: neighbouring rows mostly share their month, their day and often their order, and need
 * not be read again. For the fields `period`, `date` and `orderId`.
 */
export class CellAbove {
  readonly #field: Field;
  readonly #memo = new CellMemo();
  #number = 0;
  #text: string | null = null;

  constructor(field: Field) {
    this.#field = field;
  }

  /** Takes over what the cell above was read as; false when this one has to be read. */
  again(frame: Frame, bytes: Buffer, from: number, to: number, i: number): boolean {
    switch (this.#field) {
      case 'period':
        if (frame.period[i] !== 0 || !this.#memo.is(bytes, from, to)) return false;
        frame.period[i] = this.#number;
        return true;
      case 'date':
        // Eleven bytes tell the day, and that what follows it is a time.
        if (frame.date[i] !== MISSING || !this.#memo.is(bytes, from, Math.min(to, from + DAY))) return false;
        frame.date[i] = this.#number;
        return true;
      case 'orderId':
        if (!this.#memo.is(bytes, from, to)) return false;
        frame.orderId[i] = this.#text;
        return true;
      default:
        return false;
    }
  }

  /** Remembers what this cell was read as, for the row below. */
  note(frame: Frame, bytes: Buffer, from: number, to: number, i: number): void {
    if (this.#field === 'period' && frame.period[i] !== 0) {
      this.#memo.note(bytes, from, to);
      this.#number = frame.period[i]!;
    } else if (this.#field === 'date' && frame.date[i] !== MISSING && bytes[from]! > 32) {
      this.#memo.note(bytes, from, Math.min(to, from + DAY));
      this.#number = frame.date[i]!;
    } else if (this.#field === 'orderId') {
      this.#memo.note(bytes, from, to);
      this.#text = frame.orderId[i]!;
    }
  }
}
