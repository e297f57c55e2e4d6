import { CHECK_FORMAT } from '../../domain/formats/focus/check-format.ts';
import { Failure, refuse } from '../../domain/result.ts';
import { english, say } from '../../domain/words/said.ts';
import type { Output } from '../contract/index.ts';
import type { MemberRef, Notice } from '../import/parser/protocol.ts';
import { readFile } from '../import/read-file.ts';
import { Pace } from '../reports/pace.ts';
import type { Handler } from '../runtime/services.ts';

type Findings = Output<'focus/check'>['findings'];

/** Recommendations; everything else that the check says is a MUST. */
const SHOULD = new Set(['focus.check.recommended', 'focus.check.order']);

/** Holds a file against the specification, read as every foreign file is: in the parser's own process. No book is needed. */
export const checkFocus: Handler<'focus/check'> = async (input, context) => {
  const { path, name, member: part } = context.host.files.resolve(input.file, 'read');
  let sha256 = '';
  const pace = new Pace(context, 'preview', 'bytes', null);
  const look = (member: MemberRef | null) =>
    readFile(
      context.host,
      { path, name, format: CHECK_FORMAT, context: { settlement: 'monthly', currency: 'USD' }, sample: 0, keep: false, member },
      {
        probed(message) {
          sha256 = message.sha256;
          return true;
        },
        async rows(message) {
          if (pace.due) await pace.breathe(message.bytes);
        },
      },
      context.signal,
    );
  let outcome = await look(part).catch(inWords(name));
  if (outcome.kind === 'members' && outcome.members[0]) outcome = await look(outcome.members[0]).catch(inWords(name));
  if (outcome.kind !== 'ended')
    refuse('focus.no-table', say`“${{ name }}” holds no table.`, { file: name, remedy: 'Choose a FOCUS file.' });
  const { rows, notices } = outcome.ended;
  const findings = notices.filter((n) => n.code.startsWith('focus.check.')).map(findingOf);
  return {
    file: name,
    sha256,
    dataset: english(notices.find((n) => n.code === 'format.evidence')?.message ?? ''),
    rows,
    valid: findings.every((f) => f.level === 'should'),
    findings: findings.sort(byLevel),
  };
};

/** What the import says of a file that is no bill, as the check means it. */
const inWords =
  (name: string) =>
  (error: unknown): never => {
    if (error instanceof Failure && (error.error.code === 'import.unknown-format' || error.error.code === 'import.wrong-shape'))
      refuse('focus.not-focus', say`“${{ name }}” has none of the columns of FOCUS.`, { file: name, remedy: 'Choose a FOCUS file.' });
    throw error;
  };

const findingOf = ({ code, message, said, column, row, count }: Notice): Findings[number] => ({
  code: code.slice('focus.check.'.length),
  level: SHOULD.has(code) ? 'should' : 'must',
  column: column ?? null,
  row,
  count: count ?? null,
  message,
  ...(said && { said }),
});

const byLevel = (a: Findings[number], b: Findings[number]): number =>
  a.level === b.level ? ((a.column ?? '') < (b.column ?? '') ? -1 : 1) : a.level === 'must' ? -1 : 1;
