let listener: ((column: string) => void) | null = null;

/** The filter button listens while it is there. Returns how to stop. */
export function onFilterRequest(next: (column: string) => void): () => void {
  listener = next;
  return () => {
    if (listener === next) listener = null;
  };
}

/** Opens the filter editor on a column, from wherever the column is named. */
export const askFilter = (column: string): void => listener?.(column);
