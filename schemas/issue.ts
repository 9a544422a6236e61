import { z } from 'zod';

/** A sentence for people, in both languages of the project. */
export const Message = z.object({
  /** In Chinese. */
  zh: z.string(),
  /** In English. */
  en: z.string(),
});
export type Message = z.infer<typeof Message>;

/**
 * Why a document could not be read, wholly or in part. Codes are public and never reused.
 * `encrypted` needs a password · `corrupt` bytes do not follow their format · `empty` no bytes or nothing in them ·
 * `unknown_format` no reader claims the content · `unsupported_format` known, without a reader ·
 * `too_large` over a limit · `timeout` · `out_of_memory` · `crashed` the reading process died ·
 * `no_table` read, but no grid in it · `no_text` pages that hold no text and were not recognised ·
 * `picture_only` a table that is only a picture · `page_failed`, `sheet_failed` one part lost, the rest kept ·
 * `hidden_content` hidden rows, columns or sheets were read · `text_left_out` invisible text, or a title that was not legible, was not read ·
 * `uncertain_grid` lines of a recognised table are in question, or texts of one without a full grid stand off their cells, rows may be lost, or the order of pages printed on one ·
 * `unknown_form` a grid whose labels are not those of any form · `scores_left_out` scores of a list of projects or units, for which no record has a place ·
 * `figures_left_out` figures of a list that are no money and no stage of it (数量, 单价, 超支), formulas without a stored result · `unreadable` the file itself could not be opened ·
 * `internal` a mistake of ours.
 */
export const IssueCode = z.enum([
  'encrypted',
  'corrupt',
  'empty',
  'unknown_format',
  'unsupported_format',
  'too_large',
  'timeout',
  'out_of_memory',
  'crashed',
  'no_table',
  'no_text',
  'picture_only',
  'page_failed',
  'sheet_failed',
  'hidden_content',
  'text_left_out',
  'uncertain_grid',
  'unknown_form',
  'scores_left_out',
  'figures_left_out',
  'unreadable',
  'internal',
]);
export type IssueCode = z.infer<typeof IssueCode>;

/** What went wrong while a document was read, as a value. */
export const Issue = z.object({
  /** Public code, never reused. */
  code: IssueCode,
  /** One sentence. */
  message: Message,
  /** Where: a page, a sheet, a part of the package. Null for the whole document. */
  place: z.string().nullable(),
});
export type Issue = z.infer<typeof Issue>;
