import { refuse } from '../../../../domain/result.ts';
import { say } from '../../../../domain/words/said.ts';
import { LIMITS, type Limits } from '../container/limits.ts';
import { containerOf, HEAD } from '../container/magic.ts';
import { sourceOf } from '../container/source.ts';
import { noticeOf } from '../notice.ts';
import type { Notice } from '../protocol.ts';
import { refuseForeign } from './foreign.ts';
import { Package } from './package.ts';
import { readRows, type SheetRow } from './rows.ts';
import { readSharedStrings, type SharedStrings } from './shared-strings.ts';
import { readStyles } from './styles.ts';
import { feed, isTrue, shape, XmlReader, type Attributes } from './xml.ts';

export interface Sheet {
  name: string;
  /** Not shown in the workbook's tabs (hidden or very hidden). */
  hidden: boolean;
  /** Its rows from the first; may be called again. */
  rows(): AsyncIterable<SheetRow>;
}

export interface Workbook {
  sheets: Sheet[];
  /** What was left aside, for the import's notices. */
  notices: Notice[];
}

const WORKBOOK = { workbook: shape('workbook', { workbookPr: shape('workbookPr'), sheets: shape('sheets', { sheet: shape('sheet') }) }) };

/**
 * Opens a workbook (.xlsx, .xlsm; transitional or strict) by its path, or by its bytes where it came out of an archive.
 * Chart and macro sheets have no rows and are not listed; formulas, macros and links to other files are never
 * followed. `name` is for messages. Refuses with `sheet.…` or `container.…`; rows refuse while they are iterated.
 */
export async function openWorkbook(from: string | Buffer, name: string, limits: Limits = LIMITS): Promise<Workbook> {
  const source = await sourceOf(from, name);
  await refuseForeign(source, name);
  if (containerOf(await source.head(HEAD), name) !== 'zip') refuseOther(name);
  const parts = await Package.open(source, name, limits);
  if (!parts.has('[Content_Types].xml')) refuseOther(name);
  const main = await mainPart(parts, name);
  const { date1904, entries } = await readWorkbookPart(parts, main);
  const related = await parts.relationships(main);
  const one = (type: string): string => related.find((relationship) => relationship.type === type)?.target ?? '';
  const styles = await readStyles(parts.small(one('styles')));
  let strings: Promise<SharedStrings> | null = null;
  const sheets: Sheet[] = [];
  for (const entry of entries) {
    const relationship = related.find((r) => r.id === entry.id);
    if (relationship && relationship.type !== 'worksheet') continue;
    const open = relationship ? parts.opener(relationship.target) : null;
    if (!open)
      refuse('sheet.missing', say`The workbook “${{ name }}” is damaged: the content of sheet “${{ name2: entry.name }}” is not in it.`, {
        file: name,
        remedy: 'Download the workbook again.',
      });
    sheets.push({
      name: entry.name,
      hidden: entry.hidden,
      async *rows() {
        strings ??= readSharedStrings(parts.opener(one('sharedStrings'))?.() ?? null);
        yield* readRows(open, { strings: await strings, styles, date1904, sheet: entry.name });
      },
    });
  }
  if (sheets.length === 0)
    refuse('sheet.no-sheets', say`The workbook “${{ name }}” has no sheets with rows.`, { file: name, remedy: 'Export the bill again.' });
  return { sheets, notices: noticesOf(parts, name) };
}

async function mainPart(parts: Package, name: string): Promise<string> {
  const main = (await parts.relationships('')).find((relationship) => relationship.type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  if (/\.bin$/i.test(main))
    refuse('sheet.xlsb', say`“${{ name }}” is a binary workbook (.xlsb).`, {
      file: name,
      remedy: 'Open it in a spreadsheet program and save it as .xlsx or as CSV (UTF-8), and import that.',
    });
  if (!parts.has(main) || /(?:^|\/)(?:document|presentation)\.xml$/i.test(main)) refuseOther(name);
  return main;
}

interface SheetEntry {
  name: string;
  hidden: boolean;
  /** Of the relationship that leads to its part. */
  id: string;
}

async function readWorkbookPart(parts: Package, main: string): Promise<{ date1904: boolean; entries: SheetEntry[] }> {
  let date1904 = false;
  const entries: SheetEntry[] = [];
  const reader = new XmlReader(
    WORKBOOK,
    {
      open(id, attributes) {
        if (id === 'workbookPr') date1904 = isTrue(attributes['date1904']);
        else if (id === 'sheet')
          entries.push({
            name: attributes['name'] ?? '',
            // ECMA-376 18.18.68; programs show a sheet in any other state.
            hidden: /^(?:hidden|veryHidden)$/.test(attributes['state'] ?? ''),
            id: relationshipId(attributes),
          });
      },
    },
    say`its list of sheets`,
  );
  for await (const _ of feed(reader, parts.small(main)!, say`its list of sheets`));
  return { date1904, entries };
}

/** `r:id`, under whatever prefix. */
function relationshipId(attributes: Attributes): string {
  for (const key in attributes) if (key.endsWith(':id')) return attributes[key] ?? '';
  return '';
}

function noticesOf(parts: Package, name: string): Notice[] {
  for (const part of parts.names())
    if (/(?:^|\/)vbaproject\.bin$/i.test(part))
      return [noticeOf('info', 'sheet.macros-ignored', say`“${{ name }}” contains macros. They were not run; only the cells were read.`)];
  return [];
}

function refuseOther(name: string): never {
  refuse('sheet.not-a-workbook', say`“${{ name }}” is not an Excel workbook.`, { file: name, remedy: 'Export the bill as .xlsx or CSV.' });
}
