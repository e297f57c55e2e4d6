import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isFresh, PARSER_FOLDER, parserEntry, stampOf } from '../../node/parser-entry.ts';

let root: string;
let folder: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'entry-'));
  folder = join(root, 'dist/parser');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(root, 'a.ts'), 'one');
  writeFileSync(join(folder, 'main.mjs'), '');
  note([stampOf(root, 'a.ts')]);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));
const note = (inputs: unknown): void => writeFileSync(join(folder, 'inputs.json'), JSON.stringify(inputs));

describe('the bundled parser', () => {
  it('is what the tests run', () => expect(parserEntry()).toBe(join(PARSER_FOLDER, 'main.mjs')));
  it('is used while its sources are as they were', () => expect(isFresh(root, folder)).toBe(true));
  it.each<[string, () => void]>([
    ['a source has another size', () => writeFileSync(join(root, 'a.ts'), 'three')],
    ['a source was written again', () => utimesSync(join(root, 'a.ts'), new Date(1), new Date(1))],
    ['a source is gone', () => rmSync(join(root, 'a.ts'))],
    ['the bundle is gone', () => rmSync(join(folder, 'main.mjs'))],
    ['the note is gone', () => rmSync(join(folder, 'inputs.json'))],
    ['the note is cut off', () => writeFileSync(join(folder, 'inputs.json'), '[["a.ts"')],
    ['the note names nothing', () => note([])],
    ['the note is no list', () => note({ files: 3 })],
  ])('is not used when %s', (_what, change) => {
    change();
    expect(isFresh(root, folder)).toBe(false);
  });
});
