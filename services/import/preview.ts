import { activeBatchOf } from '../../db/queries/batches.ts';
import { termId } from '../../db/queries/lines.ts';
import { registerRowByKey } from '../../db/queries/registers.ts';
import type { Format, RegisterFormat } from '../../domain/formats/format.ts';
import { viewCode } from '../../domain/formats/views.ts';
import type { Profile } from '../../domain/formats/profile.ts';
import { Failure } from '../../domain/result.ts';
import { settingsOf } from '../book/profile.ts';
import type { FilePreview } from '../contract/imports.ts';
import type { Context } from '../runtime/services.ts';
import { ExactTotals } from './exact-totals.ts';
import { Pace } from './pace.ts';
import type { MemberRef, Reject, Started } from './parser/protocol.ts';
import { periodText } from './periods.ts';
import { Planner } from './plan.ts';
import { changedSince } from './profiles/changed.ts';
import { formatOf } from './profiles/format-of.ts';
import type { Wanted } from './profiles/store.ts';
import { readFile } from './read-file.ts';
import { Editions, editionOf } from './scope.ts';

const SAMPLE_ROWS = 20;
const SHOWN_REJECTS = 100;

export interface PreviewFile {
  token: string;
  path: string;
  name: string;
  /** Only this table of a container. */
  member: MemberRef | null;
}

/** Reads the files as the import would and says what would happen; the book is only read. */
export async function previewFiles(files: readonly PreviewFile[], wanted: Wanted, context: Context): Promise<FilePreview[]> {
  const pace = new Pace(context, 'preview');
  const planned = files.length > 1 ? new Set<string>() : null;
  const results: FilePreview[] = [];
  for (const file of files) results.push(...(await previewFile(file, wanted, context, pace, planned)));
  return results;
}

/** A card per table: the file itself, or each table of a container. */
async function previewFile(
  file: PreviewFile,
  wanted: Wanted,
  context: Context,
  pace: Pace,
  planned: Set<string> | null,
): Promise<FilePreview[]> {
  const first = await previewTable(file, file.member, wanted, context, pace, planned);
  if (!('members' in first)) return [first];
  const cards: { member: MemberRef; card: FilePreview }[] = [];
  for (const member of first.members) {
    const card = await previewTable(file, member, wanted, context, pace, planned);
    if (!('members' in card)) cards.push({ member, card });
  }
  // A sheet that is no bill needs no card where another one is.
  const useful = cards.filter(
    ({ card: { error } }) => !error || !(error.code === 'import.unknown-format' || error.code === 'import.no-rows'),
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
  planned: Set<string> | null,
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
    alreadyImported: null,
    error: null,
  };
  let format: Format | RegisterFormat | undefined;
  let profile: Profile | undefined;
  let planner: Planner | undefined;
  let editions: Editions | undefined;
  const ids = new Map<number, number>();
  const sheet = member === null || member.sheet === null ? '' : String(member.sheet);
  const totals = new ExactTotals();
  const periods = new Set<number>();
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
          profile = message.dialect.profile;
          format = formatOf(message.format, profile)!;
          planner = new Planner(read, format, planned);
          const own = editionOf(format.nameHint?.(card.file) ?? null, context.session.today());
          editions = new Editions(read, format.kind === 'register' ? null : format, message.delivery, viewCode(message.view), 0, own);
          Object.assign(card, {
            format: format.id,
            formatTitle: format.title,
            vendor: format.vendor,
            score: message.score,
            candidates: message.candidates,
            columns: message.columns,
            evidence: message.evidence,
          });
        },
        async rows(rows) {
          for (const text of rows.newTerms) texts.push(text);
          for (let i = 0; i < rows.count; i++) {
            if (planner!.decide(rows, i).kind === 'duplicate') {
              card.duplicates++;
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
    if (format) card.notices.push(...changedSince(read, format.id, profile, card.periods, 0));
    card.identities = (ended?.identities ?? []).map((i) => ({
      ...i,
      title: (format as Format).identities.find((x) => x.id === i.id)!.title,
    }));
    card.evidence += monthsInWords(card.periods);
  } catch (error) {
    if (!(error instanceof Failure) || context.signal.aborted) throw error;
    const { code, message, details } = error.error;
    card.error = { code, message, remedy: details?.remedy ?? null, row: details?.row ?? null, column: details?.column ?? null };
    card.missingColumns = code === 'import.missing-column' && details?.column ? [details.column] : [];
  }
  return card;
}

function monthsInWords(periods: readonly string[]): string {
  if (periods.length === 0) return '.';
  if (periods.length === 1) return `, month ${periods[0]}.`;
  return periods.length <= 3 ? `, months ${periods.join(', ')}.` : `, ${periods.length} months from ${periods[0]} to ${periods.at(-1)}.`;
}
