/** How days, months and currencies are written; what their columns are checked against. */
export const DAY = "GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'";
export const PERIOD = "GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'";
export const CURRENCY = "GLOB '[A-Z][A-Z][A-Z]'";

/** An amount that may be missing; both halves have its sign. */
export const pair = (column: string): string =>
  `${column}_u INTEGER, ${column}_f INTEGER CHECK (${column}_f BETWEEN -9999999999 AND 9999999999 AND (${column}_u IS NULL) = (${column}_f IS NULL))`;
