import { activeBatchOf } from '../../db/queries/batches.ts';
import type { ReadDb } from '../../db/connection.ts';
import { termId } from '../../db/queries/lines.ts';
import { registerRowByKey } from '../../db/queries/registers.ts';
import { liveLines } from '../../db/queries/scopes.ts';
import type { SourceChoice } from '../../domain/formats/adapter.ts';
import type { Format, RegisterFormat } from '../../domain/formats/format.ts';
import { viewCode } from '../../domain/formats/views.ts';
import type { Profile } from '../../domain/formats/profile.ts';
import { Failure } from '../../domain/result.ts';
import { english, say, type Said } from '../../domain/words/said.ts';
import { settingsOf } from '../book/profile.ts';
import type { FilePreview } from '../contract/imports.ts';
import type { Context } from '../runtime/services.ts';
import { ExactTotals } from './exact-totals.ts';
import { mendedByFile } from './mend/from-file.ts';
import { sourceView } from './bill-sources.ts';
import { Pace } from './pace.ts';
import { noticeOf } from './parser/notice.ts';
import type { SourceDecision } from './parser/bill-source.ts';
import type { MemberRef, Notice, Reject, Started } from './parser/protocol.ts';
import { periodText } from './periods.ts';
import { Planner, type PartOf } from './plan.ts';
import { changedSince } from './profiles/changed.ts';
import { formatOf } from './profiles/format-of.ts';
import type { Wanted } from './profiles/store.ts';
import { readFile } from './read-file.ts';
import { Deliveries, SourceEditions, type Delivery } from './source-editions.ts';
import { Editions, editionOf, editionOfBatch } from './scope.ts';

const SAMPLE_ROWS = 20;
const SHOWN_REJECTS = 100;

export interface PreviewFile {
  token: string;
  path: string;
  name: string;
  /** Only this table of a container. */
  member: MemberRef | null;
  /** What was chosen for its source with this call. */
  choice?: Partial<SourceChoice> | null;
}

/** Reads the files as the import would and says what would happen; the book is only read. */
export async function previewFiles(files: readonly PreviewFile[], wanted: Wanted, context: Context): Promise<FilePreview[]> {
  const pace = new Pace(context, 'preview');
  const planned = files.length > 1 ? new Map<string, PartOf>() : null;
  const results: FilePreview[] = [];
  const deliveries = new Deliveries(files.map((file) => file.name));
  for (const file of files) results.push(...(await previewFile(file, wanted, context, pace, planned, deliveries)));
  return results;
}

/** A card per table: the file itself, or each table of a container. */
async function previewFile(
  file: PreviewFile,
  wanted: Wanted,
  context: Context,
  pace: Pace,
  planned: Map<string, PartOf> | null,
  deliveries: Deliveries,
): Promise<FilePreview[]> {
  const first = await previewTable(file, file.member, wanted, context, pace, planned, deliveries);
  if (!('members' in first)) return [first];
  const cards: { member: MemberRef; card: FilePreview }[] = [];
  for (const member of first.members) {
    const card = await previewTable(file, member, wanted, context, pace, planned, deliveries);
    if (!('members' in card)) cards.push({ member, card });
  }
  // A sheet that is no bill needs no card where another one is; the files of an archive are imported all or none.
  const useful = cards.filter(
    ({ member, card: { error } }) =>
      !error || member.sheet === null || !(error.code === 'import.unknown-format' || error.code === 'import.no-rows'),
  );
  const shown = useful.length > 0 ? useful : cards.slice(0, 1);
  // Each table can be imported by itself: it gets a token of its own.
  return shown.map(({ member, card }) => ({ ...card, token: context.host.files.grant(file.path, 'read', file.name, member) }));
}

