import type { TermName } from '../../../domain/formats/fields.ts';
import type { MoneyField } from './binding.ts';
import { MISSING, ROWS_PER_FRAME, type Rows } from './protocol.ts';
import type { TermTable } from './terms.ts';

/** Collects rows column by column until the frame is full. */
export class Frame {
  count = 0;
  readonly row = new Int32Array(ROWS_PER_FRAME);
  readonly part = new Int32Array(ROWS_PER_FRAME);
  readonly keyA = new Float64Array(ROWS_PER_FRAME);
  readonly keyB = new Float64Array(ROWS_PER_FRAME);
  readonly content = new Float64Array(ROWS_PER_FRAME);
  readonly period = new Int32Array(ROWS_PER_FRAME);
  readonly date = new Float64Array(ROWS_PER_FRAME);
  readonly terms: Partial<Record<TermName, Int32Array>> = {};
  readonly units: Partial<Record<MoneyField, Float64Array>> = {};
  readonly fraction: Partial<Record<MoneyField, Float64Array>> = {};
  /** Codes of db/measures.ts; null where the format is of one vendor. */
  readonly vendor: Int32Array | null;
  orderId: (string | null)[] = [];
  twins: Rows['twins'] = [];
  records: Record<string, string | null>[] | null;

  constructor(terms: readonly TermName[], money: readonly MoneyField[], withRecords: boolean, withVendor = false) {
    this.vendor = withVendor ? new Int32Array(ROWS_PER_FRAME) : null;
    for (const field of terms) this.terms[field] = new Int32Array(ROWS_PER_FRAME);
    for (const field of money) {
      this.units[field] = new Float64Array(ROWS_PER_FRAME);
      this.fraction[field] = new Float64Array(ROWS_PER_FRAME);
    }
    this.records = withRecords ? [] : null;
  }

  get full(): boolean {
    return this.count === ROWS_PER_FRAME;
  }

  /** The message for the writer; empties the frame. Columns without a single value are left out. */
  take(table: TermTable, bytes: number): Rows {
    const n = this.count;
    const message: Rows = {
      type: 'rows',
      count: n,
      row: this.row.slice(0, n),
      part: this.part.slice(0, n),
      keyA: this.keyA.slice(0, n),
      keyB: this.keyB.slice(0, n),
      content: this.content.slice(0, n),
      period: this.period.slice(0, n),
      date: this.date.slice(0, n),
      terms: {},
      money: {},
      ...(this.vendor && { vendor: this.vendor.slice(0, n) }),
      orderId: this.orderId,
      twins: this.twins,
      newTerms: table.takeFresh(),
      records: this.records,
      bytes,
    };
    for (const [field, ids] of Object.entries(this.terms) as [TermName, Int32Array][])
      if (ids.subarray(0, n).some((id) => id !== 0)) message.terms[field] = ids.slice(0, n);
    for (const [field, units] of Object.entries(this.units) as [MoneyField, Float64Array][])
      if (units.subarray(0, n).some((u) => u !== MISSING))
        message.money[field] = { units: units.slice(0, n), fraction: this.fraction[field]!.slice(0, n) };
    this.count = 0;
    this.orderId = [];
    this.twins = [];
    if (this.records) this.records = [];
    return message;
  }
}
