import { appError } from '../../../domain/result.ts';
import { say } from '../../../domain/words/said.ts';
import { noticeOf, rejectOf } from './notice.ts';
import { openingNotices } from './opening-notices.ts';
import type { MeasureName } from '../../../domain/formats/fields.ts';
import type { Basis, FormatContext } from '../../../domain/formats/format.ts';
import { tagText } from '../../../domain/formats/tags.ts';
import { fromPair } from '../../../domain/money/pair.ts';
import { fromEpochDay } from '../../../domain/time/plain-date.ts';
import { isTerm } from '../../../domain/formats/fields.ts';
import { isMoney, type Binding, type Bound, type MoneyField } from './binding.ts';
import { dayNumber, periodNumber } from './day.ts';
import { Frame } from './frame.ts';
import { addText, IdentityHash, twinKey } from './identity-hash.ts';
import { CellAbove } from './cell-above.ts';
import { carry, cellText, derive, isAbsent, missing, reject, type Derived } from './line-parts.ts';
import { MISSING, type IdentityResult, type Notice, type Reject } from './protocol.ts';
import { timeOfBytes, timeOfDay } from './time-of-day.ts';
import { MoneyReader } from './money.ts';
import { OwnCells } from './own-cells.ts';
import { TermTable } from './terms.ts';
import { TwinCounter } from './twins.ts';

const MONEY = 0;
const TERM = 1;
const TEXT = 2;
/** The column has a reader of its own. */
const READ = 3;

/** A bound column with everything the inner loop needs at hand. */
interface Slot {
  kind: typeof MONEY | typeof TERM | typeof TEXT | typeof READ;
  bound: Bound;
  cell: number;
  scale: number;
  required: boolean;
  units: Float64Array;
  fraction: Float64Array;
  ids: Int32Array;
  /** Null where no cell repeats the one above: other kinds, and a field that several columns can fill. */
  above: CellAbove | null;
}
const NO_NUMBERS = new Float64Array(0);
const NO_IDS = new Int32Array(0);

/**
 * Turns bound cells into typed rows of a frame: exact money, identity, identities. A row that cannot be read is
 * described and left out; it never half-fills the frame.
 */
