import { isAmount } from '../../domain/money/amount.ts';

type Cell = string | number | null | undefined;

/**
 * A line of CSV (RFC 4180). Text that a spreadsheet would take for a formula gets a leading apostrophe (OWASP, CSV
 * injection); exact amounts are left as they are.
 */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(quoted).join(',')}\r\n`;
}

function quoted(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  const text = String(cell);
  const safe = !isAmount(text) && /^[\s\ufeff]*[=+\-@＝＋－＠|%]|^[\t\r\n]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
