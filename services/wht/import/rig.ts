import { readFileSync } from 'node:fs';
import { Failure, ok, type Result } from '../../../domain/result.ts';
import { contract, type Input, type Output } from '../../contract/index.ts';
import { readTable } from '../../import/parser/table/read.ts';
import type { TableRequest } from '../../import/parser/table/message.ts';
import { documentRig } from '../../invoices/rig.ts';
import type { Host, ParserLink } from '../../runtime/host.ts';
import type { Context } from '../../runtime/services.ts';
import { makeZip } from '../zip-rig.ts';
import { whtImportHandlers } from './index.ts';

type Name = keyof typeof whtImportHandlers;

/** The parser's answers without its process, which takes half a second to start. */
function forkHere(): ParserLink {
  let answer: (message: unknown) => void = () => {};
  return {
    post(message) {
      const { path, name } = message as TableRequest;
      readTable(path, name).then(answer, (error: unknown) => answer({ type: 'failed', error: (error as Failure).error }));
    },
    onMessage: (listener) => void (answer = listener),
    onExit: () => {},
    kill: () => {},
  };
}

/** For tests: a fresh book with the handlers of documents and of imports, called as a host would call them. */
export function importRig(profile: { country?: string } = {}, fork: Host['forkParser'] = forkHere) {
  const rig = documentRig(profile);
  rig.clock.now = new Date('2026-03-10T08:00:00.000Z');
  const host: Host = { files: rig.files, who: 'ann', now: () => rig.clock.now, forkParser: fork };
  const context: Context = { host, session: rig.session, signal: new AbortController().signal, progress: () => {} };
  async function tried<N extends Name>(name: N, input: Input<N>): Promise<Result<Output<N>>> {
    try {
      const handler = whtImportHandlers[name] as unknown as (input: unknown, context: Context) => unknown;
      return ok(contract[name].output.parse(await handler(contract[name].input.parse(input), context)) as Output<N>);
    } catch (error) {
      if (error instanceof Failure) return { ok: false, error: error.error };
      throw error;
    }
  }
  async function run<N extends Name>(name: N, input: Input<N>): Promise<Output<N>> {
    const result = await tried(name, input);
    if (!result.ok) throw new Failure(result.error);
    return result.value;
  }
  const fixture = (name: string): string =>
    rig.file(name, readFileSync(new URL(`../../../test/fixtures/wht-import/${name}`, import.meta.url)));
  return {
    ...rig,
    run,
    fixture,
    async refusedWith<N extends Name>(name: N, input: Input<N>): Promise<string> {
      const result = await tried(name, input);
      return result.ok ? 'ok' : result.error.code;
    },
    preview: (file: string, how: Partial<Input<'wht/importPreview'>> = {}) => run('wht/importPreview', { ...how, file }),
    /** An invoice that was received and is open. */
    invoice: (number: string, net: string, change: Partial<Input<'invoices/add'>> = {}) =>
      rig.call('invoices/add', { number, date: '2026-01-20', vendor: 'other', currency: 'KES', net, tax: '0', ...change }),
  };
}

/** A workbook of one sheet; a cell is text, or the raw `<c>` of a number, date or formula. */
export function workbook(rows: readonly (readonly (string | { raw: string })[])[], sheets = 1): Buffer {
  const cell = (value: string | { raw: string }): string =>
    typeof value === 'string' ? `<c t="inlineStr"><is><t>${value.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</t></is></c>` : value.raw;
  const sheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows
    .map((cells) => `<row>${cells.map(cell).join('')}</row>`)
    .join('')}</sheetData></worksheet>`;
  const numbers = Array.from({ length: sheets }, (_, i) => i + 1);
  return makeZip([
    { name: '[Content_Types].xml', data: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>' },
    { name: '_rels/.rels', data: relations([`<Relationship Id="w" Type="${TYPE}/officeDocument" Target="xl/workbook.xml"/>`]) },
    {
      name: 'xl/workbook.xml',
      data: `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${numbers.map((n) => `<sheet name="List ${n}" sheetId="${n}" r:id="s${n}"/>`).join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: relations([
        ...numbers.map((n) => `<Relationship Id="s${n}" Type="${TYPE}/worksheet" Target="worksheets/sheet${n}.xml"/>`),
        `<Relationship Id="st" Type="${TYPE}/styles" Target="styles.xml"/>`,
      ]),
    },
    {
      name: 'xl/styles.xml',
      data: '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    },
    ...numbers.map((n) => ({
      name: `xl/worksheets/sheet${n}.xml`,
      data:
        n === sheets
          ? sheet
          : '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row><c t="inlineStr"><is><t>Cover</t></is></c></row></sheetData></worksheet>',
    })),
  ]);
}
const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = (of: readonly string[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${of.join('')}</Relationships>`;
