import type { Input, Output } from '../../../services/contract/index.ts';
import type { FileImport, FilePreview } from '../../../services/contract/imports.ts';
import type { Profile } from '../../../domain/formats/profile.ts';
import type { AppError } from '../../../domain/result.ts';

export interface Chosen {
  token: string;
  name: string;
  size: number;
}

/** Time zone (null lets the file tell) and delivery of a file's source; what is left out is as remembered. */
export type SourceChoice = NonNullable<NonNullable<Input<'import/preview'>['sources']>[string]>;

/** One dropped file on its way into the book. */
export interface FileCard extends Chosen {
  /** The format the user chose; null: detected. */
  format: string | null;
  /** The mapping that the user made for this file alone. */
  profile: Profile | null;
  /** What the user chose for the file's source; null: nothing, it is as remembered. */
  source: SourceChoice | null;
  preview: FilePreview | null;
  /** Why the preview could not be made at all; what is wrong with the file itself stands in the preview. */
  error: AppError | null;
  state: 'reading' | 'read' | 'importing' | 'imported';
  result: FileImport | null;
}

export const newCard = (file: Chosen): FileCard => ({
  ...file,
  format: null,
  profile: null,
  source: null,
  preview: null,
  error: null,
  state: 'reading',
  result: null,
});

/** Ready to be imported: read, understood, not in the book already, and with at least one row that would go in. */
export const isGood = (card: FileCard): boolean =>
  card.state === 'read' &&
  card.error === null &&
  card.preview !== null &&
  card.preview.error === null &&
  card.preview.format !== null &&
  card.preview.alreadyImported === null;

/** Files that are read in one call: those of one choice of format or mapping, in the order of the cards. Together, so that a row in two of them counts once. */
export function batches(cards: readonly FileCard[]): Input<'import/preview'>[] {
  const byChoice = new Map<string, Input<'import/preview'>>();
  for (const { format, profile, source, token } of cards) {
    const key = JSON.stringify([format, profile]);
    let input = byChoice.get(key);
    if (input) input.files.push(token);
    else byChoice.set(key, (input = { files: [token], format, ...(profile && { profile }) }));
    if (source) input.sources = { ...input.sources, [token]: source };
  }
  return [...byChoice.values()];
}

/** Cards with a choice for the source of one of them, which holds for all files of that source. */
export function withSource(cards: readonly FileCard[], of: FileCard, choice: SourceChoice): FileCard[] {
  const own = of.preview?.source;
  const same = (card: FileCard): boolean => {
    const other = card.preview?.source;
    return card.token === of.token || (!!own?.remembers && other?.provider === own.provider && other.account === own.account);
  };
  return cards.map((card) => (card.state !== 'imported' && same(card) ? { ...card, source: { ...card.source, ...choice } } : card));
}

/**
 * Cards with the previews of one call put in; a failed call stands on each of its files. An archive or workbook gives way
 * to a card for each of its tables.
 */
export function withPreviews(
  cards: readonly FileCard[],
  tokens: readonly string[],
  previews: Output<'import/preview'>['files'],
  error: AppError | null,
): FileCard[] {
  return cards.flatMap((card): FileCard[] => {
    if (!tokens.includes(card.token) || card.state !== 'reading') return [card];
    const own = previews.filter((p) => p.origin === card.token);
    if (own.length === 0) return [{ ...card, state: 'read', preview: null, error }];
    return own.map((preview) => ({
      ...card,
      token: preview.token,
      name: preview.file,
      size: preview.size || card.size,
      state: 'read',
      preview,
      error: null,
    }));
  });
}

/** Cards with the results of a run, which come in the order of its tokens. */
export const withResults = (cards: readonly FileCard[], tokens: readonly string[], results: readonly FileImport[]): FileCard[] =>
  cards.map((card) => {
    const at = tokens.indexOf(card.token);
    return at < 0 ? card : { ...card, state: 'imported', result: results[at] ?? null };
  });

export const ROW_STATES = ['imported', 'duplicates', 'superseded', 'ignored', 'rejected'] as const;
export type RowState = (typeof ROW_STATES)[number];
export type Counts = Record<RowState, number> & { rows: number };

/** What the states add up to; equal to `rows` in every preview and result. */
export const addedUp = (counts: Counts): number => ROW_STATES.reduce((sum, state) => sum + counts[state], 0);

/** Width of a state's part of the bar, as CSS. A state that is there shows at least a hair. */
export const partOf = (count: number, rows: number): string =>
  rows === 0 || count === 0 ? '0%' : `${Math.max(0.5, (count * 100) / rows).toFixed(2)}%`;

/** `1.4 MB`; sizes are bytes, so plain numbers. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const [unit, divisor] = bytes < 1_000_000 ? ['kB', 1000] : bytes < 1_000_000_000 ? ['MB', 1_000_000] : ['GB', 1_000_000_000];
  const value = bytes / (divisor as number);
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${unit}`;
}

/** The original row cut around the rejected value, to mark it; null where the value does not stand in it exactly once. */
export function cutAround(original: string, value: string | null): [string, string, string] | null {
  if (value === null || value === '') return null;
  const at = original.indexOf(value);
  if (at < 0 || original.indexOf(value, at + 1) >= 0) return null;
  return [original.slice(0, at), value, original.slice(at + value.length)];
}
