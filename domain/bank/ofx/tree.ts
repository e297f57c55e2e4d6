import { refuse } from '../../result.ts';
import { say } from '../../words/said.ts';
import { truncated, wrong } from '../strict.ts';

/** An element of an OFX file: a value, or others. */
export interface OfxElement {
  name: string;
  row: number;
  value: string;
  children: OfxElement[];
}

/** Header and body of a file; names of the header in capitals. */
export interface OfxTree {
  header: ReadonlyMap<string, string>;
  /** `1` for the SGML form, `2` for XML. */
  edition: 1 | 2;
  root: OfxElement;
}

const MOST_ELEMENTS = 1_000_000;
const DEEPEST = 32;
const NAME = /^[A-Z][A-Z0-9.]{0,40}$/;
const TEXTS: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: ' ' };

/** The names and values above the body (OFX 1.6, section 2.2; OFX 2.2, section 2.2). */
export function headerOf(text: string): OfxTree['header'] {
  const head = text.slice(0, Math.max(0, text.search(/<OFX>/i))).slice(0, 4000);
  const declared = /<\?OFX\s([^?]*)\?>/i.exec(head);
  const pairs = declared ? [...declared[1]!.matchAll(/([A-Za-z]+)\s*=\s*["']([^"']*)["']/g)] : [...head.matchAll(/([A-Za-z]+):([^\s<]*)/g)];
  return new Map(pairs.map(([, name, value]) => [name!.toUpperCase(), value!]));
}

/**
 * The tree of an OFX file of either form. An element of the SGML form ends where the next begins; one without a value does not
 * swallow what follows it. Nothing is ever expanded: a declaration (`<!…`) is refused.
 */
export function readTree(text: string): OfxTree {
  const start = text.search(/<OFX>/i);
  if (start < 0) truncated(text.split('\n').length, '<OFX>');
  refuseDeclarations(text);
  const header = headerOf(text);
  const reader = new Reader(text, start);
  return { header, edition: header.get('OFXHEADER') === '200' ? 2 : 1, root: reader.read() };
}

function refuseDeclarations(text: string): void {
  const at = text.indexOf('<!');
  // A section of plain text is no declaration.
  if (at < 0 || (text.startsWith('<![CDATA[', at) && !/<!(?!\[CDATA\[)/.test(text))) return;
  refuse('bank.doctype', 'The file holds a document type declaration, which no statement of a bank has.', {
    row: text.slice(0, at).split('\n').length,
    remedy: 'Do not open this file; ask the bank for another.',
  });
}

class Reader {
  readonly #text: string;
  #at: number;
  #row: number;
  #count = 0;
  readonly #open: OfxElement[] = [];

  constructor(text: string, start: number) {
    this.#text = text;
    this.#at = start;
    this.#row = text.slice(0, start).split('\n').length;
  }

  read(): OfxElement {
    const text = this.#text;
    while (this.#at < text.length) {
      const close = text.indexOf('>', this.#at);
      if (close < 0) truncated(this.#row, '>');
      const tag = text.slice(this.#at + 1, close);
      this.#advance(close + 1);
      if (tag.startsWith('?')) this.#value();
      else if (tag.startsWith('/')) {
        const done = this.#close(tag.slice(1).trim().toUpperCase());
        if (done) return done;
        this.#value();
      } else this.#openTag(tag);
    }
    return truncated(this.#row, '</OFX>');
  }

  #openTag(tag: string): void {
    const empty = tag.endsWith('/');
    const name = (empty ? tag.slice(0, -1) : tag).trim().toUpperCase();
    if (!NAME.test(name)) wrong('bank.ofx-tag', { row: this.#row, field: `<${tag.slice(0, 40)}>` }, tag, say`it is no name of an element`);
    if (++this.#count > MOST_ELEMENTS || this.#open.length >= DEEPEST)
      refuse('bank.too-long', say`The file has more elements than a statement needs, at line ${{ row: this.#row }}.`, {
        row: this.#row,
        remedy: 'Ask the bank for a shorter period, or divide the file.',
      });
    const element: OfxElement = { name, row: this.#row, value: '', children: [] };
    this.#open.at(-1)?.children.push(element);
    const value = this.#value();
    if (value !== '') element.value = value;
    else if (!empty) this.#open.push(element);
    if (value !== '' && this.#open.length === 0)
      wrong('bank.ofx-tag', { row: element.row, field: `<${name}>` }, value, say`it has a value and should hold others`);
  }

  /** Ends an element. What was opened since and never closed was empty: what seemed to stand in it follows it. */
  #close(name: string): OfxElement | null {
    const at = this.#open.findLastIndex((e) => e.name === name);
    if (at < 0) return null;
    while (this.#open.length > at + 1) {
      const empty = this.#open.pop()!;
      const parent = this.#open.at(-1)!;
      parent.children.push(...empty.children);
      empty.children = [];
    }
    const element = this.#open.pop()!;
    return this.#open.length === 0 ? element : null;
  }

  /** The text up to the next tag, with the signs that stand for others. */
  #value(): string {
    const text = this.#text;
    let raw = '';
    for (;;) {
      const next = text.indexOf('<', this.#at);
      const end = next < 0 ? text.length : next;
      raw += decoded(text.slice(this.#at, end));
      this.#advance(end);
      if (!text.startsWith('<![CDATA[', end)) return raw.trim();
      const close = text.indexOf(']]>', end);
      if (close < 0) truncated(this.#row, ']]>');
      raw += text.slice(end + 9, close);
      this.#advance(close + 3);
    }
  }

  #advance(to: number): void {
    for (let i = this.#text.indexOf('\n', this.#at); i >= 0 && i < to; i = this.#text.indexOf('\n', i + 1)) this.#row++;
    this.#at = to;
  }
}

const decoded = (text: string): string =>
  text.replace(/&(?:#([0-9]{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,5}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return TEXTS[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal);
    return code > 0x10ffff || code === 0 ? whole : String.fromCodePoint(code);
  });

/** The first element on the way, from the children of `element`; null where one is missing. */
export function childAt(element: OfxElement | null, ...way: readonly string[]): OfxElement | null {
  let at = element;
  for (const name of way) at = at?.children.find((c) => c.name === name) ?? null;
  return at;
}

export const valueAt = (element: OfxElement | null, ...way: readonly string[]): string => childAt(element, ...way)?.value ?? '';

/** Every element of that name below, in their order. */
export function allOf(element: OfxElement, names: readonly string[]): OfxElement[] {
  return element.children.flatMap((c) => (names.includes(c.name) ? [c] : allOf(c, names)));
}
