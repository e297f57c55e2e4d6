import type { Sink } from '../../files/sink.ts';
import { writeDocument } from '../../statements/export/jobs.ts';
import type { ParsedInput } from '../../contract/index.ts';
import type { Context } from '../../runtime/services.ts';
import { reportContext } from './day.ts';
import type { DeclaredReport } from './report.ts';

/** Writes a declared report; returns the rows of it as one table, the same in every format. */
export async function writeDeclared(
  report: DeclaredReport,
  sink: Sink,
  input: ParsedInput<'export/report'>,
  context: Context,
): Promise<number> {
  const given = reportContext(context, input, input.language);
  const document = await report.make(input, given);
  await writeDocument(sink, { ...input, language: null, bilingual: false }, context, () => document);
  return document.flat.rows.length;
}
