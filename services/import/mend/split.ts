/**
 * The cells of a row whose quotation marks are not right (`"a" b,c`): cut at each delimiter outside of quotation marks;
 * marks that do not enclose the whole cell stay in it, so that nothing of the row is lost.
 */
export function splitLeniently(text: string, delimiter: string): string[] {
  const cells: string[] = [];
  let quoted = false;
  let from = 0;
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && (quoted || text[i] !== delimiter)) {
      if (text[i] === '"') quoted = !quoted;
      continue;
    }
    const cell = text.slice(from, i);
    cells.push(/^"(?:[^"]|"")*"$/.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    from = i + 1;
  }
  return cells;
}
