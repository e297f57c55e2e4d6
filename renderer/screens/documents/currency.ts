/** The one currency of all rows, or null where there are several or none: then each row names its own. */
export function onlyCurrency(rows: readonly { currency: string }[]): string | null {
  const first = rows[0]?.currency ?? null;
  return first !== null && rows.every((row) => row.currency === first) ? first : null;
}
