/** What one Parquet file may ask for. It runs in the parser's own process; these bounds turn a hostile file into a clear refusal. */
export interface ParquetLimits {
  /** Bytes of the footer. */
  footer: number;
  columns: number;
  rowGroups: number;
  rowsPerGroup: number;
  /** Uncompressed bytes of one row group, as it declares them. */
  groupBytes: number;
  /** Uncompressed bytes of one page. */
  pageBytes: number;
  /** Bytes of one text. */
  textBytes: number;
}

export const LIMITS: ParquetLimits = {
  footer: 64 << 20,
  columns: 4096,
  rowGroups: 20_000,
  rowsPerGroup: 5_000_000,
  groupBytes: 1 << 30,
  pageBytes: 256 << 20,
  textBytes: 1 << 20,
};
