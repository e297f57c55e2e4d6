import { NO_CHOICE, type Cells, type RowAdapter } from '../../../domain/formats/adapter.ts';
import type { FormatContext, TableFormat } from '../../../domain/formats/format.ts';
import { GUARDED, OWN_FORMAT } from '../../../domain/focus/own-columns.ts';
import { unguardText } from '../../reports/csv/guard.ts';
import { isMark } from '../mend/marks.ts';
import { bind } from './binding.ts';
import type { Detected } from './detect.ts';
import { LineBuilder } from './line-builder.ts';
import { noticeOf, noticeOfFinding } from './notice.ts';
import type { Ended, FromParser, Notice, ParseRequest, Reject, SampleRow } from './protocol.ts';
import { RegisterBuilder } from './register-builder.ts';

const REJECTS_PER_MESSAGE = 500;

/** Takes the rows of one table after its header was found: typed, counted, described; hands over full frames. */
export class RowIntake {
  readonly lines: LineBuilder | null;
  readonly #register: RegisterBuilder | null;
  readonly #adapter: RowAdapter | null;
  /** One of Tallybook's own files of rejected rows, whose texts are guarded against spreadsheets. */
  readonly #guarded: boolean;
  /** The cell that says whether the texts of its row are guarded; -1 without one. */
  readonly #guardCell: number;
  readonly #headers: readonly string[];
  readonly #samples: number;
  readonly #notices: Notice[];
  /** The user or a profile has said which currency it is: then nothing is assumed. */
  readonly #currencyGiven: boolean;
  #sample: SampleRow[] = [];
  #rejects: Reject[] = [];
  #rows = 0;
  #ignored = 0;
  #rejected = 0;

  constructor(detected: Detected, request: ParseRequest, context: FormatContext, notices: Notice[] = []) {
    const format = detected.binding.kind === 'lines' ? (detected.binding.lines.format as Partial<TableFormat>) : null;
    this.#adapter =
      format?.adapt?.(
        detected.headers,
        detected.head.map((cells) => cells.map((c) => (c === '' ? null : c))),
        detected.source ?? NO_CHOICE,
      ) ?? null;
    const lines =
      detected.binding.kind !== 'lines'
        ? null
        : this.#adapter
          ? bind(detected.binding.lines.format, this.#adapter.headers, context)
          : detected.binding.lines;
    const hint = format?.nameHint?.(request.name) ?? null;
    this.lines = lines && new LineBuilder(lines, context, hint?.period ? Number(hint.period.replace('-', '')) : 0);
    this.#register = detected.binding.kind === 'register' ? new RegisterBuilder(detected.binding.register, context) : null;
    this.#headers = detected.headers;
    this.#guarded = detected.headers.some(isMark);
    this.#guardCell = this.lines?.binding.format.id === OWN_FORMAT ? detected.headers.indexOf(GUARDED) : -1;
    this.#samples = request.sample;
    this.#notices = notices;
    this.#currencyGiven = (detected.profile?.currency ?? null) !== null;
  }

  get rows(): number {
    return this.#rows;
  }

  /** A row of the table, whatever becomes of it. */
  count(): void {
    this.#rows++;
  }

  ignore(): void {
    this.#ignored++;
  }

  /** The row by the byte ranges of its cells; the quick way for bills. */
  addBytes(bytes: Buffer, start: Int32Array, end: Int32Array, escaped: Uint8Array, row: number, original: () => string): void {
    const own = this.#guardCell >= 0 && end[this.#guardCell]! > start[this.#guardCell]!;
    if (!this.lines || this.#adapter || this.#guarded || own) {
      const cells = this.#headers.map((_, i) => {
        const text = bytes.toString('utf8', start[i], end[i]);
        return escaped[i] ? text.replaceAll('""', '"') : text;
      });
      this.addCells(cells, row, 0, original);
      return;
    }
    this.#settle(this.lines.addBytes(bytes, start, end, escaped, row, original), row, original);
  }

  /** The row by its cells in the order of the headers. */
  addCells(cells: readonly (string | null | undefined)[], row: number, part: number, original: () => string): void {
    const guarded = this.#guarded || (this.#guardCell >= 0 && cells[this.#guardCell] === 'true');
    const plain = guarded ? cells.map((c) => c && unguardText(c)) : cells;
    const adapted = this.#adapter ? this.#adapter.row(plain as Cells, row) : plain;
    const problem = this.lines ? this.lines.addTexts(adapted, row, part, original) : this.#register!.add(plain, row, original);
    this.#settle(problem, row, original);
  }

  #settle(problem: Reject | null, row: number, original: () => string): void {
    if (problem) return this.reject(problem);
    if (this.#sample.length >= this.#samples) return;
    const fields = this.lines ? this.lines.describe(this.lines.frame.count - 1) : this.#register!.last!.data;
    this.#sample.push({ row, source: original(), fields });
  }

  reject(problem: Reject): void {
    this.#rejected++;
    this.#rejects.push(problem);
  }

  /** True when due() has something to hand over. */
  get ready(): boolean {
    return this.#rejects.length >= REJECTS_PER_MESSAGE || (this.lines?.frame.full ?? false) || (this.#register?.full ?? false);
  }

  /** Messages that are due; `last` empties everything. */
  *due(bytes: number, last = false): Generator<FromParser> {
    if (this.#rejects.length >= REJECTS_PER_MESSAGE || (last && this.#rejects.length > 0)) {
      yield { type: 'rejects', rejects: this.#rejects };
      this.#rejects = [];
    }
    if (this.lines && (this.lines.frame.full || (last && this.lines.frame.count > 0))) yield this.lines.frame.take(this.lines.terms, bytes);
    if (this.#register && (this.#register.full || (last && this.#register.count > 0))) yield this.#register.take(bytes);
  }

  ended(): Ended {
    return {
      type: 'ended',
      rows: this.#rows,
      ignored: this.#ignored,
      rejected: this.#rejected,
      identities: this.lines?.identities ?? [],
      notices: [
        ...this.#notices,
        ...(this.lines?.notices ?? []).filter((n) => n.code !== 'currency.assumed' || !this.#currencyGiven),
        ...(this.#adapter?.evidence ?? []).map((sentence) => noticeOf('info', 'format.evidence', sentence)),
        ...(this.#adapter?.end() ?? []).map(noticeOfFinding),
      ],
      sample: this.#sample,
      basis: this.lines?.basis ?? null,
      ...(this.#adapter?.clock && { clock: this.#adapter.clock }),
    };
  }
}

export { isFooter } from '../../../domain/formats/mapping/footer.ts';
