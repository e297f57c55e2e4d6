import { kindOfId, type DateKind } from './number-format.ts';
import { say } from '../../../../domain/words/said.ts';
import { feed, shape, XmlReader } from './xml.ts';

const STYLES = {
  styleSheet: shape('styleSheet', {
    numFmts: shape('numFmts', { numFmt: shape('numFmt') }),
    cellXfs: shape('cellXfs', { xf: shape('xf') }),
  }),
};

/** For each cell style, in order: what its number format shows of a serial number. */
export type Styles = readonly (DateKind | null)[];

/** Reads the styles part; null stands for a workbook that has none, in which every number is a number. */
export async function readStyles(bytes: AsyncIterable<Buffer> | null): Promise<Styles> {
  if (!bytes) return [];
  const custom = new Map<number, string>();
  const ids: number[] = [];
  const reader = new XmlReader(
    STYLES,
    {
      open(id, attributes) {
        if (id === 'numFmt') custom.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
        else if (id === 'xf') ids.push(Number(attributes['numFmtId'] ?? 0));
      },
    },
    say`its styles`,
  );
  for await (const _ of feed(reader, bytes, say`its styles`));
  const kinds = new Map<number, DateKind | null>();
  return ids.map((id) => {
    let kind = kinds.get(id);
    if (kind === undefined) kinds.set(id, (kind = kindOfId(id, custom)));
    return kind;
  });
}
