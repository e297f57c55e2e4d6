/** Where an element begins in its file; both from 1. */
export interface XmlPlace {
  line: number;
  column: number;
}

export interface XmlAttribute {
  name: string;
  /** Namespace, '' where it has none (a plain attribute has none, whatever its element's is). */
  ns: string;
  value: string;
}

/**
 * An element of an XML file by its namespace and local name: prefixes are gone. `text` is its own text, CDATA included, as
 * written; comments and processing instructions are not kept. JSON-safe, so that it crosses from the process that parsed it.
 */
export interface XmlElement extends XmlPlace {
  name: string;
  ns: string;
  attributes: XmlAttribute[];
  children: XmlElement[];
  text: string;
}

/** The children of that name and namespace, in their order. */
export const childrenOf = (element: XmlElement, ns: string, name: string): XmlElement[] =>
  element.children.filter((child) => child.name === name && child.ns === ns);

export const childOf = (element: XmlElement, ns: string, name: string): XmlElement | undefined =>
  element.children.find((child) => child.name === name && child.ns === ns);

/** An attribute without namespace, or undefined. */
export const attributeOf = (element: XmlElement, name: string): string | undefined =>
  element.attributes.find((attribute) => attribute.name === name && attribute.ns === '')?.value;

/** XML's white space cut off at both ends (space, tab, line ends; not the no-break space). */
export const trimXml = (text: string): string => text.replace(/^[ \t\r\n]+/, '').replace(/[ \t\r\n]+$/, '');

/** White space cut off and runs of it made one space, as codes, numbers and dates are compared. */
export const collapse = (text: string): string => trimXml(text).replace(/[ \t\r\n]+/g, ' ');

/** `Invoice/cac:TaxTotal[2]/…`-like way to the element without prefixes, for messages: `Invoice/TaxTotal/TaxAmount`. */
export const wayOf = (path: readonly XmlElement[]): string => path.map((element) => element.name).join('/');
