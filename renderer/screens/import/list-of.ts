import type { Register } from '../../../domain/formats/format.ts';
import { registers } from '../../../domain/formats/index.ts';

/** The kind of list that files of the format bring; undefined for a bill. */
export const listOf = (format: string): Register | undefined => registers.find((known) => known.id === format)?.register;
