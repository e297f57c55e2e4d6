import { SaxesParser } from 'saxes';

const ELEMENTS: ReadonlySet<string> = new Set(
  'svg g path text tspan title desc rect circle ellipse line polyline polygon defs clipPath linearGradient radialGradient stop'.split(' '),
);
/** What could run, or fetch something from elsewhere, when the drawing is opened. */
const ACTIVE = /^on|href$|^src$/i;
const OUTSIDE = /url\s*\(\s*["']?(?!#)|javascript:|@import|expression\s*\(/i;

/** Whether the text is a drawing and nothing else: known elements, no scripts, no links, nothing fetched. */
export function isSafeSvg(text: string): boolean {
  if (/<!DOCTYPE|<!ENTITY|<\?xml-stylesheet/i.test(text)) return false;
  const parser = new SaxesParser();
  let safe = true;
  let root: string | null = null;
  const refuse = (): void => {
    safe = false;
  };
  parser.on('error', refuse);
  parser.on('opentag', ({ name, attributes }) => {
    root ??= name;
    if (!ELEMENTS.has(name)) refuse();
    for (const [attribute, value] of Object.entries(attributes)) if (ACTIVE.test(attribute) || OUTSIDE.test(value)) refuse();
  });
  parser.on('processinginstruction', refuse);
  try {
    parser.write(text).close();
  } catch {
    return false;
  }
  return safe && root === 'svg';
}
