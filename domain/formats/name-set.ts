import { normaliseHeader } from './header.ts';

/** A question to the normalised headers of a file: is at least one of these there? */
export function anyOf(headers: readonly string[]): (names: ReadonlySet<string>) => boolean {
  const wanted = headers.map((header) => normaliseHeader(header).name);
  return (names) => wanted.some((name) => names.has(name));
}
