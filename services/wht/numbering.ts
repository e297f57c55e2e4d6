import type { ReadDb, WriteDb } from '../../db/connection.ts';
import { nextNumber } from '../../db/settings.ts';
import { numberInUse } from '../../db/queries/wht.ts';
import { generatedNumber, WHT_SERIES } from '../../domain/wht/number.ts';

/** Draws the next generated number inside the certificate's own transaction, so that a refusal leaves no gap. */
export function drawNumber(write: WriteDb): string {
  for (;;) {
    const number = generatedNumber(nextNumber(write, WHT_SERIES));
    // Somebody may have typed a number of the series by hand: that one is taken.
    if (!numberInUse(write, number)) return number;
  }
}

/** The number that drawNumber would give now. */
export function peekNumber(read: ReadDb): string {
  let n = read.get<{ value: number }>('SELECT value FROM counter WHERE name = ?', [WHT_SERIES])?.value ?? 0;
  for (;;) {
    const number = generatedNumber(++n);
    if (!numberInUse(read, number)) return number;
  }
}
