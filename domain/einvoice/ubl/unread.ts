import { say } from '../../words/said.ts';
import type { Finding } from '../finding.ts';
import { findingOf } from '../rules/check.ts';
import { OWN } from '../rules/own.ts';
import { trimXml, wayOf, type XmlElement, type XmlPlace } from '../xml.ts';
import { CBC } from './names.ts';
import type { Reading } from './reading.ts';

/** Attributes that are looked at by rules or say nothing: currencies, language and versions of code lists. */
const KNOWN = new Set(['currencyID', 'unitCode', 'schemeID', 'listID']);

interface Unread {
  count: number;
  place: XmlPlace;
  value: string;
}

/**
 * What stands in the file and was not taken over: elements and attributes, each by its way from the root with how often it
 * stands there, where first, and with what. An element that was not taken is told as a whole, without its parts.
 */
export function unreadIn(root: XmlElement, reading: Reading): Finding[] {
  const found = new Map<string, Unread>();
  const add = (way: string, { line, column }: XmlElement, value: string): void => {
    const known = found.get(way);
    if (known) known.count++;
    else found.set(way, { count: 1, place: { line, column }, value });
  };
  const way: XmlElement[] = [];
  const visit = (element: XmlElement): void => {
    way.push(element);
    if (!reading.taken.has(element)) {
      // An element without text says nothing, and none is missed.
      const text = textIn(element);
      if (text !== '') add(wayOf(way), element, text);
    } else {
      for (const attribute of element.attributes)
        if (attribute.ns === '' && !KNOWN.has(attribute.name) && !reading.hasTaken(attribute))
          add(`${wayOf(way)}/@${attribute.name}`, element, attribute.value);
      // Text between the parts of an aggregate is nobody's.
      if (element.ns !== CBC && trimXml(element.text) !== '') add(`${wayOf(way)}/text()`, element, trimXml(element.text));
      for (const child of element.children) visit(child);
    }
    way.pop();
  };
  visit(root);
  return [...found].map(([way, { count, place, value }]) =>
    findingOf(OWN.unread, {
      path: '',
      place,
      detail: say`${{ way }}: “${{ value: value.slice(0, 60) }}”, ${{ count }} times`,
    }),
  );
}

const textIn = (element: XmlElement): string => trimXml(element.text) || element.children.map(textIn).find((text) => text !== '') || '';
