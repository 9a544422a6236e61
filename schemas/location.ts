import { z } from 'zod';

/** A rectangle on a page: points (1/72 inch) from the top left corner of the page as it is shown (rotation applied). */
export const Box = z.object({
  /** Left edge, points. */
  x0: z.number(),
  /** Upper edge, points. */
  y0: z.number(),
  /** Right edge, points. */
  x1: z.number(),
  /** Lower edge, points. */
  y1: z.number(),
});
export type Box = z.infer<typeof Box>;

/**
 * Where a text stands in the file, so that a person can find it.
 * Pages (PDF, images): `page` and `box`. Sheets: `sheet` and `ref`. Word and HTML: `table` with `row` and `column`.
 */
export const Location = z.object({
  /** Index from 0 of the block (paragraph or grid) in the document's reading order. */
  block: z.int().min(0),
  /** Index from 0 of the grid among the document's grids; null for a paragraph. */
  grid: z.int().min(0).nullable(),
  /** Row of the grid from 0; null for a paragraph. */
  row: z.int().min(0).nullable(),
  /** Column of the grid from 0; null for a paragraph. */
  column: z.int().min(0).nullable(),
  /** Page from 1; null where the format has no pages. */
  page: z.int().min(1).nullable(),
  /** Points on the page from its top left; null where the format has no pages. */
  box: Box.nullable(),
  /** Sheet name as the workbook prints it. */
  sheet: z.string().nullable(),
  /** A1 reference of the cell or merged range on its sheet, `B3` or `B3:D4`. */
  ref: z.string().nullable(),
  /** Table from 0 in the order of the file, in Word and HTML. */
  table: z.int().min(0).nullable(),
});
export type Location = z.infer<typeof Location>;

/** The cell of every field of a record, by field name. At least one: a record without a location cannot be built. */
export const Source = z
  .record(z.string(), Location)
  .refine((fields) => Object.keys(fields).length > 0, 'a record needs at least one location');
export type Source = z.infer<typeof Source>;
