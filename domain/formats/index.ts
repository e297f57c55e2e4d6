import { checkFormat } from './focus/check-format.ts';
import { focusFormats } from './focus/index.ts';
export { refusedTables } from './focus/refused.ts';
import type { Format, RefusedDocument, RegisterFormat } from './format.ts';
import { formats as huawei } from './huawei/index.ts';
import { profiles } from './profiles/index.ts';
import { formats as qingcloud } from './qingcloud/index.ts';
import { formats as tencent, refused as refusedByTencent } from './tencent/index.ts';
import { formats as zilliz } from './zilliz/index.ts';

const all: readonly (Format | RegisterFormat)[] = [...huawei, ...tencent, ...qingcloud, ...zilliz, ...focusFormats, ...profiles];

/** Every bill that Tallybook reads. A new one is one module and one line in its vendor's list. */
export const formats: readonly Format[] = all.filter((f) => f.kind !== 'register');

/** Every list beside the bill that Tallybook reads. */
export const registers: readonly RegisterFormat[] = all.filter((f) => f.kind === 'register');

/** Documents that are known and are no bill. */
export const refused: readonly RefusedDocument[] = refusedByTencent;

export const formatById = (id: string): Format | RegisterFormat | undefined =>
  all.find((f) => f.id === id) ?? (id === checkFormat.id ? checkFormat : undefined);

/** The bill format with that id; undefined for a register. */
export const billFormatById = (id: string): Format | undefined => formats.find((f) => f.id === id);
