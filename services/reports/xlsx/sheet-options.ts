export interface SheetOptions {
  name: string;
  /** Of the columns, in characters. */
  widths: number[];
  frozenRows: number;
  landscape?: boolean;
  /** A row that is printed on every page. */
  titleRow?: number;
}
