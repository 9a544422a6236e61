import { z } from 'zod';
import { Issue } from './issue.ts';
import { Location } from './location.ts';

/** The true format of the bytes, by content and never by extension alone. */
export const Format = z.enum([
  'pdf',
  'ofd',
  'docx',
  'doc',
  'xlsx',
  'xlsm',
  'xlsb',
  'xls',
  'et',
  'wps',
  'csv',
  'html',
  'rtf',
  'odt',
  'ods',
  'xml_spreadsheet',
  'image',
  'text',
  'archive',
  'unknown',
]);
export type Format = z.infer<typeof Format>;

/** A page or a sheet. */
export const Page = z.object({
  /** Page from 1, or sheet from 1 in workbook order. */
  number: z.int().min(1),
  /** Sheet name, null for pages. */
  name: z.string().nullable(),
  /** Points; null for sheets and Word. */
  width: z.number().nullable(),
  /** Points; null for sheets and Word. */
  height: z.number().nullable(),
  /** Degrees clockwise that the file asks the page to be turned by. */
  rotation: z.int(),
  /** `digital` has text of its own; `scanned` is a picture, with or without a hidden text layer. */
  kind: z.enum(['digital', 'scanned']),
  /** A sheet that the workbook hides. */
  hidden: z.boolean(),
});
export type Page = z.infer<typeof Page>;

/** Another reading of the same crop, of OCR. */
export const Reading = z.object({
  /** What it may read. */
  text: z.string(),
  /** Who read it: `chi_sim`, `eng`, `signs`, `text_layer`, `border` (what a stroke hidden by a border would make of it). */
  by: z.string(),
  /** 0 to 1, as the reader says. */
  confidence: z.number().min(0).max(1),
});
export type Reading = z.infer<typeof Reading>;

/** What decided between the readings of a doubtful text, and what it read at first. */
export const Settlement = z.object({
  /** `sum` `share` `points` `ratio` `product` `repeat`: equations that hold with one reading alone; `vocabulary`: a known label or unit. */
  by: z.enum(['sum', 'share', 'points', 'ratio', 'product', 'repeat', 'vocabulary']),
  /** The text as it was read at first; the same as the text where that was confirmed. */
  readAs: z.string(),
  /** What speaks for the reading taken: equations with their figures, or the known word. */
  evidence: z.array(z.string()),
});
export type Settlement = z.infer<typeof Settlement>;

/**
 * One cell of a grid. Cells tile the grid exactly: every (row, column) of it lies in one cell and one only.
 * `text` is as printed: line breaks that come from wrapping are gone, real paragraphs stay as `\n`.
 */
export const Cell = z.object({
  /** First row, from 0. */
  row: z.int().min(0),
  /** First column, from 0. */
  column: z.int().min(0),
  /** Rows that it covers. */
  rowSpan: z.int().min(1),
  /** Columns that it covers. */
  columnSpan: z.int().min(1),
  /** As printed; "" for an empty cell. */
  text: z.string(),
  /** 0 to 1: 1 for digital text. */
  confidence: z.number().min(0).max(1),
  /** Where it stands. */
  location: Location,
  /** Excel: the stored value behind the formatted text. */
  value: z.union([z.number(), z.string(), z.boolean()]).optional(),
  /** Excel: the number format, `0.0%`. */
  numberFormat: z.string().optional(),
  /** Excel: the formula without its equals sign. */
  formula: z.string().optional(),
  /** Excel: the row, the column or the sheet is hidden. */
  hidden: z.boolean().optional(),
  /** OCR: what else the crop may read. */
  alternatives: z.array(Reading).optional(),
  /** OCR: why the text is doubtful, or `read: ocr, settled by …`; why a digital text is doubtful. */
  doubt: z.string().optional(),
  /** OCR: what settled a doubtful text. */
  settled: Settlement.optional(),
});
export type Cell = z.infer<typeof Cell>;

/** A place that a grid occupies; a grid that runs over pages has several. */
export const GridPart = z.object({
  /** Page from 1; null where the format has no pages. */
  page: z.int().min(1).nullable(),
  /** Sheet name; null where there are no sheets. */
  sheet: z.string().nullable(),
  /** Table from 0 in the order of the file, in Word and HTML. */
  table: z.int().min(0).nullable(),
  /** Points on the page `[x0, y0, x1, y1]`; null where there are no pages. */
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
  /** First row of the grid that stands in this part, and the row after its last. */
  firstRow: z.int().min(0),
  /** The row of the grid after its last in this part. */
  endRow: z.int().min(0),
});
export type GridPart = z.infer<typeof GridPart>;

/** Rows × columns, tiled exactly by cells in order of row, then column. */
export const Grid = z.object({
  /** Tells a grid from a paragraph. */
  kind: z.literal('grid'),
  /** Count of rows. */
  rows: z.int().min(1),
  /** Count of columns. */
  columns: z.int().min(1),
  /** In order of row, then column; they tile the grid exactly. */
  cells: z.array(Cell),
  /** The places that it occupies, in reading order. */
  parts: z.array(GridPart).min(1),
  /** `ruled` by lines or a native table; `aligned` from the alignment of words. */
  method: z.enum(['native', 'ruled', 'aligned']),
  /** 0 to 1: how sure its lines are. */
  confidence: z.number().min(0).max(1),
  /** A grid that stands inside a cell of another one, by block index and position. */
  inside: z
    .object({
      /** Block of the grid around it, from 0. */
      block: z.int(),
      /** Row of the cell around it. */
      row: z.int(),
      /** Column of the cell around it. */
      column: z.int(),
    })
    .nullable(),
  /** Rows that repeat the header on a later page and were left out. */
  repeatedHeaders: z.array(z.string()),
});
export type Grid = z.infer<typeof Grid>;

/** A line or a paragraph outside every grid. */
export const Paragraph = z.object({
  /** Tells a paragraph from a grid. */
  kind: z.literal('paragraph'),
  /** As printed. */
  text: z.string(),
  /** `heading` by style or by size and place, `caption` beside a table, `furniture` page headers, footers and numbers. */
  role: z.enum(['body', 'heading', 'caption', 'furniture']),
  /** 0 to 1: 1 for digital text. */
  confidence: z.number().min(0).max(1),
  /** OCR: why the text is doubtful, beyond its confidence. */
  doubt: z.string().optional(),
  /** OCR: what settled a doubtful text. */
  settled: Settlement.optional(),
  /** Where it stands. */
  location: Location,
});
export type Paragraph = z.infer<typeof Paragraph>;

export const Block = z.discriminatedUnion('kind', [Grid, Paragraph]);
export type Block = z.infer<typeof Block>;

/** A file as a parser saw it: pages or sheets, and blocks in reading order. It knows layout and no filings. */
export const SourceDocument = z.object({
  /** By content, never by extension alone. */
  format: Format,
  /** Pages or sheets, hidden ones included. */
  pages: z.array(Page),
  /** Paragraphs and grids in reading order. */
  blocks: z.array(Block),
  /** What could not be read, was read in part, or was read though hidden. An empty list is a whole reading. */
  warnings: z.array(Issue),
  /** The file ends before it is whole: what stood behind its last block is missing. Absent where it does not. */
  cut: z.literal(true).optional(),
});
export type SourceDocument = z.infer<typeof SourceDocument>;
