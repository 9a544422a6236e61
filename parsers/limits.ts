/** The limits of the parsers: name, unit, default and reason in one place. Every one can be changed by the caller. */
export interface ParserLimits {
  /** Largest file that is opened, in bytes. */
  maxBytes: number;
  /** Largest sum of unpacked parts of a zip package, in bytes: a zip bomb stops here. */
  maxUnpackedBytes: number;
  /** Most pages or sheets read; the rest is named in a warning. */
  maxPages: number;
  /** Most rows of one grid. */
  maxRows: number;
  /** Most columns of one grid. */
  maxColumns: number;
  /** Most cells of one grid (rows × columns): a merge of 10^9 stops here. */
  maxCells: number;
  /** Most tables nested in one another. */
  maxNesting: number;
}

export const defaultLimits: ParserLimits = {
  maxBytes: 256 * 1024 * 1024,
  maxUnpackedBytes: 1024 * 1024 * 1024,
  maxPages: 5_000,
  maxRows: 100_000,
  maxColumns: 2_000,
  maxCells: 2_000_000,
  maxNesting: 20,
};
