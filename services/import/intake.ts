import { appendAudit } from '../../db/audit.ts';
import type { WriteDb } from '../../db/connection.ts';
import { completeBatch, insertBatch, type BatchRow } from '../../db/queries/batches.ts';
import { BULK_ROWS } from '../../db/bulk/bulk-lines.ts';
import { lastLineId, withoutLineIndexes } from '../../db/queries/line-indexes.ts';
import { basesOf, putOverlap, putScope, type Scope } from '../../db/queries/scopes.ts';
import type { SourceChoice } from '../../domain/formats/adapter.ts';
import type { Format, NameHint, RegisterFormat } from '../../domain/formats/format.ts';
import type { Profile } from '../../domain/formats/profile.ts';
import { viewCode } from '../../domain/formats/views.ts';
import { say } from '../../domain/words/said.ts';
import { basisTitle } from '../../domain/words/titles.ts';
import type { FileImport } from '../contract/imports.ts';
import type { Context } from '../runtime/services.ts';
import { ExactTotals } from './exact-totals.ts';
import { LineWriter } from './line-writer.ts';
import { RegisterWriter } from './register-writer.ts';
import { noticeOf } from './parser/notice.ts';
import type { Ended, Notice, RegisterRows, Rows, Started } from './parser/protocol.ts';
import { periodText } from './periods.ts';
import { Planner, vendorCode } from './plan.ts';
import { rememberSource, sourceView } from './bill-sources.ts';
import { Deliveries, SourceEditions } from './source-editions.ts';
import { Editions, editionOf, editionOfBatch, isEstimate, recount, supersedeEditions } from './scope.ts';
import { changedSince } from './profiles/changed.ts';
import { formatOf } from './profiles/format-of.ts';
import type { SourceDecision } from './parser/bill-source.ts';
import { importVendorInvoice } from './vendor-invoices.ts';

/** A line of a bill of about sixty columns. */
const BYTES_PER_ROW = 700;

/** One file on its way into the book: takes typed rows, and closes the batch with counts that add up. */
export class Intake {
  readonly batch: number;
  readonly #write: WriteDb;
  readonly #file: string;
  readonly #context: Context;
  readonly #format: Format | RegisterFormat;
  readonly #profile: Profile | undefined;
  readonly #view: number;
  readonly #hint: NameHint | null;
  readonly #editions: Editions | SourceEditions;
  /** Who delivered the file, where its format has many sources. */
  readonly #source: SourceDecision | undefined;
  readonly #planner: Planner;
  readonly #writer: LineWriter;
  readonly #totals = new ExactTotals();
  readonly #currencies = new Map<number, string>();
  readonly #periods = new Set<number>();
  readonly #scopes = new Map<string, Scope>();
  readonly #overlaps = new Map<number, number>();
  /** Lines of earlier batches that this file repeats; kept only where an earlier batch may have to give way. */
  readonly #repeated: Set<number>;
  #imported = 0;
  #duplicates = 0;
  #outdated = 0;
  /** The scope of the row before, with the parser's id of its account. */
  #lastScope: { period: number; account: number; scope: Scope } | null = null;
  #buildIndexes: (() => void) | null = null;
  /** The batch whose rejected rows these are, as mended: they belong to its edition of the bill, and take the place of no other line. */
  readonly #mends: BatchRow | null;
  /** No row of the file can be in the book already. */
  readonly #allNew: boolean;
  readonly #register: RegisterWriter | null;
  /** Where the rows are kept as text, for files that are not text themselves. */
  rowsSource: number | null = null;

