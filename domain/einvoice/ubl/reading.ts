import { parseDate } from '../../time/plain-date.ts';
import { say } from '../../words/said.ts';
import { decimalOf } from '../decimal.ts';
import type { Finding } from '../finding.ts';
import { OWN } from '../rules/own.ts';
import { findingOf } from '../rules/check.ts';
import type { Identifier } from '../model-terms.ts';
import { childOf, childrenOf, collapse, trimXml, type XmlAttribute, type XmlElement, type XmlPlace } from '../xml.ts';
import { CAC, CBC } from './names.ts';

const ZONED = /^(\d{4}-\d{2}-\d{2})(?:Z|[+-]\d{2}:\d{2})$/;

/**
 * Takes values out of the tree of a UBL document and keeps account: of what was taken, so that the rest can be told, and of
 * where each part of the model stands. Elements without text count as not there.
 */
export class Reading {
  readonly taken = new Set<XmlElement>();
  readonly #attributes = new Set<XmlAttribute>();
  readonly places: Record<string, XmlPlace> = {};
  readonly findings: Finding[] = [];

  /** The first aggregate of the name; `path` is its way in the model. */
  group(parent: XmlElement | undefined, name: string, path?: string): XmlElement | undefined {
    const element = parent && childOf(parent, CAC, name);
    return element && this.keep(element, path);
  }

  /** Every aggregate of the name; the caller names each one's path with `keep`. */
  groups(parent: XmlElement | undefined, name: string): XmlElement[] {
    const found = parent ? childrenOf(parent, CAC, name) : [];
    for (const element of found) this.taken.add(element);
    return found;
  }

  keep(element: XmlElement, path?: string): XmlElement {
    this.taken.add(element);
    if (path !== undefined) this.places[path] ??= { line: element.line, column: element.column };
    return element;
  }

  /** The first basic component of the name that has text. */
  element(parent: XmlElement | undefined, name: string, path?: string): XmlElement | undefined {
    const element = parent && childrenOf(parent, CBC, name).find((child) => trimXml(child.text) !== '');
    return element && this.keep(element, path);
  }

  text(parent: XmlElement | undefined, name: string, path?: string): string | undefined {
    const element = this.element(parent, name, path);
    return element && trimXml(element.text);
  }

  code(parent: XmlElement | undefined, name: string, path?: string): string | undefined {
    const element = this.element(parent, name, path);
    return element && collapse(element.text);
  }

  /** Amount, quantity or percentage, as written; what is no number is told. */
  number(parent: XmlElement | undefined, name: string, path: string): string | undefined {
    const element = this.element(parent, name, path);
    if (!element) return undefined;
    const text = collapse(element.text);
    if (decimalOf(text) === null) this.#tell('number', element, path, text);
    return text;
  }

  /** A day as YYYY-MM-DD. A time zone is cut off and told; what is no day of the calendar stays as it is and is told. */
  date(parent: XmlElement | undefined, name: string, path: string): string | undefined {
    const element = this.element(parent, name, path);
    if (!element) return undefined;
    const text = collapse(element.text);
    const day = ZONED.exec(text)?.[1] ?? text;
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !parseDate(day).ok) {
      this.#tell('date', element, path, text);
      return text;
    }
    if (day !== text) this.#tell('zone', element, path, text);
    return day;
  }

  identifier(parent: XmlElement | undefined, name: string, path: string): Identifier | undefined {
    const element = parent && childOf(parent, CBC, name);
    if (!element) return undefined;
    const id = collapse(this.keep(element, path).text);
    const scheme = this.attribute(element, 'schemeID');
    return id === '' && scheme === undefined ? undefined : { ...(id !== '' && { id }), ...(scheme !== undefined && { scheme }) };
  }

  attribute(element: XmlElement | undefined, name: string): string | undefined {
    const attribute = element?.attributes.find((a) => a.name === name && a.ns === '');
    if (!attribute) return undefined;
    this.#attributes.add(attribute);
    const value = collapse(attribute.value);
    return value === '' ? undefined : value;
  }

  hasTaken(attribute: XmlAttribute): boolean {
    return this.#attributes.has(attribute);
  }

  #tell(kind: 'number' | 'date' | 'zone', { line, column }: XmlElement, path: string, text: string): void {
    this.findings.push(
      findingOf(OWN[kind], { path, place: { line, column }, detail: say`The file says “${{ value: text.slice(0, 40) }}”.` }),
    );
  }
}

/** The fields that are there; an element without any is an empty object, which is not the same as no element. */
export const given = <T extends object>(fields: T): T =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)),
  ) as T;
