/** Columns a terminal gives a text: wide and full-width characters take two. */
export function width(text: string): number {
  let columns = 0;
  for (const char of text)
    columns += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(char) ? 2 : 1;
  return columns;
}

const AMOUNT = /^-?\d+(\.\d+)?$/;

/** What a cell shows: missing is a dash, never a zero; control characters of imported text are made harmless. */
export function cell(value: unknown): string {
  if (value === null || value === undefined) return '–';
  if (Array.isArray(value)) return value.map(cell).join(', ');
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([key, part]) => `${key} ${cell(part)}`)
      .join(' · ');
  return String(value).replace(/[\p{Cc}\p{Cf}]/gu, (char) => `\\u${char.codePointAt(0)?.toString(16).padStart(4, '0')}`);
}

/** Rows as a table with a header; columns of figures are set to the right. */
export function table(columns: readonly string[], rows: readonly Readonly<Record<string, unknown>>[]): string {
  if (rows.length === 0) return 'none';
  const cells = rows.map((row) => columns.map((column) => cell(row[column])));
  const widths = columns.map((column, i) => Math.max(width(column), ...cells.map((row) => width(row[i] ?? ''))));
  const right = columns.map((_, i) => cells.every((row) => row[i] === '–' || AMOUNT.test(row[i] ?? '')));
  const line = (parts: readonly string[]): string =>
    parts
      .map((part, i) => {
        const pad = ' '.repeat((widths[i] ?? 0) - width(part));
        return right[i] ? pad + part : part + pad;
      })
      .join('  ')
      .trimEnd();
  return [line(columns), line(widths.map((w) => '─'.repeat(w))), ...cells.map(line)].join('\n');
}

/** An object as lines of name and value; lists of objects inside it become tables below. */
export function describe(value: unknown): string {
  if (Array.isArray(value)) return describeList(value);
  if (typeof value !== 'object' || value === null) return cell(value);
  const entries = Object.entries(value);
  const lists = entries.filter((entry): entry is [string, Record<string, unknown>[]] => isObjects(entry[1]));
  const plain = entries.filter(([, part]) => !isObjects(part));
  const names = Math.max(0, ...plain.map(([name]) => width(name)));
  const lines = plain.map(([name, part]) => `${name.padEnd(names)}  ${cell(part)}`);
  return [lines.join('\n'), ...lists.map(([name, list]) => `${name}:\n${describeList(list)}`)].filter((part) => part !== '').join('\n\n');
}

const isObjects = (value: unknown): value is Record<string, unknown>[] =>
  Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'object' && item !== null && !Array.isArray(item));

function describeList(list: readonly unknown[]): string {
  if (list.length === 0) return 'none';
  if (!isObjects(list)) return list.map(cell).join('\n');
  return table([...new Set(list.flatMap((item) => Object.keys(item)))], list);
}
