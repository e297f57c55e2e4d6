import { childrenOf, collapse, type XmlElement } from '../xml.ts';
import { CAC, CBC } from './names.ts';

/** Children by names one below the other: `Party/PartyTaxScheme/CompanyID`. The last is a basic component if it stands in CBC. */
export function select(from: XmlElement, way: string): XmlElement[] {
  let found: XmlElement[] = [from];
  for (const name of way.split('/')) found = found.flatMap((e) => [...childrenOf(e, CAC, name), ...childrenOf(e, CBC, name)]);
  return found;
}

/** Elements by name, of trees that were asked about: rules ask about one tree many times. */
const indexes = new WeakMap<XmlElement, Map<string, XmlElement[]>>();

function indexOf(root: XmlElement): Map<string, XmlElement[]> {
  const known = indexes.get(root);
  if (known) return known;
  const byName = new Map<string, XmlElement[]>();
  const visit = (element: XmlElement): void => {
    if (element.ns === CAC || element.ns === CBC) {
      const list = byName.get(element.name);
      if (list) list.push(element);
      else byName.set(element.name, [element]);
    }
    for (const child of element.children) visit(child);
  };
  visit(root);
  indexes.set(root, byName);
  return byName;
}

/** Every element of that name, however deep, in the order of the file. */
export const everywhere = (root: XmlElement, name: string): readonly XmlElement[] => indexOf(root).get(name) ?? [];

/** The text of the first element on that way, '' where there is none. */
export const valueAt = (from: XmlElement, way: string): string => collapse(select(from, way)[0]?.text ?? '');
