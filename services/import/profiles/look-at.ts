import { suggestRoles } from '../../../domain/formats/mapping/suggest.ts';
import { refuse } from '../../../domain/result.ts';
import { say } from '../../../domain/words/said.ts';
import { settingsOf } from '../../book/profile.ts';
import type { FileHead } from '../../contract/imports.ts';
import type { Context } from '../../runtime/services.ts';
import { Pace } from '../pace.ts';
import type { HeadOptions, MemberRef } from '../parser/protocol.ts';
import { readFile } from '../read-file.ts';

const SHOWN_ROWS = 50;

/** The file (or the first table of a container) as cells, what its columns say over all rows, and what each may be. */
export async function lookAt(
  file: { path: string; name: string; member: MemberRef | null },
  options: Omit<HeadOptions, 'rows'>,
  context: Context,
): Promise<FileHead> {
  const { settlement, currency } = settingsOf(context.session.book().read);
  const pace = new Pace(context, 'preview');
  const look = (member: MemberRef | null): ReturnType<typeof readFile> =>
    readFile(
      context.host,
      {
        path: file.path,
        name: file.name,
        format: null,
        context: { settlement, currency },
        sample: 0,
        keep: false,
        member,
        head: { ...options, rows: SHOWN_ROWS },
      },
      {
        probed(message) {
          pace.begin(message.size);
          return true;
        },
        async looked(bytes) {
          await pace.step(bytes);
        },
      },
      context.signal,
    );
  let outcome = await look(file.member);
  if (outcome.kind === 'members' && outcome.members[0]) outcome = await look(outcome.members[0]);
  if (outcome.kind !== 'head')
    return refuse('import.no-table', say`“${{ name: file.name }}” holds no table.`, {
      file: file.name,
      remedy: 'Choose a CSV file or a workbook.',
    });
  const { shape, encoding, delimiter, headerRow, headers, rows, total, decisions } = outcome.head;
  const columns = headers.map((header, i) => ({ header, decision: decisions[i]! }));
  const roles = suggestRoles(columns);
  return {
    file: file.member?.label ?? file.name,
    shape,
    encoding,
    delimiter,
    headerRow,
    rows,
    total,
    columns: columns.map(({ header, decision: { filled, dates, decimal, thousands } }, i) => ({
      header,
      suggested: roles[i] ?? null,
      filled,
      dates: copy(dates),
      decimal: copy(decimal),
      thousands,
    })),
  };
}

/** The contract's arrays can be written to; the domain's cannot. */
const copy = <T extends string>(d: {
  choice: T | 'ambiguous' | 'mixed' | 'none';
  possible: readonly T[];
  unreadableRows: readonly number[];
  evidence: readonly { row: number; value: string; readings: Readonly<Record<string, string | null>> }[];
  differs: boolean;
  readable: number;
  unreadable: number;
}) => ({
  ...d,
  possible: [...d.possible],
  unreadableRows: [...d.unreadableRows],
  evidence: d.evidence.map((e) => ({ ...e, readings: { ...e.readings } })),
});
