import { refuse } from '../../../../domain/result.ts';
import { say } from '../../../../domain/words/said.ts';
import type { Source } from '../container/source.ts';
import { oleNames } from './ole.ts';

const OLE = 'd0cf11e0a1b11ae1';
/** A compound file's directory may stand anywhere; reading more of a file that is refused anyway is no use. */
const OLE_READ = 64 << 20;
const HEAD = 4096;
const AS_XLSX = 'Open it in a spreadsheet program and save it as .xlsx or as CSV (UTF-8), and import that.';

/**
 * Refuses what is called a workbook and is not an Office Open XML package: password-protected workbooks
 * (`sheet.password`), Excel 97 and older (`sheet.xls`), web pages and XML 2003 under an Excel name (`sheet.html`,
 * `sheet.xml-2003`), and other Office files (`sheet.not-a-workbook`). Returns for everything else.
 */
export async function refuseForeign(source: Source, name: string): Promise<void> {
  const head = await source.head(HEAD);
  if (head.toString('hex', 0, 8) === OLE) refuseOle(oleNames(await source.head(OLE_READ)), name);
  // The first record of a workbook of Excel 2 to 5 that is no compound file: BOF and its short length.
  if (/^09(?:00|02|04|08)[01][0-9a-f]00/.test(head.toString('hex', 0, 4))) refuseXls(name);
  const text = textOf(head)
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (/^<\?xml[^]*?urn:schemas-microsoft-com:office:spreadsheet/.test(text))
    refuse('sheet.xml-2003', say`“${{ name }}” is an XML Spreadsheet 2003, an old form of workbook.`, { file: name, remedy: AS_XLSX });
  if (/^(?:<!--[^]*?-->\s*)?<(?:!doctype html|html|head|meta|body|table|style)\b/i.test(text))
    refuse('sheet.html', say`“${{ name }}” is a web page under the name of a workbook.`, { file: name, remedy: AS_XLSX });
}

function refuseOle(names: readonly string[], name: string): never {
  if (names.includes('EncryptedPackage'))
    refuse('sheet.password', say`“${{ name }}” is protected by a password.`, {
      file: name,
      remedy: 'Open it with its password, save a copy without one, and import the copy.',
    });
  if (names.includes('Workbook') || names.includes('Book')) refuseXls(name);
  refuse('sheet.not-a-workbook', say`“${{ name }}” is an old Office file, but not a workbook.`, {
    file: name,
    remedy: 'Export the bill as .xlsx or CSV.',
  });
}

function refuseXls(name: string): never {
  refuse('sheet.xls', say`“${{ name }}” is a workbook of Excel 97 to 2003 (.xls) or older.`, { file: name, remedy: AS_XLSX });
}

function textOf(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return head.toString('utf16le', 0, head.length & ~1);
  return head.toString('latin1').replace(/^ï»¿/, '');
}
