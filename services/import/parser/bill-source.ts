import { NO_CHOICE, sourceIdOf, type BillSource, type SourceChoice } from '../../../domain/formats/adapter.ts';
import type { Format, RegisterFormat } from '../../../domain/formats/format.ts';
import { refuse } from '../../../domain/result.ts';
import { say } from '../../../domain/words/said.ts';
import { titleOf } from '../../../domain/words/titles.ts';

/** What was chosen for a source before. */
export interface RememberedSource extends SourceChoice {
  id: string;
}

/** What the caller knows of the file's source: a choice for this file (what it leaves out is as remembered), and the book's memory. */
export interface SourceMemory {
  choice?: Partial<SourceChoice> | null;
  sources?: readonly RememberedSource[];
}

/** `chosen` with this call, `remembered` of an earlier one, or by nobody (`file`). */
export type DecidedBy = 'chosen' | 'remembered' | 'file';

/** Who delivers a file, and how it is read because of that. */
export interface SourceDecision extends BillSource, SourceChoice {
  /** The source's name in the book; empty where the rows name nobody. */
  id: string;
  timeZoneBy: DecidedBy;
  deliveryBy: DecidedBy;
}

/**
 * Decides time zone and delivery of a file by its format, headers and first rows; null for formats whose vendor has said
 * both. Refuses a choice that the format does not leave open.
 */
export function decideSource(
  format: Format | RegisterFormat,
  headers: readonly string[],
  head: readonly (readonly string[])[],
  { choice, sources }: SourceMemory,
  name: string,
): SourceDecision | null {
  if (format.kind === 'register' || format.shape !== 'table' || !format.source) {
    if (choice?.timeZone || choice?.delivery)
      refuse(
        'import.no-source-choice',
        say`“${{ name }}” is read as ${{ format: titleOf(format) }}, which leaves neither time zone nor delivery open.`,
        {
          file: name,
          remedy: 'Import it without a time zone and a delivery.',
        },
      );
    return null;
  }
  const source = format.source(
    headers,
    head.map((cells) => cells.map((c) => (c === '' ? null : c))),
  );
  const id = sourceIdOf(source);
  const remembered = (id !== '' && sources?.find((s) => s.id === id)) || NO_CHOICE;
  const by = (key: keyof SourceChoice): DecidedBy =>
    choice?.[key] !== undefined ? (choice[key] === null ? 'file' : 'chosen') : remembered[key] === null ? 'file' : 'remembered';
  return {
    ...source,
    id,
    timeZone: choice?.timeZone === undefined ? remembered.timeZone : choice.timeZone,
    timeZoneBy: by('timeZone'),
    delivery: choice?.delivery === undefined ? remembered.delivery : choice.delivery,
    deliveryBy: by('delivery'),
  };
}
