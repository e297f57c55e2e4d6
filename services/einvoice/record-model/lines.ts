import type { InvoiceRecord } from '../../../db/queries/invoices.ts';
import type { Line } from '../../../domain/einvoice/model-lines.ts';
import type { InvoiceLine } from '../../../domain/invoices/document.ts';
import { absolute, isAmount, isNegative, isZero, negate, type Amount } from '../../../domain/money/amount.ts';
import { categoryOf } from './category.ts';
import { without } from './parties.ts';

/** How an amount is printed: with the decimals of the currency, or with all that it has where they are more. */
export type Print = (amount: Amount) => string;

/** UN/ECE code of “one”, for what is not measured. */
const ONE = 'C62';

/**
 * Quantity and price of a line. A price is never negative (BR-27): a line that takes off has a negative quantity. Where no
 * price is stated, the net amount is the price of the whole quantity (BT-149), so that nothing is rounded.
 */
function measured(line: Pick<InvoiceLine, 'quantity' | 'unit' | 'price' | 'net'>): Pick<Line, 'quantity' | 'unit' | 'price'> {
  const { quantity, price, net } = line;
  const unit = line.unit ?? ONE;
  const taken = isNegative(net);
  const sized = (size: string): string => (taken ? negate(size) : size);
  const usable = quantity !== null && isAmount(quantity) && !isZero(quantity) ? absolute(quantity) : null;
  if (usable === null) return { quantity: sized('1'), unit: ONE, price: { net: absolute(net) } };
  if (price !== null && isAmount(price)) return { quantity: sized(usable), unit, price: { net: absolute(price) } };
  return { quantity: sized(usable), unit, price: { net: absolute(net), per: usable, perUnit: unit } };
}

/** The lines of a document; one without lines has one, for all of it. Amounts have the sign that they have in the document. */
export function linesModel(record: InvoiceRecord, lines: readonly InvoiceLine[], print: Print): Line[] {
  if (lines.length === 0)
    return [
      {
        id: '1',
        ...measured({ quantity: null, unit: null, price: null, net: record.net }),
        net: print(record.net),
        item: { name: record.document.title ?? `Document ${record.number}` },
        tax: categoryOf(record, { taxCategory: null, ratePct: null }),
      },
    ];
  return lines.map((line) =>
    without({
      id: String(line.position),
      ...measured(line),
      net: print(line.net),
      period:
        line.first === null && line.last === null ? undefined : without({ first: line.first ?? undefined, last: line.last ?? undefined }),
      // A name is one line of text.
      item: { name: line.description.replace(/\s+/g, ' ').trim() },
      tax: categoryOf(record, line),
    }),
  );
}
