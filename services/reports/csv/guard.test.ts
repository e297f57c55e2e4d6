import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guardText, unguardText } from './guard.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        '=',
        '+',
        '-',
        '@',
        '＝',
        '＋',
        '－',
        '＠',
        '|',
        '%',
        "'",
        ' ',
        '\t',
        '\r',
        '\n',
        '\ufeff',
        '\u00a0',
        '\u200b',
        'a',
        '1',
        '账',
        '\u0001',
      ),
      { maxLength: 12 },
    )
    .map((c) => c.join('')),
);

test('what was guarded comes back, whatever it is', () => {
  fc.assert(
    fc.property(text, (t) => unguardText(guardText(t)) === t),
    { numRuns: 5000 },
  );
});

test('no line of a guarded text begins a formula', () => {
  fc.assert(
    fc.property(text, (t) =>
      guardText(t)
        .split(/\r\n|\r|\n/)
        .every((line) => !/^[\s\u200b\ufeff]*[=+\-@＝＋－＠|%]/u.test(line)),
    ),
    { numRuns: 5000 },
  );
});

test.each([
  ['=1+1', "'=1+1"],
  ['+cmd', "'+cmd"],
  ['-12.50', "'-12.50"],
  ['@SUM(1)', "'@SUM(1)"],
  ['＝1', "'＝1"],
  ['－1', "'－1"],
  ['|calc', "'|calc"],
  ['%x', "'%x"],
  ['\t=1', "'\t=1"],
  ['  =1', "'  =1"],
  ['\ufeff=1', "'\ufeff=1"],
  ['\u00a0@x', "'\u00a0@x"],
  ['\u0001', "'\u0001"],
  ["'=1", "''=1"],
  ['a\n=1', "a\n'=1"],
])('%j is written as %j', (given, expected) => expect(guardText(given)).toBe(expected));

test.each(['', 'ECS', "'tis", 'a=b', '1-2', '弹性云服务器', 'x\ny', '(-1)', '.5'])('%j stays as it is', (given) =>
  expect(guardText(given)).toBe(given),
);
