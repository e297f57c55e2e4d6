import { batchById, type BatchRow } from '../../../db/queries/batches.ts';
import { termId } from '../../../db/queries/lines.ts';
import { activeMendsOf, rowOfLine, rowOfRegister } from '../../../db/queries/mends.ts';
import { registerRowByKey } from '../../../db/queries/registers.ts';
import { refuse } from '../../../domain/result.ts';
import { say } from '../../../domain/words/said.ts';
import { settingsOf } from '../../book/profile.ts';
import type { Context } from '../../runtime/services.ts';
import type { GivenTable, Reject, SampleRow } from '../parser/protocol.ts';
import { Planner } from '../plan.ts';
import { formatOfBatch } from '../profiles/format-of.ts';
import { readFile } from '../read-file.ts';
import { keptRow } from './kept-rows.ts';
import { givenTable, wantedOfBatch, type MendedRow } from './mending.ts';
import { newerEdition } from './newer.ts';

/** What would become of a mended row: it is a new line; it is wrong still; the book has it; a newer file tells its month; it is no line. */
export type Finding =
  | { kind: 'new'; fields: SampleRow['fields'] }
  | { kind: 'wrong'; reject: Reject }
  | { kind: 'here'; batch: number; row: number }
  | { kind: 'older'; batch: number }
  | { kind: 'ignored' };

export interface Checked {
  /** By row number. */
  findings: Map<number, Finding>;
  /** The rows as they are to be read: equal rows of the same file, which are in the book already, go before them. */
  given: GivenTable;
}

/** Equal rows of one file that a mended row may join. */
const MOST_TWINS = 50;

/**
 * Reads the mended rows by the parser and the rules of their file; the book is only read. A mended row that equals a row
 * of its own file is an honest twin of it, not the same row: the twin goes before it, so that it gets its own identity.
 */
export async function checkMended(of: BatchRow, rows: readonly MendedRow[], context: Context): Promise<Checked> {
  const { read } = context.session.book();
  const family = new Set([of.id, ...activeMendsOf(read, of.id)]);
  const twins: GivenTable['rows'] = [];
  for (;;) {
    const given = givenTable(read, of, rows, twins);
    const findings = await readOnce(of, given, family, new Set(twins.map((t) => t.row)), context);
    let more = 0;
    for (const finding of findings.values()) {
      if (finding.kind !== 'here' || !family.has(finding.batch) || twins.some((t) => t.row === finding.row)) continue;
      twins.push({ row: finding.row, cells: keptRow(read, batchById(read, finding.batch)!, finding.row) ?? [] });
      more++;
    }
    if (more === 0) return { findings, given };
    if (twins.length > MOST_TWINS)
      refuse('mend.twins', say`More than ${{ most: MOST_TWINS }} rows of “${{ file: of.file }}” equal the mended ones.`, {
        file: of.file,
        remedy: 'Correct the file itself and import it again: the rows that are here already are recognised.',
      });
  }
}

/** One pass of the parser; rows numbered in `besides` are not asked about. */
async function readOnce(
  of: BatchRow,
  given: GivenTable,
  family: ReadonlySet<number>,
  besides: ReadonlySet<number>,
  context: Context,
): Promise<Map<number, Finding>> {
  const { read } = context.session.book();
  const settings = settingsOf(read);
  const format = formatOfBatch(of)!;
  const planner = new Planner(read, format);
  const findings = new Map<number, Finding>();
  const texts: string[] = [''];
  let newer: ReturnType<typeof newerEdition> = () => undefined;
  const put = (row: number, finding: Finding): void => {
    if (!besides.has(row)) findings.set(row, finding);
  };
  const outcome = await readFile(
    context.host,
    {
      path: '',
      name: of.file,
      ...wantedOfBatch(of),
      context: { settlement: settings.settlement, currency: settings.currency },
      sample: given.rows.length,
      keep: false,
      member: null,
      given,
    },
    {
      started(message) {
        newer = newerEdition(read, of, family, message.delivery);
      },
      rows(rows) {
        for (const text of rows.newTerms) texts.push(text);
        for (let i = 0; i < rows.count; i++) {
          const account = rows.terms.account?.[i] ?? 0;
          const edition = newer({ period: rows.period[i]!, account: account === 0 ? 0 : termId(read, texts[account]!) });
          const decision = planner.decide(rows, i);
          const known = decision.kind === 'new' ? undefined : rowOfLine(read, decision.line);
          // A line of an earlier file gives way to the row, as it would have done had the row been right at once.
          const gives = decision.kind === 'replaces' && known !== undefined && known.batch < of.id;
          if (known && !gives) put(rows.row[i]!, { kind: 'here', ...known });
          else put(rows.row[i]!, edition === undefined ? { kind: 'new', fields: {} } : { kind: 'older', batch: edition });
        }
      },
      register({ rows }) {
        for (const row of rows) {
          const found = registerRowByKey(read, row.keyA, row.keyB);
          const known = found && rowOfRegister(read, found.id);
          const gives = found !== undefined && found.content !== row.content && found.batch < of.id;
          put(row.row, known && !gives ? { kind: 'here', ...known } : { kind: 'new', fields: {} });
        }
      },
      rejects({ rejects }) {
        for (const reject of rejects) put(reject.row, { kind: 'wrong', reject });
      },
    },
    context.signal,
  );
  if (outcome.kind !== 'ended') throw new Error(`Mended rows ended as ${outcome.kind}.`);
  for (const { row, fields } of outcome.ended.sample) {
    const finding = findings.get(row);
    if (finding?.kind === 'new') finding.fields = fields;
  }
  // A row that was neither read nor refused is a line of totals, or empty.
  for (const { row } of given.rows) if (!besides.has(row) && !findings.has(row)) findings.set(row, { kind: 'ignored' });
  return findings;
}
