import { describe, expect, it } from 'vitest';
import { isSafeSvg } from './safe-svg.ts';

const svg = (inner: string): string => `<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1">${inner}</svg>`;

describe('isSafeSvg', () => {
  it('lets a drawing through', () => {
    expect(
      isSafeSvg(svg('<title>费用 &amp; 趋势</title><g fill="url(#a)"><path d="M0 0l1 1"/><text style="font-size:12px">1</text></g>')),
    ).toBe(true);
  });
  it.each([
    ['a script', svg('<script>alert(1)</script>')],
    ['a handler', svg('<rect onload="alert(1)"/>')],
    ['a link', svg('<a href="https://example.com"><text>x</text></a>')],
    ['a reference', svg('<g xlink:href="#a"/>')],
    ['a picture from elsewhere', svg('<image href="https://example.com/x.png"/>')],
    ['a style from elsewhere', svg('<rect style="fill:url(https://example.com/x)"/>')],
    ['a page inside', svg('<foreignObject><p/></foreignObject>')],
    ['an entity', `<!DOCTYPE svg [<!ENTITY a "b">]>${svg('&a;')}`],
    ['another document', '<html></html>'],
    ['half a drawing', '<svg><g>'],
    ['no markup', 'GIF89a'],
  ])('refuses %s', (_, text) => expect(isSafeSvg(text)).toBe(false));
});
