import { billLineById, lineSource } from '../../db/queries/bills-lines.ts';
import { evaluateIdentity } from '../../domain/bill/identity.ts';
import { billFormatById } from '../../domain/formats/index.ts';
import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import { mendedRow } from '../import/mend/trace.ts';
import { readOriginal } from '../import/original.ts';
import type { Handler } from '../runtime/services.ts';

/** One line with where it comes from, its original text, and the identities of its format with their arithmetic. */
export const line: Handler<'bills/line'> = async ({ id }, { session }) => {
  const read = session.book().read;
  const found = billLineById(read, id);
  const source = lineSource(read, id);
  if (!found || !source)
    refuse('bills.no-line', say`There is no bill line ${{ id }}.`, {
      value: String(id),
      remedy: 'The import may have been undone; refresh the list.',
    });
  const { original, columns } = await readOriginal(read, id);
  const identities = (billFormatById(source.format)?.identities ?? []).flatMap((identity) => evaluateIdentity(identity, found) ?? []);
  return { line: found, source: { ...source, original, columns, mends: mendedRow(read, found) }, identities };
};