export class LineBuilder {
  readonly terms = new TermTable();
  readonly money = new MoneyReader();
  readonly frame: Frame;
  readonly binding: Binding;
  readonly identities: IdentityResult[];
  readonly notices: Notice[] = [];
  readonly #hash = new IdentityHash();
  readonly #twins = new TwinCounter();
  readonly #currency: number;
  readonly #seed: number;
  readonly #derive: Derived[];
  readonly #lastTerm: Int32Array;
  readonly #slots: Slot[];
  readonly #checks: {
    result: IdentityResult;
    units: Float64Array;
    fraction: Float64Array;
    right: { units: Float64Array; fraction: Float64Array }[];
  }[];
  readonly #hasCurrency: boolean;
  /** Fields that more than one column can fill. */
  readonly #several: Set<string>;
  #lastPeriodText = '';
  #lastPeriod = 0;
  /** Seconds since midnight of the row's date, as printed; 0 where there is none. */
  #time = 0;
  readonly #own = new OwnCells();
  readonly #mapped: (Map<number, number> | null)[];
  readonly #unknownCodes = new Set<string>();

  /** Basis that the rows themselves have shown. */
  basis: Basis | null = null;
  readonly #fallbackPeriod: number;

  /** `fallbackPeriod`: YYYYMM of the file's name, for rows that name no month; 0 for none. */
  constructor(binding: Binding, context: FormatContext, fallbackPeriod = 0) {
    this.#fallbackPeriod = fallbackPeriod;
    this.binding = binding;
    const { format, bound } = binding;
    const has = new Set(bound.map((b) => b.field));
    this.#derive = (format.derive ?? []).filter((d) => !has.has(d.field) && has.has(d.from) && d.minus.every((m) => has.has(m)));
    const money = [...bound.map((b) => b.field).filter(isMoney), ...this.#derive.map((d) => d.field)];
    const terms = bound.map((b) => b.field).filter(isTerm);
    if (!has.has('currency')) terms.push('currency');
    if (binding.tags.length > 0) terms.push('tags');
    this.frame = new Frame(terms, money, format.kind === 'invoices', has.has('vendor'));
    this.identities = format.identities
      .filter((i) => has.has(i.left) && i.right.some((r) => money.includes(r)))
      .map((i) => ({ id: i.id, passed: 0, failed: 0, firstFailedRows: [] }));
    this.#lastTerm = new Int32Array(bound.length);
    this.#hasCurrency = has.has('currency');
    this.#several = new Set(bound.map((b) => b.field).filter((field, index, all) => all.indexOf(field) !== index));
    this.#slots = bound.map((b) => ({
      kind: b.column.read ? READ : isMoney(b.field) ? MONEY : isTerm(b.field) ? TERM : TEXT,
      bound: b,
      cell: b.cell,
      scale: b.scale,
      required: b.column.required ?? false,
      units: isMoney(b.field) ? this.frame.units[b.field]! : NO_NUMBERS,
      fraction: isMoney(b.field) ? this.frame.fraction[b.field]! : NO_NUMBERS,
      ids: isTerm(b.field) ? this.frame.terms[b.field]! : NO_IDS,
      above: b.column.read || isMoney(b.field) || isTerm(b.field) || this.#several.has(b.field) ? null : new CellAbove(b.field),
    }));
    const column = (name: MeasureName): { units: Float64Array; fraction: Float64Array } => ({
      units: this.frame.units[name]!,
      fraction: this.frame.fraction[name]!,
    });
    this.#checks = this.identities.map((result) => {
      const identity = format.identities.find((x) => x.id === result.id)!;
      return { result, ...column(identity.left), right: identity.right.filter((r) => this.frame.units[r]).map(column) };
    });
    this.#mapped = bound.map((b) => (b.column.codes ? new Map<number, number>() : null));
    const stated = binding.headerCurrency ?? format.currency(context);
    const assumed = stated ?? context.currency;
    this.#currency = this.terms.idOfText(assumed);
    this.notices.push(...openingNotices(binding, assumed));
    this.#seed = [...format.id].reduce((h, c) => Math.imul(h ^ c.charCodeAt(0), 0x01000193), 0x811c9dc5);
  }

  /** About so many rows will come. */
  expect(rows: number): void {
    this.#twins.reserve(rows);
  }

  /** Reads the row's cells from bytes. Returns null, or the reason why the row is refused. */
  addBytes(bytes: Buffer, start: Int32Array, end: Int32Array, escaped: Uint8Array, row: number, original: () => string): Reject | null {
    const slots = this.#slots;
    const frame = this.frame;
    const i = frame.count;
    let key: string | null = null;
    frame.period[i] = 0;
    frame.date[i] = MISSING;
    frame.orderId[i] = null;
    this.#own.begin(frame, i);
    this.#time = 0;
    for (let k = 0; k < slots.length; k++) {
      const slot = slots[k]!;
      const { cell } = slot;
      const from = start[cell]!;
      const to = end[cell]!;
      if (slot.kind === MONEY) {
        const read = escaped[cell]
          ? this.money.readText(cellText(bytes, from, to, 1), slot.scale)
          : this.money.read(bytes, from, to, slot.scale);
        if (!read) return reject(row, slot.bound, cellText(bytes, from, to, escaped[cell]!), this.money.error!, original);
        if (slot.required && this.money.units === MISSING) return missing(row, slot.bound, cellText(bytes, from, to, 0), original);
        slot.units[i] = this.money.units;
        slot.fraction[i] = this.money.fraction;
      } else if (slot.kind === TERM) {
        const last = this.#lastTerm[k]!;
        let id: number;
        if (escaped[cell]) id = this.terms.idOfText(cellText(bytes, from, to, 1));
        else id = last !== 0 && this.terms.is(last, bytes, from, to) ? last : this.terms.id(bytes, from, to);
        this.#lastTerm[k] = id;
        if (id === 0 && slot.required) return missing(row, slot.bound, cellText(bytes, from, to, 0), original);
        slot.ids[i] = this.#mapped[k] ? this.#code(k, id, row) : id;
      } else if (escaped[cell] === 0 && slot.above?.again(frame, bytes, from, to, i)) {
        if (slot.bound.field === 'date') this.#time = timeOfBytes(bytes, from, to);
        if (this.#time < 0) this.#time = timeOfDay(cellText(bytes, from, to, 0));
      } else {
        const text = cellText(bytes, from, to, escaped[cell]!);
        const problem = slot.kind === READ ? this.#setCell(k, text, i, row, original) : this.#setText(slot.bound, text, i, row, original);
        if (problem) return problem;
        if (slot.bound.field === 'sourceKey') key = text.trim() || null;
        else if (escaped[cell] === 0) slot.above?.note(frame, bytes, from, to, i);
      }
    }
    const { tags, basis } = this.binding;
    if (tags.length > 0 || basis) this.#extras(i, (cell) => cellText(bytes, start[cell]!, end[cell]!, escaped[cell]!));
    return this.#finish(i, row, 0, key, original);
  }

  /** The same from a record of a JSON document; cells are in the order of the binding's source columns. */
  addTexts(cells: readonly (string | null | undefined)[], row: number, part: number, original: () => string): Reject | null {
    const frame = this.frame;
    const i = frame.count;
    let key: string | null = null;
    frame.period[i] = 0;
    frame.date[i] = MISSING;
    frame.orderId[i] = null;
    this.#own.begin(frame, i);
    this.#time = 0;
    for (let k = 0; k < this.binding.bound.length; k++) {
      const b = this.binding.bound[k]!;
      const text = cells[b.cell] ?? '';
      const problem = this.#setCell(k, text, i, row, original);
      if (problem) return problem;
      if (b.field === 'sourceKey') key = text.trim() || null;
    }
    if (this.binding.tags.length > 0 || this.binding.basis) this.#extras(i, (cell) => cells[cell] ?? '');
    return this.#finish(i, row, part, key, original);
  }

  /** Tags out of their columns, and what the row says of the statistics basis. */
  #extras(i: number, text: (cell: number) => string): void {
    const { tags, basis } = this.binding;
    if (tags.length > 0) {
      const joined = tagText(tags.map(({ cell, key }) => [key, text(cell)] as const));
      this.frame.terms.tags![i] = joined === null ? 0 : this.terms.idOfText(joined);
    }
    if (!basis || this.basis !== null) return;
    const [month, deduction] = [periodNumber(text(basis.month).trim()), periodNumber(text(basis.deduction).trim())];
    if (month !== null && deduction !== null && month !== deduction) this.basis = 'by-billing-cycle';
  }

  /** One cell by its text, through the column's own reader where it has one. */
  #setCell(k: number, printed: string, i: number, row: number, original: () => string): Reject | null {
    const b = this.binding.bound[k]!;
    const { field, column } = b;
    let text = printed;
    if (column.read && !isAbsent(printed.trim())) {
      const read = column.read(printed);
      if (!read.ok) return reject(row, b, printed, read.error, original);
      text = read.value ?? '';
    }
    if (field === 'date' && column.read && this.frame.date[i] === MISSING) {
      const problem = this.#setText(b, text, i, row, original);
      // A reader of its own gives the day; the time stands in the cell.
      this.#time = timeOfDay(printed);
      return problem;
    }
    if (isMoney(field)) {
      if (!this.money.readText(text, b.scale)) return reject(row, b, printed, this.money.error!, original);
      if (column.required && this.money.units === MISSING) return missing(row, b, printed, original);
      this.frame.units[field]![i] = this.money.units;
      this.frame.fraction[field]![i] = this.money.fraction;
    } else if (isTerm(field)) {
      const id = this.terms.idOfText(text);
      if (id === 0 && column.required) return missing(row, b, printed, original);
      this.frame.terms[field]![i] = this.#mapped[k] ? this.#code(k, id, row) : id;
    } else return this.#setText(b, text, i, row, original);
    return null;
  }

  #setText(b: Bound, text: string, i: number, row: number, original: () => string): Reject | null {
    const value = text.trim();
    if (isAbsent(value)) return b.column.required && !this.#several.has(b.field) ? missing(row, b, text, original) : null;
    if (b.field === 'period') {
      if (this.frame.period[i] !== 0) return null;
      const period = value === this.#lastPeriodText ? this.#lastPeriod : periodNumber(value);
      if (period === null)
        return reject(row, b, text, appError('period.invalid', say`“${{ text: value.slice(0, 40) }}” is not a billing period.`), original);
      this.#lastPeriodText = value;
      this.#lastPeriod = period;
      this.frame.period[i] = period;
    } else if (b.field === 'date') {
      if (this.frame.date[i] !== MISSING) return null;
      const day = dayNumber(value);
      this.#time = timeOfDay(value);
      if (day === null)
        return reject(
          row,
          b,
          text,
          appError('date.invalid', say`“${{ text: value.slice(0, 40) }}” is not a date of the calendar.`),
          original,
        );
      this.frame.date[i] = day;
    } else if (b.field === 'orderId') this.frame.orderId[i] = value;
    else if (b.field === 'lineKey' || b.field === 'vendor') return this.#own.read(b, value, this.frame, i, row, original);
    return null;
  }

  #finish(i: number, row: number, part: number, key: string | null, original: () => string): Reject | null {
    const frame = this.frame;
    if (frame.period[i] === 0) {
      if (frame.date[i] === MISSING && this.#fallbackPeriod === 0)
        return rejectOf(row, null, null, 'row.no-period', 'Neither the billing period nor a date tells the month of this row.', original);
      frame.period[i] =
        frame.date[i] === MISSING ? this.#fallbackPeriod : Number(fromEpochDay(frame.date[i]!).slice(0, 7).replace('-', ''));
    }
    const currencies = frame.terms.currency!;
    if (!this.#hasCurrency || currencies[i] === 0) currencies[i] = this.#currency;
    for (const d of this.#derive) derive(frame, d, i);
    this.#identify(i, row, part, key);
    for (let k = 0; k < this.#checks.length; k++) this.#check(k, i, row);
    frame.row[i] = row;
    frame.part[i] = part;
    frame.count++;
    return null;
  }

  /** Row identity: the vendor's own key where there is one, else every bound value and the place among equals. */
  #identify(i: number, row: number, part: number, key: string | null): void {
    const frame = this.frame;
    const hash = this.#hash;
    hash.reset(this.#seed);
    for (const slot of this.#slots) {
      if (slot.kind === MONEY) {
        hash.addInteger(slot.units[i]!);
        hash.addInteger(slot.fraction[i]!);
      } else if (slot.kind === TERM) {
        const id = slot.ids[i]!;
        hash.add(this.terms.hashA(id));
        hash.add(this.terms.hashB(id));
      } else if (slot.bound.field === 'period') hash.add(frame.period[i]!);
      else if (slot.bound.field === 'date') {
        hash.addInteger(frame.date[i]!);
        // Two hours of one resource may cost the same; a day alone would make one row of them.
        if (this.#time > 0) hash.add(this.#time);
      } else if (slot.bound.field === 'orderId') addText(hash, frame.orderId[i] ?? '');
    }
    hash.add(this.terms.hashA(frame.terms.currency![i]!));
    if (this.binding.tags.length > 0) hash.add(this.terms.hashA(frame.terms.tags![i]!));
    hash.add(part);
    if (key !== null) {
      frame.content[i] = hash.keyA;
      hash.reset(this.#seed);
      addText(hash, key);
      hash.add(part);
    } else frame.content[i] = MISSING;
    const [keyA, keyB] = this.#own.identity(hash.keyA, hash.keyB);
    const twin = this.#twins.next(keyA, keyB);
    if (twin > 0) {
      if (key !== null && this.notices.length < 50)
        this.notices.push(
          noticeOf(
            'warning',
            'key.repeated',
            say`The vendor's key “${{ key: key.slice(0, 60) }}” occurs more than once in this file.`,
            'Each occurrence is kept; check the file.',
            { row },
          ),
        );
      frame.twins.push({ at: i, keyA, keyB, twin });
      [frame.keyA[i], frame.keyB[i]] = twinKey(keyA, keyB, twin);
    } else {
      frame.keyA[i] = keyA;
      frame.keyB[i] = keyB;
    }
  }

  #check(k: number, i: number, row: number): void {
    const check = this.#checks[k]!;
    const { result } = check;
    let u = check.units[i]!;
    if (u === MISSING) return;
    let f = check.fraction[i]!;
    for (const right of check.right) {
      if (right.units[i] === MISSING) continue;
      u -= right.units[i]!;
      f -= right.fraction[i]!;
    }
    const [du, df] = carry(u, f);
    if (du === 0 && df === 0) result.passed++;
    else {
      result.failed++;
      if (result.firstFailedRows.length < 20) result.firstFailedRows.push(row);
    }
  }

  #code(k: number, id: number, row: number): number {
    if (id === 0) return 0;
    const known = this.#mapped[k]!.get(id);
    if (known !== undefined) return known;
    const b = this.binding.bound[k]!;
    const text = this.terms.text(id);
    const word = Object.hasOwn(b.column.codes!, text) ? b.column.codes![text]! : null;
    if (word === null && !Object.values(b.column.codes!).includes(text) && !this.#unknownCodes.has(text)) {
      this.#unknownCodes.add(text);
      if (this.notices.length < 50)
        this.notices.push(
          noticeOf(
            'warning',
            'code.unknown',
            say`${{ column: b.header }}: “${{ text }}” is not a code that Tallybook knows; it is kept as it is.`,
            null,
            { row },
          ),
        );
    }
    const mapped = word === null ? id : this.terms.idOfText(word);
    this.#mapped[k]!.set(id, mapped);
    return mapped;
  }

  /** The line just added, in words, for the preview. */
  describe(i: number): Record<string, string | null> {
    const frame = this.frame;
    const fields: Record<string, string | null> = {};
    for (const [name, ids] of Object.entries(frame.terms)) fields[name] = ids[i] === 0 ? null : this.terms.text(ids[i]!);
    const period = String(frame.period[i]);
    fields['period'] = `${period.slice(0, 4)}-${period.slice(4)}`;
    if (frame.date[i] !== MISSING) fields['date'] = fromEpochDay(frame.date[i]!);
    if (frame.orderId[i] !== null) fields['orderId'] = frame.orderId[i]!;
    for (const [name, units] of Object.entries(frame.units))
      fields[name] = units[i] === MISSING ? null : fromPair(BigInt(units[i]!), BigInt(frame.fraction[name as MoneyField]![i]!));
    return fields;
  }
}