async function previewTable(
  file: PreviewFile,
  member: MemberRef | null,
  wanted: Wanted,
  context: Context,
  pace: Pace,
  planned: Map<string, PartOf> | null,
  deliveries: Deliveries,
): Promise<FilePreview | { members: MemberRef[] }> {
  const { read } = context.session.book();
  const settings = settingsOf(read);
  const card: FilePreview = {
    token: file.token,
    origin: file.token,
    file: member?.label ?? file.name,
    size: 0,
    sha256: '',
    format: null,
    formatTitle: null,
    vendor: null,
    score: 0,
    evidence: '',
    evidenceSaid: null,
    candidates: [],
    rows: 0,
    imported: 0,
    duplicates: 0,
    superseded: 0,
    ignored: 0,
    rejected: 0,
    columns: [],
    missingColumns: [],
    periods: [],
    totals: {},
    identities: [],
    notices: [],
    sample: [],
    rejects: [],
    source: null,
    alreadyImported: null,
    error: null,
  };
  let evidence: Said | undefined;
  let format: Format | RegisterFormat | undefined;
  let profile: Profile | undefined;
  let planner: Planner | undefined;
  let editions: Editions | SourceEditions | undefined;
  let source: SourceDecision | undefined;
  let delivery: Delivery | undefined;
  const ids = new Map<number, number>();
  const sheet = member === null || member.sheet === null ? '' : String(member.sheet);
  const totals = new ExactTotals();
  const periods = new Set<number>();
  /** Months of all rows, whatever becomes of them. */
  const months = new Set<number>();
  const texts: string[] = [''];
  /** The book's id of an account of the file; 0 where the book has not met it. */
  const accountOf = (id: number): number => {
    if (id === 0) return 0;
    let known = ids.get(id);
    if (known === undefined) ids.set(id, (known = termId(read, texts[id]!)));
    return known;
  };
  const rejects: Reject[] = [];
  try {
    const outcome = await readFile(
      context.host,
      {
        path: file.path,
        name: file.name,
        ...wanted,
        choice: file.choice ?? wanted.choice ?? null,
        context: { settlement: settings.settlement, currency: settings.currency },
        sample: SAMPLE_ROWS,
        keep: false,
        member,
      },
      {
        probed(message) {
          card.sha256 = message.sha256;
          card.size = message.size;
          pace.begin(message.size);
          card.alreadyImported = activeBatchOf(read, message.sha256, sheet)?.id ?? null;
          return true;
        },
        started(message: Started) {
          evidence = message.evidence;
          profile = message.dialect.profile;
          format = formatOf(message.format, profile)!;
          const mends = mendedByFile(read, message, card.file);
          const own = mends ? editionOfBatch(mends) : editionOf(format.nameHint?.(card.file) ?? null, context.session.today());
          planner = new Planner(read, format, own, planned);
          source = message.dialect.source;
          if (source) {
            deliveries.refusePartAlone(file.name, source, member !== null);
            delivery = deliveries.of(source.id);
            editions = new SourceEditions(read, source, format.id, viewCode(message.view), 0, own, delivery);
          } else
            editions = new Editions(read, format.kind === 'register' ? null : format, message.delivery, viewCode(message.view), 0, own);
          Object.assign(card, {
            format: format.id,
            formatTitle: format.title,
            vendor: format.vendor,
            score: message.score,
            candidates: message.candidates,
            columns: message.columns,
          });
        },
        async rows(rows) {
          for (const text of rows.newTerms) texts.push(text);
          for (let i = 0; i < rows.count; i++) {
            if (delivery) months.add(rows.period[i]!);
            const decision = planner!.decide(rows, i);
            if (decision.kind === 'duplicate' && !delivery?.gone.has(decision.line)) {
              card.duplicates++;
              if (editions!.any) delivery?.repeated.add(decision.line);
              continue;
            }
            if (editions!.any && editions!.outdated({ period: rows.period[i]!, account: accountOf(rows.terms.account?.[i] ?? 0) })) {
              card.superseded++;
              continue;
            }
            card.imported++;
            periods.add(rows.period[i]!);
            totals.add(rows, i, texts[rows.terms.currency![i]!]!);
          }
          await pace.step(rows.bytes);
        },
        async register(message) {
          for (const row of message.rows) {
            if (registerRowByKey(read, row.keyA, row.keyB)?.content === row.content) card.duplicates++;
            else card.imported++;
            if (row.period !== null) periods.add(row.period);
          }
          await pace.step(message.bytes);
        },
        rejects(message) {
          rejects.push(...message.rejects.slice(0, SHOWN_REJECTS - rejects.length));
        },
      },
      context.signal,
    );
    if (outcome.kind === 'members') return { members: outcome.members };
    const ended = outcome.kind === 'ended' ? outcome.ended : null;
    if (ended)
      Object.assign(card, {
        rows: ended.rows,
        ignored: ended.ignored,
        rejected: ended.rejected,
        notices: ended.notices,
        sample: ended.sample,
      });
    card.rejects = rejects;
    card.totals = totals.get();
    card.periods = [...periods].sort((a, b) => a - b).map(periodText);
    if (source && ended) {
      card.source = sourceView(source, ended.clock);
      card.notices.push(...sourceNotices(read, editions as SourceEditions, delivery!, months, periods));
    }
    if (format) card.notices.push(...changedSince(read, format.id, profile, card.periods, 0));
    card.identities = (ended?.identities ?? []).map((i) => ({
      ...i,
      title: (format as Format).identities.find((x) => x.id === i.id)!.title,
    }));
    if (evidence) setEvidence(card, withMonths(evidence, card.periods));
  } catch (error) {
    if (!(error instanceof Failure) || context.signal.aborted) throw error;
    const { code, message, details } = error.error;
    if (evidence) setEvidence(card, withMonths(evidence, []));
    card.error = {
      code,
      message,
      remedy: details?.remedy ?? null,
      row: details?.row ?? null,
      column: details?.column ?? null,
      ...(details?.said && { said: details.said }),
    };
    card.missingColumns = code === 'import.missing-column' && details?.column ? [details.column] : [];
  }
  return card;
}

/** What a file does to the earlier files of its source: lines that would give way are noted, for the other files of the call. */
function sourceNotices(
  read: ReadDb,
  editions: SourceEditions,
  delivery: Delivery,
  months: ReadonlySet<number>,
  periods: ReadonlySet<number>,
): Notice[] {
  let count = 0;
  for (const { id, period, account } of editions.givingWay([...months].map((of) => ({ period: of, account: 0 }))))
    for (const line of liveLines(read, id, { period, account })) {
      if (delivery.repeated.has(line) || delivery.gone.has(line)) continue;
      delivery.gone.add(line);
      count++;
    }
  if (count > 0)
    return [noticeOf('info', 'lines.give-way', say`Lines of earlier files that will give way to this newer one: ${{ count }}.`)];
  return editions.notice(periods);
}

function setEvidence(card: FilePreview, sentence: Said): void {
  card.evidence = english(sentence);
  card.evidenceSaid = sentence;
}

function withMonths(read: Said, periods: readonly string[]): Said {
  const [first = '', last = ''] = [periods[0], periods.at(-1)];
  if (periods.length === 0) return say`${{ read }}.`;
  if (periods.length === 1) return say`${{ read }}, month ${{ month: first }}.`;
  if (periods.length <= 3) return say`${{ read }}, months ${{ months: periods }}.`;
  return say`${{ read }}, ${{ count: periods.length }} months from ${{ first }} to ${{ last }}.`;
}
