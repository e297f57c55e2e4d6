/** An element to be written; its name with the prefix. Parts that are undefined are not there. */
export interface XmlOut {
  name: string;
  attributes: Readonly<Record<string, string | undefined>>;
  content: string | readonly (XmlOut | undefined)[];
}

/** Characters that XML 1.0 cannot hold at all. */
// eslint-disable-next-line no-misleading-character-class
const UNWRITABLE =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Text between tags: what XML cannot hold becomes U+FFFD, so that it is seen. */
const escaped = (text: string): string =>
  text.replace(UNWRITABLE, '\uFFFD').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;');
const quoted = (text: string): string => escaped(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');

/** A basic component; undefined where it would have no text. */
export function leaf(name: string, text: string | undefined, attributes: XmlOut['attributes'] = {}): XmlOut | undefined {
  return text === undefined || text === '' ? undefined : { name, attributes, content: text };
}

/** An aggregate; undefined where nothing would stand in it. */
export function branch(name: string, children: readonly (XmlOut | undefined)[], attributes: XmlOut['attributes'] = {}): XmlOut | undefined {
  return children.some((child) => child !== undefined) ? { name, attributes, content: children } : undefined;
}

function written({ name, attributes, content }: XmlOut, indent: string): string {
  const given = Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : ` ${key}="${quoted(value)}"`));
  const open = `${indent}<${name}${given.join('')}>`;
  if (typeof content === 'string') return `${open}${escaped(content)}</${name}>\n`;
  return `${open}\n${content.map((child) => (child ? written(child, `${indent}  `) : '')).join('')}${indent}</${name}>\n`;
}

/** The file: UTF-8, two blanks for each level, line feeds, no empty elements; the same model gives the same bytes. */
export const xmlText = (root: XmlOut): string => `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, '')}`;