  constructor(
    write: WriteDb,
    file: string,
    source: { id: number; member: string; size: number },
    started: Started,
    context: Context,
    mends: BatchRow | null = null,
    deliveries = new Deliveries(),
  ) {
    this.#write = write;
    this.#mends = mends;
    this.#file = file;
    this.#context = context;
    this.#profile = started.dialect.profile;
    this.#source = started.dialect.source;
    this.#format = formatOf(started.format, this.#profile)!;
    this.#view = this.#format.kind === 'statement' || this.#format.kind === 'register' ? -1 : viewCode(started.view);
    this.#hint = this.#format.nameHint?.(file) ?? null;
    const own = mends ? editionOfBatch(mends) : editionOf(this.#hint, context.session.today());
    this.batch = insertBatch(write, {
      source_id: source.id,
      file,
      format: this.#format.id,
      vendor: vendorCode(this.#format),
      imported_at: context.session.now(),
      state: 'active',
      rows: 0,
      imported: 0,
      duplicates: 0,
      superseded: 0,
      ignored: 0,
      rejected: 0,
      dialect: JSON.stringify(started.dialect),
      periods: '[]',
      totals: '{}',
      notices: '[]',
      digest: '',
      member: source.member,
      rows_source_id: null,
      view: this.#view,
      as_of: own.asOf,
      part: own.part,
      logical_name: own.logicalName,
      basis: this.#mends?.basis ?? this.#hint?.basis ?? '',
      estimate: 0,
      bill_source: this.#source?.id ?? '',
    });
    const bill = this.#format.kind === 'register' ? null : this.#format;
    const delivery = this.#source ? deliveries.of(this.#source.id) : null;
    this.#repeated = delivery?.repeated ?? new Set();
    this.#editions =
      this.#source && delivery
        ? new SourceEditions(write, this.#source, this.#format.id, this.#view, this.batch, own, delivery)
        : new Editions(write, bill, started.delivery, this.#view, this.batch, own);
    delivery?.batches.add(this.batch);
    this.#planner = new Planner(write, this.#format, own);
    this.#writer = new LineWriter(write, this.#format, this.batch, this.#view);
    const expected = source.size / BYTES_PER_ROW;
    const large = expected > BULK_ROWS && this.#format.kind !== 'register';
    if (large) this.#writer.byTheThousand(expected);
    // Sorting once at the end is quicker than keeping indexes up to date, unless the book holds far more than what comes.
    if (large && lastLineId(write) < 2 * expected) this.#buildIndexes = withoutLineIndexes(write);
    this.#allNew = !this.#planner.mayRepeat && !this.#editions.any;
    this.#register = this.#format.kind === 'register' ? new RegisterWriter(write, this.#format, this.batch) : null;
  }

  take(rows: Rows): void {
    this.#writer.learn(rows.newTerms);
    if (this.#allNew) this.#takeAll(rows);
    else this.#takeEach(rows);
    for (const record of rows.records ?? []) importVendorInvoice(this.#write, this.#format as Format, record, this.#file, this.#context);
  }

  #currencyOf(id: number): string {
    let text = this.#currencies.get(id);
    if (text === undefined) this.#currencies.set(id, (text = this.#writer.textOf(id)));
    return text;
  }

  #takeAll(rows: Rows): void {
    const accounts = rows.terms.account;
    for (let i = 0, last = 0; i < rows.count; i++) {
      const period = rows.period[i]!;
      this.#scopeOf(period, accounts ? accounts[i]! : 0);
      if (period !== last) this.#periods.add((last = period));
    }
    this.#imported += rows.count;
    this.#writer.addAll(rows);
    this.#totals.addAll(rows, (id) => this.#currencyOf(id));
  }

  #takeEach(rows: Rows): void {
    const accounts = rows.terms.account;
    for (let i = 0; i < rows.count; i++) {
      const period = rows.period[i]!;
      const scope = this.#scopeOf(period, accounts ? accounts[i]! : 0);
      const decision = this.#planner.decide(rows, i);
      if (decision.kind === 'duplicate') {
        this.#duplicates++;
        if (decision.batch !== this.batch) this.#overlaps.set(decision.batch, (this.#overlaps.get(decision.batch) ?? 0) + 1);
        if (this.#editions.any) this.#repeated.add(decision.line);
      } else if (this.#editions.any && this.#editions.outdated(scope)) this.#outdated++;
      else {
        this.#imported++;
        if (decision.kind === 'new' && decision.besides !== undefined)
          this.#overlaps.set(decision.besides, (this.#overlaps.get(decision.besides) ?? 0) + 1);
        this.#writer.add(rows, i, decision.kind === 'replaces' ? decision.line : null);
        this.#periods.add(period);
        this.#totals.add(rows, i, this.#currencyOf(rows.terms.currency![i]!));
      }
    }
  }

  /** Rows of a list beside the bill. */
  takeRegister(rows: RegisterRows): void {
    for (const row of rows.rows) {
      if (row.period !== null) {
        this.#periods.add(row.period);
        this.#scopes.set(`${row.period}:0`, { period: row.period, account: 0 });
      }
      const decision = this.#register!.add(row);
      if (decision === null) this.#imported++;
      else {
        this.#duplicates++;
        if (decision !== this.batch) this.#overlaps.set(decision, (this.#overlaps.get(decision) ?? 0) + 1);
      }
    }
  }

  #scopeOf(period: number, account: number): Scope {
    const last = this.#lastScope;
    if (last?.period === period && last.account === account) return last.scope;
    const key = `${period}:${account}`;
    let scope = this.#scopes.get(key);
    if (!scope) this.#scopes.set(key, (scope = { period, account: this.#writer.bookId(account) }));
    this.#lastScope = { period, account, scope };
    return scope;
  }

  finish(ended: Ended, sha256: string, choice: Partial<SourceChoice> | null = null): FileImport {
    const { session, host } = this.#context;
    this.#writer.finish();
    this.#buildIndexes?.();
    const scopes = [...this.#scopes.values()];
    const asOf = this.#mends?.as_of ?? this.#hint?.asOf ?? session.today();
    const estimate =
      this.#mends?.estimate === 1 ||
      (this.#view >= 0 &&
        this.#format.vendor === 'huawei' &&
        isEstimate(
          asOf,
          scopes.map((s) => s.period),
        ));
    putScope(this.#write, this.batch, scopes);
    putOverlap(this.#write, this.batch, this.#overlaps);
    const gaveWay = !this.#mends
      ? supersedeEditions(this.#write, this.#editions.givingWay(scopes, estimate), this.#repeated, this.batch)
      : 0;
    const besides = this.#view >= 0 ? recount(this.#write, vendorCode(this.#format), scopes, false) : [];
    const basis = this.#mends?.basis || (this.#hint?.basis ?? ended.basis ?? '');

    const counts = {
      rows: ended.rows,
      imported: this.#imported,
      duplicates: this.#duplicates,
      superseded: this.#outdated,
      ignored: ended.ignored,
      rejected: ended.rejected,
    };
    const periods = [...this.#periods].sort((a, b) => a - b).map(periodText);
    const totals = this.#totals.get();
    const digest = this.#writer.digest.digest();
    const notices = [
      ...ended.notices,
      ...this.#ownNotices(gaveWay, estimate, besides),
      ...(this.#source && !this.#mends && this.#imported > 0 ? (this.#editions as SourceEditions).notice(this.#periods) : []),
      ...this.#basisNotice(basis, scopes),
      ...changedSince(this.#write, this.#format.id, this.#profile, periods, this.batch),
    ];
    completeBatch(this.#write, this.batch, {
      ...counts,
      periods: JSON.stringify(periods),
      totals: JSON.stringify(totals),
      notices: JSON.stringify(notices),
      digest,
      estimate: estimate ? 1 : 0,
      rows_source_id: this.rowsSource,
      basis,
    });
    appendAudit(this.#write, {
      at: session.now(),
      who: host.who,
      action: 'import/run',
      subject: `batch:${this.batch}`,
      before: null,
      after: {
        file: this.#file,
        sha256,
        format: this.#format.id,
        ...(this.#context.via && { via: this.#context.via }),
        ...(this.#mends && { mends: this.#mends.id }),
        ...(this.#profile && { profileRevision: this.#profile.revision }),
        ...(this.#source && { source: this.#source.id, timeZone: this.#source.timeZone, delivery: this.#source.delivery }),
        ...counts,
        periods,
        totals,
        digest,
        gaveWay,
      },
    });
    if (this.#source) rememberSource(this.#write, this.#source, choice, this.#context);
    return {
      file: this.#file,
      sha256,
      format: this.#format.id,
      vendor: this.#format.vendor,
      ...counts,
      rejectsFile: null,
      periods,
      totals,
      batch: this.batch,
      notices,
      source: sourceView(this.#source, ended.clock),
    };
  }

  /** The same month by two bases gives two different totals: they must not be read as one. */
  #basisNotice(basis: string, scopes: readonly Scope[]): Notice[] {
    if (basis === '') return [];
    const others = basesOf(
      this.#write,
      vendorCode(this.#format),
      scopes.map((s) => s.period),
      this.batch,
    ).filter((b) => b !== basis);
    if (others.length === 0) return [];
    return [
      noticeOf(
        'warning',
        'basis.mixed',
        say`The month is here already by another statistics basis (${{ others: others.map(basisTitle) }}); this file follows ${{ basis: basisTitle(basis) }}.`,
        'Keep one basis for a month: undo one of the two batches.',
      ),
    ];
  }

  #ownNotices(gaveWay: number, estimate: boolean, besides: readonly number[]): Notice[] {
    const notices: Notice[] = [];
    const note = (...given: Parameters<typeof noticeOf>): void => void notices.push(noticeOf(...given));
    if (besides.length > 0)
      note(
        'info',
        'bill.told-twice',
        say`${{ periods: besides.map(periodText) }}: more than one file tells the bill of the same account; the most detailed one is counted, the others are kept beside it.`,
      );
    if (gaveWay > 0)
      note('info', 'lines.superseded', say`${{ count: gaveWay }} lines of earlier files gave way to this newer one.`, null, {
        count: gaveWay,
      });
    if (this.#outdated > 0)
      note(
        'info',
        'rows.outdated',
        say`${{ count: this.#outdated }} rows were left out: a newer file of the same month is here already.`,
        null,
        { count: this.#outdated },
      );
    if (estimate)
      note(
        'warning',
        'bill.estimate',
        'The file was made before the bill was drawn up on the 3rd of the following month: its figures are estimates.',
        'Import the final bill when it is there; it takes the place of the estimate.',
      );
    return notices;
  }
}
