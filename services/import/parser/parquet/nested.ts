import type { SchemaTree } from 'hyparquet';
import { kindOf, type Kind } from './kinds.ts';
import { valueText } from './values.ts';

/** How a column is written out: a leaf as text, everything else as JSON. Built before the types are taken off. */
export interface Shape {
  name: string;
  /** Of a leaf that is no list. */
  kind: Kind | null;
  node: 'leaf' | 'list' | 'map' | 'struct';
  children: Shape[];
}

/** List and map wrappers are folded the way the library folds them; `repeated` leaves and groups without a wrapper are lists too. */
export function shapeOf(tree: SchemaTree, inList = false): Shape {
  const { element, children } = tree;
  const name = element.name;
  if (!inList && element.repetition_type === 'REPEATED') return { name, kind: null, node: 'list', children: [shapeOf(tree, true)] };
  if (children.length === 0) return { name, kind: kindOf(element), node: 'leaf', children: [] };
  const first = children[0]!;
  if (element.converted_type === 'LIST' && children.length === 1 && first.element.repetition_type === 'REPEATED') {
    const item = first.children.length === 1 ? first.children[0]! : first;
    return { name, kind: null, node: 'list', children: [shapeOf(item, item === first)] };
  }
  if (
    element.converted_type === 'MAP' &&
    children.length === 1 &&
    first.children.length === 2 &&
    first.element.repetition_type === 'REPEATED'
  ) {
    const value = first.children.find((child) => child.element.name !== 'key');
    if (value) return { name, kind: null, node: 'map', children: [shapeOf(value)] };
  }
  return { name, kind: null, node: 'struct', children: children.map((child) => shapeOf(child)) };
}

/** JSON of a nested value; numbers with all their digits, null where nothing stands. */
export function jsonOf(raw: unknown, shape: Shape): string {
  if (raw === undefined || raw === null) return 'null';
  if (shape.node === 'list')
    return Array.isArray(raw) || ArrayBuffer.isView(raw)
      ? `[${[...(raw as Iterable<unknown>)].map((item) => jsonOf(item, shape.children[0]!)).join(',')}]`
      : jsonOf(raw, shape.children[0]!);
  if (shape.node === 'map')
    return object(Object.entries(raw as Record<string, unknown>).map(([key, value]) => [key, jsonOf(value, shape.children[0]!)]));
  if (shape.node === 'struct')
    return object(shape.children.map((child) => [child.name, jsonOf((raw as Record<string, unknown>)[child.name], child)]));
  const kind = shape.kind!;
  const text = valueText(raw, kind);
  if (text === null) return 'null';
  const plain =
    kind.is === 'boolean' ||
    ((kind.is === 'decimal' || kind.is === 'integer' || kind.is === 'double' || kind.is === 'float') && /^-?[0-9]/.test(text));
  return plain ? text : JSON.stringify(text);
}

const object = (entries: [string, string][]): string => `{${entries.map(([key, json]) => `${JSON.stringify(key)}:${json}`).join(',')}}`;
