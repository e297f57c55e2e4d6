import { negate } from '../../../domain/money/amount.ts';
import type { PaperLine } from '../paper.ts';
import type { Drafting } from '../source.ts';

/** The document's lines; days only where they are not those of the whole document. */
export function linesOf({ lines, record, turned }: Drafting): PaperLine[] {
  const { first = null, last = null } = record.document;
  return lines.map((line) => {
    const same = line.first === first && line.last === last;
    return {
      position: line.position,
      description: line.description,
      first: same ? null : line.first,
      last: same ? null : line.last,
      // A credit note turns the money round; a quantity keeps its sign only where the price would lose it.
      quantity: turned && line.quantity?.startsWith('-') ? negate(line.quantity) : line.quantity,
      unit: line.unit,
      price: turned && !line.quantity?.startsWith('-') && line.price?.startsWith('-') ? negate(line.price) : line.price,
      ratePct: line.ratePct,
      tax: line.tax === null ? null : turned ? negate(line.tax) : line.tax,
      net: turned ? negate(line.net) : line.net,
    };
  });
}
