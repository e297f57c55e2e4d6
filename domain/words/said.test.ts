import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appError, fail, spoken } from '../result.ts';
import { english, isSaid, say, type Said } from './said.ts';
import { isKnown, recover, tell } from './tell.ts';
import { titleOf, vendorTitle } from './titles.ts';

const name = 'a.csv';
const empty = say`“${{ name }}” is empty.`;

describe('a sentence', () => {
  it('is its template and what stands in the holes', () => expect(empty).toEqual({ template: '“{name}” is empty.', params: { name } }));
  it('is English by itself', () => expect(english(empty)).toBe('“a.csv” is empty.'));
  it('is told in Chinese with the same parameters', () => {
    expect(tell(empty, 'zh-CN')).toBe('“a.csv”是空文件。');
    expect(tell(empty, 'en')).toBe('“a.csv” is empty.');
  });
  it('holds other sentences, names in both languages, and lists', () => {
    const said = say`“${{ name }}” looks like ${{ format: titleOf({ title: 'a bill', titleZh: '账单' }) }}, but its header (row ${{ row: 2 }}) lacks ${{ columns: ['“A”', '“B”'] }}.`;
    expect(english(said)).toBe('“a.csv” looks like a bill, but its header (row 2) lacks “A”, “B”.');
    expect(tell(said, 'zh-CN')).toBe('“a.csv”看来是账单，但表头（第 2 行）缺少“A”、“B”。');
    const nested = say`“${{ name }}” is ${{ what: say`a picture` }}.`;
    expect([english(nested), tell(nested, 'zh-CN')]).toEqual(['“a.csv” is a picture.', '“a.csv”是图片。']);
  });
  it('keeps a value that looks like a hole, or like a word of the catalogue, as it is', () => {
    expect(tell(say`“${{ name: '{name}' }}” is empty.`, 'zh-CN')).toBe('“{name}”是空文件。');
    expect(tell(say`“${{ name: 'void' }}” is empty.`, 'zh-CN')).toBe('“void”是空文件。');
  });
  it('survives the way through JSON', () => expect(tell(JSON.parse(JSON.stringify(empty)) as Said, 'zh-CN')).toBe(tell(empty, 'zh-CN')));
  it('stays English where no Chinese is known', () =>
    expect(tell(say`Nobody wrote ${{ name }} down.`, 'zh-CN')).toBe('Nobody wrote a.csv down.'));
  it('knows vendors by their own names, and an unknown one as it is', () =>
    expect([vendorTitle('huawei').zh, vendorTitle('x').zh, vendorTitle('constructor').zh]).toEqual(['华为云', 'x', 'constructor']));
});

describe('a failure', () => {
  it('has its English words, and what they were made of beside them', () => {
    const { error } = fail('import.empty', empty, { file: name, remedy: say`Undo batch ${{ later: 3 }} first.` });
    expect(error).toMatchObject({
      code: 'import.empty',
      message: '“a.csv” is empty.',
      details: { file: name, remedy: 'Undo batch 3 first.' },
    });
    expect(error.details?.said?.message).toEqual(empty);
    expect(tell(error.details!.said!.remedy!, 'zh-CN')).toBe('请先撤销批次 3。');
  });
  it('carries nothing more where nothing stands in it', () => {
    expect(appError('book.none', 'No book is open.')).toEqual({ code: 'book.none', message: 'No book is open.' });
    expect(appError('book.none', 'No book is open.', { remedy: 'Open a book or make a new one.' }).details).toEqual({
      remedy: 'Open a book or make a new one.',
    });
    expect(spoken('No book is open.', null)).toEqual({ message: 'No book is open.', remedy: null });
  });
});

describe('a text that was kept', () => {
  it('is told by itself, or by its pattern', () => {
    expect(tell('A quotation mark is never closed.', 'zh-CN')).toBe('引号未闭合。');
    expect(tell('应付金额 is missing, and a line needs it.', 'zh-CN')).toBe('缺少应付金额，账单明细必须有此项。');
    expect(tell('Somebody wrote this by hand.', 'zh-CN')).toBe('Somebody wrote this by hand.');
  });
  it('gives every value back', () =>
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 40 }), (text) => {
        const said = recover(english(say`“${{ text }}” is not an amount.`));
        expect(said?.params).toMatchObject({ text });
      }),
    ));
  it('may be long and full of what stands between the values', () => {
    const text = ': in , the first is “'.repeat(20_000);
    const said = say`${{ column: 'A' }}: ${{ fault: say`no time of day` }} in ${{ count: '3 cells' }}, the first is “${{ text }}”.`;
    expect(recover(english(said))).toEqual(said);
  });
  it('knows what is in the catalogue, and nothing that every object has', () =>
    expect([isKnown('a picture'), isKnown('constructor'), isSaid(empty), isSaid('x'), isSaid(null)]).toEqual([
      true,
      false,
      true,
      false,
      false,
    ]));
});
