import { z } from 'zod';
import { GridPart } from './source-document.ts';

/** A cell in short: row, column, rows and columns that it covers, text as printed. Rows and columns count from 0. */
export const KeptCell = z.tuple([z.int().min(0), z.int().min(0), z.int().min(1), z.int().min(1), z.string()]);
export type KeptCell = z.infer<typeof KeptCell>;

/** A table of a document as it was seen, kept beside the records so that a report can show where they stand. */
export const KeptGrid = z.object({
  /** The document that it stands in. */
  document_id: z.string(),
  /** Index from 0 among the grids of the document: `grid` of a place. */
  grid: z.int().min(0),
  /** The first filing that stands in it; null where none does. */
  filing_id: z.string().nullable(),
  /** Count of rows. */
  rows: z.int().min(1),
  /** Count of columns. */
  columns: z.int().min(1),
  /** Widths of its columns on the page, points; empty where the format has no pages or an edge is not known. */
  widths: z.array(z.int()),
  /** The pages, the sheet or the table of the file that it occupies, in reading order. */
  parts: z.array(GridPart),
  /** Every cell as [row, column, rows, columns, text], rows and columns from 0, in order of row, then column. */
  cells: z.array(KeptCell),
});
export type KeptGrid = z.infer<typeof KeptGrid>;
